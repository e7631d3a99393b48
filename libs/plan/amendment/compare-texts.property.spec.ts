import fc from 'fast-check';
import { compareTexts, type AmendmentEntry } from './compare-texts.js';
import { newTask, plans, printed, type PlanModel, type TaskModel } from './testing/plan-model.js';

/** The entries but for mere numbers, as `kind key: fields`. */
const said = (entries: readonly AmendmentEntry[]): string[] =>
  entries
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, before, after, changes }) => {
      const fields = changes.map(({ field }) => field).filter((field) => field !== 'number');
      return `${kind} ${(before ?? after)?.key}: ${fields.join(' ')}`;
    })
    .sort();

/** Tasks of both texts have other keys, so that nothing can be matched by them. */
const renamed = (plan: PlanModel): PlanModel => ({
  ...plan,
  tasks: plan.tasks.map((task) => ({ ...task, key: `new-${task.key}` })),
});

const compared = (before: PlanModel, after: PlanModel): AmendmentEntry[] => [
  ...compareTexts(printed(before), printed(renamed(after))).entries,
];

const EDITS: Record<string, { edit: (task: TaskModel) => TaskModel; fields: string }> = {
  rename: { edit: (task) => ({ ...task, title: `全面${task.title}` }), fields: 'title' },
  lead: { edit: (task) => ({ ...task, lead: '区交通运输局' }), fields: 'lead' },
  support: { edit: (task) => ({ ...task, support: [...task.support, '区文化旅游局'] }), fields: 'support' },
  date: { edit: (task) => ({ ...task, dueMonth: (task.dueMonth % 12) + 1 }), fields: 'text deadline' },
  target: { edit: (task) => ({ ...task, target: task.target + 7 }), fields: 'text indicators' },
  words: { edit: (task) => ({ ...task, work: `${task.work}，并建立长效机制` }), fields: 'text' },
};

describe('a plan that was amended', () => {
  it('has no changes where the text is the same, and none but numbers where it is only in another order', () => {
    fc.assert(
      fc.property(
        plans(1, 20).chain((plan) =>
          fc.tuple(
            fc.constant(plan),
            fc.shuffledSubarray(plan.tasks, { minLength: plan.tasks.length, maxLength: plan.tasks.length }),
          ),
        ),
        ([plan, shuffled]) => {
          const same = compared(plan, plan);
          expect(same.map(({ kind, changes }) => [kind, changes.length])).toEqual(
            plan.tasks.map(() => ['unchanged', 0]),
          );
          const moved = compared(plan, { ...plan, tasks: shuffled });
          expect(said(moved)).toEqual([]);
          expect(moved.every(({ before, after }) => after?.key === `new-${before?.key}`)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives back exactly what was edited: added, removed, moved, renamed, other leads, dates, targets, words', () => {
    const amended = plans(4, 24).chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        order: fc.shuffledSubarray(
          plan.tasks.map((_, i) => i),
          { minLength: plan.tasks.length, maxLength: plan.tasks.length },
        ),
        removed: fc.subarray(
          plan.tasks.map(({ key }) => key),
          { maxLength: 3 },
        ),
        added: fc.array(newTask(plan.actions), { maxLength: 3 }),
        edits: fc.array(fc.option(fc.constantFrom(...Object.keys(EDITS)), { freq: 2 }), {
          minLength: plan.tasks.length,
          maxLength: plan.tasks.length,
        }),
      }),
    );
    fc.assert(
      fc.property(amended, ({ plan, order, removed, added, edits }) => {
        const expected: string[] = removed.map((key) => `removed ${key}: `);
        const edited = plan.tasks.map((task, i) => {
          const name = edits[i];
          const edit = name == null ? undefined : EDITS[name];
          if (!edit || removed.includes(task.key)) return task;
          expected.push(`changed ${task.key}: ${edit.fields}`);
          return edit.edit(task);
        });
        const kept = order.flatMap((i) => edited[i] ?? []).filter(({ key }) => !removed.includes(key));
        const tasks = [...added.map((task, i) => ({ ...task, key: `extra${i}` })), ...kept];
        expected.push(...added.map((_, i) => `added new-extra${i}: `));
        expect(said(compared(plan, { ...plan, tasks }))).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  });

  it('has every task of both texts in one entry, whatever the two texts are', () => {
    fc.assert(
      fc.property(plans(1, 12), plans(1, 12), (before, after) => {
        const entries = compared(before, after);
        expect(entries.flatMap((entry) => entry.before?.key ?? []).sort()).toEqual(
          before.tasks.map(({ key }) => key).sort(),
        );
        expect(entries.flatMap((entry) => entry.after?.key ?? []).sort()).toEqual(
          after.tasks.map(({ key }) => `new-${key}`).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
