import fc from 'fast-check';
import type { AmendableAction, AmendableTask, AmendableText } from '../amendable-task.js';

/** What there is to say of a task; its text is written from it. */
export interface TaskModel {
  key: string;
  action: string;
  title: string;
  work: string;
  lead: string;
  support: string[];
  dueMonth: number;
  target: number;
}

export interface PlanModel {
  actions: AmendableAction[];
  tasks: TaskModel[];
}

const VERBS = ['推进', '强化', '深化', '完善', '提升', '落实', '加快', '健全'];
const UNITS = [
  '区教育局',
  '区民政局',
  '区水利局',
  '区农业农村局',
  '区林业局',
  '区住房和城乡建设局',
  '区财政局',
];
/** Every task of a real plan says some of this. */
const COMMON = '加强组织领导，明确责任分工，';
/** Characters that the words of a task are drawn from: enough for two tasks to be two. */
const CHARACTERS = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x5000 + 7 * i));

const words = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...CHARACTERS), { minLength: least, maxLength: most })
    .map((drawn) => drawn.join(''));

const task = (actions: readonly AmendableAction[]): fc.Arbitrary<Omit<TaskModel, 'key'>> =>
  fc.record({
    action: fc.constantFrom(...actions.map(({ key }) => key)),
    title: fc.tuple(fc.constantFrom(...VERBS), words(7, 10)).map((parts) => parts.join('')),
    work: words(30, 80),
    lead: fc.constantFrom(...UNITS.slice(0, 3)),
    support: fc.subarray(UNITS.slice(3), { minLength: 1 }),
    dueMonth: fc.integer({ min: 1, max: 12 }),
    target: fc.integer({ min: 10, max: 900 }),
  });

const ACTIONS: readonly AmendableAction[] = [
  { key: 'A1', number: '附件1', name: '产业振兴行动' },
  { key: 'A2', number: '附件2', name: '民生保障行动' },
  { key: 'A3', number: '附件3', name: '生态环境整治行动' },
];

/** A plan of up to `most` tasks that are as different from each other as those of a real one. */
export const plans = (least: number, most: number): fc.Arbitrary<PlanModel> =>
  fc.integer({ min: 1, max: ACTIONS.length }).chain((count) =>
    fc
      .uniqueArray(task(ACTIONS.slice(0, count)), {
        minLength: least,
        maxLength: most,
        selector: ({ title }) => title,
      })
      .map((tasks) => ({
        actions: ACTIONS.slice(0, count),
        tasks: tasks.map((one, i) => ({ ...one, key: `t${i}` })),
      })),
  );

export const newTask = (actions: readonly AmendableAction[]): fc.Arbitrary<Omit<TaskModel, 'key'>> =>
  task(actions);

/** The plan as it is printed: numbered in order within each action, everything in its text. */
export function printed({ actions, tasks }: PlanModel): AmendableText {
  return {
    actions,
    tasks: actions.flatMap(({ key: action }) =>
      tasks
        .filter((one) => one.action === action)
        .map((one, i): AmendableTask => {
          const number = String(i + 1);
          const month = String(one.dueMonth).padStart(2, '0');
          return {
            key: one.key,
            code: `${action}-${number.padStart(2, '0')}`,
            action,
            section: '(一)重点任务',
            number,
            title: one.title,
            titleIsLabel: false,
            text:
              `${number}.${one.title}。${COMMON}${one.work}，${one.dueMonth}月底前完成${one.target}处。` +
              `(${one.lead}牵头,${one.support.join('、')}配合)`,
            lead: [{ key: one.lead, name: one.lead }],
            support: one.support.map((name) => ({ key: name, name })),
            deadline: { on: `2024-${month}-28`, inferred: false },
            indicators: [{ name: '完成', comparator: '>=', value: one.target, unit: '处' }],
            isReadFromText: true,
            corrected: [],
          };
        }),
    ),
  };
}
