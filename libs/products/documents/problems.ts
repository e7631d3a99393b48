import type { Block } from '#official';
import type { FactBook } from '../facts/fact-book.js';
import { standingOf } from '../facts/period-facts.js';
import type { Standing, TaskRecord, UnitRecord } from '../facts/period-record.js';
import { isBehind, isRunning } from '../facts/standing-words.js';
import { listed } from '../sentences/listed.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { paragraph, taskName, unitName, type Writing } from './writing.js';

/** What is not as it should be: who is silent (all named), who was late, what is past its deadline or behind, what waits. */
export function problems(writing: Writing): Block[] {
  const { book } = writing;
  return [
    ...silent(writing),
    ...paragraph(lateUnits(writing)),
    ...taskList(writing, 'tasks.pastDeadline', (stood) => isRunning(stood) && stood.pastDeadline, {
      words: (run) => say`到期未办结的任务${run}项`,
      detail: (task) => say`${taskName(book)(task)}`,
    }),
    ...taskList(
      writing,
      'tasks.seriouslyBehind',
      (stood) => isBehind(stood) && stood.schedule === 'seriouslyBehind',
      {
        words: (run) => say`严重滞后的任务${run}项`,
        detail: (task) => withLag(book, task),
      },
    ),
    ...taskList(writing, 'tasks.behind', (stood) => isBehind(stood) && stood.schedule === 'behind', {
      words: (run) => say`滞后的任务${run}项`,
      detail: (task) => withLag(book, task),
    }),
    ...taskList(writing, 'tasks.unsigned', ({ state }) => state === 'dispatched', {
      words: (run) => say`已下发尚未签收的任务${run}项`,
      detail: (task) => say`${taskName(book)(task)}`,
    }),
  ];
}

const withLag = (book: FactBook, task: TaskRecord): Part =>
  book.has(`task.${task.id}.lag`)
    ? say`${taskName(book)(task)}落后${book.run(`task.${task.id}.lag`)}个百分点`
    : taskName(book)(task);

/** Every unit that has not filed, with how many reports it owes: all of them by name, whatever the limit. */
export function silent({ book, facts, atMost }: Writing): Block[] {
  const units = unitsWith(facts.units, book, 'filings.unfiled');
  if (units.length === 0) return [];
  book.add('units.silent', units.length, { of: units.map(({ id }) => ({ kind: 'unit', id })) });
  const names = units.map(
    ({ id }) => say`${unitName(book, id)}（${book.run(`unit.${id}.filings.unfiled`)}项次）`,
  );
  const total = book.run('units.silent');
  // As long as the format leaves room for a single name, all are named; else they are in the table of units.
  if (atMost === 0)
    return paragraph(
      sentence(say`截至${book.run('asOf')}未报送的牵头单位${total}个`, '名单见附件各牵头单位情况表'),
    );
  return paragraph(
    sentence(
      say`截至${book.run('asOf')}未报送的牵头单位${total}个：${listed(names, { atMost: Number.POSITIVE_INFINITY, counted: '个单位' })}`,
    ),
  );
}

/** The units of which a figure is not 0, the highest first; equal ones in the order of the record. */
export const unitsWith = (units: readonly UnitRecord[], book: FactBook, figure: string): UnitRecord[] =>
  units
    .filter(({ id }) => book.count(`unit.${id}.${figure}`) > 0)
    .sort((a, b) => book.count(`unit.${b.id}.${figure}`) - book.count(`unit.${a.id}.${figure}`));

function lateUnits({ book, facts, atMost }: Writing): Part {
  const units = unitsWith(facts.units, book, 'filings.late');
  if (units.length === 0) return '';
  book.add('units.late', units.length, { of: units.map(({ id }) => ({ kind: 'unit', id })) });
  const total = book.run('units.late');
  const names = units.map(
    ({ id }) => say`${unitName(book, id)}（${book.run(`unit.${id}.filings.late`)}项次）`,
  );
  return sentence(say`迟报的牵头单位${total}个：${listed(names, { atMost, counted: '个单位' })}`);
}

interface TaskListing {
  readonly words: (total: Part) => Part;
  readonly detail: (task: TaskRecord) => Part;
}

function taskList(
  { book, facts, atMost }: Writing,
  figure: string,
  test: (stood: Standing) => boolean,
  { words, detail }: TaskListing,
): Block[] {
  const { record } = facts;
  const last = record.checkpoints.length - 1;
  const tasks = record.tasks
    .filter((task) => {
      const stood = standingOf(task, last);
      return stood !== null && test(stood);
    })
    // The furthest behind first.
    .sort((a, b) => (standingOf(b, last)?.lag ?? 0) - (standingOf(a, last)?.lag ?? 0));
  if (tasks.length === 0) return [];
  const total = book.run(figure);
  return paragraph(
    sentence(say`${words(total)}：${listed(tasks.map(detail), { atMost, counted: '项任务' })}`),
  );
}
