import type { Annex, Block } from '#official';
import { changesOf, type TaskChanges } from '../facts/tally-tasks.js';
import type { TaskRecord } from '../facts/period-record.js';
import { listed } from '../sentences/listed.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { BEFORE } from './overview.js';
import { column, paragraph, table, taskName, type Cell, type Writing } from './writing.js';

/** What has changed since the period before: closed, fallen behind, made good, still behind, extended. */
export function changes({ book, facts, atMost }: Writing): Block[] {
  if (!facts.before) return [];
  const { record } = facts;
  const found = changesOf(record.tasks, record.checkpoints.length - 1);
  const before = BEFORE[record.period.cadence] ?? '上期';
  const told = (name: keyof typeof found, words: (count: Part) => Part): Part => {
    const tasks: TaskRecord[] = found[name];
    const total = book.run(`tasks.${name}`);
    return tasks.length === 0
      ? ''
      : sentence(
          tasks.length === book.count('tasks.total') && tasks.length > 1
            ? say`${words(total)}，为全部任务`
            : say`${words(total)}：${listed(tasks.map(taskName(book)), { atMost, counted: '项任务' })}`,
        );
  };
  const nothing = Object.values(found).every(({ length }) => length === 0);
  if (nothing)
    return paragraph(
      sentence(say`与${before}相比，${book.none('tasks.newlyClosed')}任务销号`, '也没有任务新落后于序时进度'),
    );
  return [
    ...paragraph(told('newlyDispatched', (run) => say`本期新下发任务${run}项`)),
    ...paragraph(told('newlyClosed', (run) => say`本期新销号任务${run}项`)),
    ...paragraph(told('madeGood', (run) => say`${before}落后、本期赶上或已销号的任务${run}项`)),
    ...paragraph(told('newlyBehind', (run) => say`本期新落后于序时进度的任务${run}项`)),
    ...paragraph(told('stillBehind', (run) => say`${before}落后、本期仍落后的任务${run}项`)),
    ...paragraph(told('extended', (run) => say`本期延期的任务${run}项`)),
  ];
}

const LABELS: Readonly<Record<keyof TaskChanges, string>> = {
  newlyDispatched: '新下发',
  newlyClosed: '新销号',
  madeGood: '赶上或销号',
  newlyBehind: '新落后',
  stillBehind: '仍落后',
  extended: '延期',
};

/**
 * Every task that has changed, with how: whole also where the text names only some. When all tasks were dispatched, as in the first period,
 * the text says so; a list of them would be the plan once more.
 */
export function changesAnnex({ book, facts }: Writing): Annex {
  const found = changesOf(facts.record.tasks, facts.record.checkpoints.length - 1);
  const labels = (Object.entries(LABELS) as [keyof TaskChanges, string][]).filter(
    ([name]) =>
      !(
        name === 'newlyDispatched' &&
        found[name].length > 1 &&
        found[name].length === book.count('tasks.total')
      ),
  );
  const rows =
    facts.before === null
      ? []
      : labels.flatMap(([name, label]) =>
          found[name].map(({ id }): Cell[] => [
            label,
            book.run(`task.${id}.code`),
            book.words(`task.${id}.title`),
          ]),
        );
  return {
    title: '任务变化清单',
    body: table(null, [column('变化', 18), column('编号', 12), column('任务', 70, 'left')], rows),
  };
}
