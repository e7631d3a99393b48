import { existsSync, readFileSync } from 'node:fs';
import { decodeText } from '../decode-text.js';
import { extractPlan } from '../extract-plan.js';
import { amendableText } from './amendable-of-extraction.js';
import { compareTexts } from './compare-texts.js';
import { likenessOfTasks } from './likeness.js';
import { preparedTasks } from './prepared-task.js';

const PLANS = '../shared/plans';
const FILES = [
  'wulingyuan-2024-eight-actions.txt',
  'zhangjiajie-2022-nine-priorities.txt',
  'zhangjiajie-2023-work-report.txt',
  'zhejiang-2026-new-scenes.txt',
];
const isThere = existsSync(PLANS);
if (!isThere) console.warn('skipped: the published plans are not here');
const describeThere = isThere ? describe : describe.skip;

describeThere('the published plans', () => {
  const read = (file: string, amend = (text: string) => text) =>
    amendableText(extractPlan(amend(decodeText(readFileSync(`${PLANS}/${file}`)))));

  it.each(FILES)('%s has no two tasks that could be taken for each other', (file) => {
    const tasks = preparedTasks(read(file).tasks);
    const mistaken = tasks.flatMap((a, i) =>
      tasks.slice(i + 1).flatMap((b) => {
        const alike = likenessOfTasks(a, b, a.task.action === b.task.action);
        return alike === null ? [] : [`${a.task.code} ${b.task.code} ${alike.whole}`];
      }),
    );
    expect(mistaken).toEqual([]);
  });

  it.each(FILES)('%s says the same as itself, also when its line ends and widths are others', (file) => {
    const other = read(file, (text) => text.replaceAll('\n', '\r\n').replaceAll('，', ','));
    const { entries } = compareTexts(read(file), other);
    expect(entries.filter(({ changes, kind }) => kind !== 'unchanged' || changes.length > 0)).toEqual([]);
  });

  it('tell apart an annex that was put in before the others, and a task that was dropped', () => {
    const [plan] = FILES as [string];
    const before = read(plan);
    const dropped = before.tasks[40];
    const after = { ...before, tasks: before.tasks.filter((task) => task !== dropped) };
    const renumbered = {
      actions: after.actions.map((action, i) => ({ ...action, key: `B${i + 2}`, number: `附件${i + 2}` })),
      tasks: after.tasks.map((task) => ({
        ...task,
        action: `B${after.actions.findIndex(({ key }) => key === task.action) + 2}`,
      })),
    };
    const { entries } = compareTexts(before, renumbered);
    expect(
      entries.filter(({ kind }) => kind !== 'unchanged').map(({ kind, before: task }) => [kind, task?.code]),
    ).toEqual([['removed', dropped?.code]]);
  });
});

it('500 tasks are each found again among 500 others in another order, where all have one heading', () => {
  const tasks = Array.from({ length: 500 }, (_, i) => ({
    key: `t${i}`,
    code: `A1-${i}`,
    action: 'A1',
    section: '',
    number: String(i + 1),
    title: '做好各项工作',
    titleIsLabel: false,
    text: `${i + 1}.做好各项工作。${'落实责任，加强督查，按期完成。'.repeat(10)}第${i}批。`,
    lead: [],
    support: [],
    deadline: { on: '2024-12-31', inferred: true },
    indicators: [],
    isReadFromText: true,
    corrected: [],
  }));
  const text = { actions: [{ key: 'A1', number: '一', name: '工作' }], tasks };
  const { entries } = compareTexts(text, { ...text, tasks: [...tasks].reverse() });
  expect(entries.filter(({ kind }) => kind === 'unchanged')).toHaveLength(500);
});
