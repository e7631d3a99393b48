import { chineseDate, chineseDateTime, civilDateOf, civilTimeOf, type Instant } from '#calendar';
import { cleanWords, shortened } from './clean-words.js';
import { FactBook } from './fact-book.js';
import type { Checkpoint, PeriodRecord, Standing, TaskRecord, UnitRecord } from './period-record.js';
import { planFacts } from './plan-facts.js';
import { counts } from './standing-words.js';
import { dueIn, tallyFilings } from './tally-filings.js';
import {
  cardsIn,
  findingsIn,
  meetingsIn,
  tallyCards,
  tallyFindings,
  tallyMeetings,
} from './tally-supervision.js';
import { tallyChanges, tallyTasks } from './tally-tasks.js';

/** The record of a period with its facts by name: what every periodic product is written from. */
export interface PeriodFacts {
  readonly record: PeriodRecord;
  readonly book: FactBook;
  readonly now: Checkpoint;
  readonly before: Checkpoint | null;
  /** Units that led a task or owed a report in the period, in the order of the record. */
  readonly units: readonly UnitRecord[];
}

/** Counts everything that products speak of: of the scope, of each action, of each unit, and of the period before. */
export function periodFacts(record: PeriodRecord): PeriodFacts {
  const book = new FactBook();
  const last = record.checkpoints.length - 1;
  const now = record.checkpoints[last];
  if (!now) throw new Error('A record needs at least the checkpoint of its own period.');
  const before = record.checkpoints[last - 1] ?? null;
  nameAll(book, record);
  tallyGroup(book, '', record, record.tasks, { now, last, isPart: () => true, actionIds: null });
  if (before) tallyBefore(book, record, before, last - 1);
  for (const action of record.actions) {
    const tasks = record.tasks.filter(({ actionId }) => actionId === action.id);
    const ids = new Set(tasks.map(({ id }) => id));
    tallyGroup(book, `action.${action.id}.`, record, tasks, {
      now,
      last,
      isPart: ({ taskId }) => taskId !== undefined && ids.has(taskId),
      actionIds: [action.id],
    });
  }
  const units = record.units.filter((unit) => hasPart(record, now, last, unit));
  for (const unit of units) tallyUnit(book, record, { unit, now, last });
  book.add('units.total', units.length);
  return { record, book, now, before, units };
}

interface Row {
  readonly taskId?: string;
  readonly unitId: string;
}

interface Group {
  readonly now: Checkpoint;
  readonly last: number;
  readonly isPart: (row: Row) => boolean;
  /** Null: of all actions of the record. */
  readonly actionIds: readonly string[] | null;
}

function tallyGroup(
  book: FactBook,
  prefix: string,
  record: PeriodRecord,
  tasks: readonly TaskRecord[],
  { now, last, isPart, actionIds }: Group,
): void {
  tallyTasks(book, prefix, tasks, last);
  tallyChanges(book, prefix, tasks, last);
  tallyFilings(book, prefix, dueIn(record.filings, now).filter(isPart));
  tallyFindings(book, prefix, findingsIn(record.findings, now).filter(isPart));
  tallyMeetings(
    book,
    prefix,
    meetingsIn(record.meetings, now).filter(({ actionId }) => actionIds?.includes(actionId) ?? true),
  );
  const ofTasks = new Set(tasks.map(({ id }) => id));
  const cards = cardsIn(record.cards, now);
  tallyCards(
    book,
    prefix,
    prefix === '' ? cards : cards.filter(({ taskIds }) => taskIds.some((id) => ofTasks.has(id))),
    record.levels,
  );
}

/** Of the period before; where there was no task in it yet, there is nothing to compare with. */
function tallyBefore(book: FactBook, record: PeriodRecord, before: Checkpoint, index: number): void {
  if (!record.tasks.some((task) => standingOf(task, index) !== null)) return;
  const prefix = 'before.';
  tallyTasks(book, prefix, record.tasks, index);
  tallyFilings(book, prefix, dueIn(record.filings, before));
  tallyCards(book, prefix, cardsIn(record.cards, before), record.levels);
  tallyFindings(book, prefix, findingsIn(record.findings, before));
}

export const standingOf = ({ stood }: TaskRecord, index: number): Standing | null => {
  const at = stood[index] ?? null;
  return counts(at) ? at : null;
};

const leads = (task: TaskRecord, index: number, unitId: string): boolean =>
  standingOf(task, index)?.leadUnitIds.includes(unitId) ?? false;

const hasPart = (record: PeriodRecord, now: Checkpoint, last: number, { id }: UnitRecord): boolean =>
  record.tasks.some((task) => leads(task, last, id)) ||
  dueIn(record.filings, now).some(({ unitId }) => unitId === id) ||
  cardsIn(record.cards, now).some(({ unitId }) => unitId === id);

interface OfUnit {
  readonly unit: UnitRecord;
  readonly now: Checkpoint;
  readonly last: number;
}

function tallyUnit(book: FactBook, record: PeriodRecord, { unit, now, last }: OfUnit): void {
  const prefix = `unit.${unit.id}.`;
  const tasks = record.tasks.filter((task) => leads(task, last, unit.id));
  const own = ({ unitId }: Row): boolean => unitId === unit.id;
  tallyTasks(book, prefix, tasks, last);
  tallyFilings(book, prefix, dueIn(record.filings, now).filter(own));
  tallyCards(book, prefix, cardsIn(record.cards, now).filter(own), record.levels);
  tallyFindings(book, prefix, findingsIn(record.findings, now).filter(own));
}

/** Names, dates and titles: facts like the figures, so that no digit of a text comes from nowhere. */
function nameAll(
  book: FactBook,
  { plan, scope, period, asOf, actions, units, tasks, checkpoints }: PeriodRecord,
): void {
  planFacts(book, plan);
  if (scope.per === 'person') book.add('person.name', cleanWords(scope.name));
  book.add('period.label', period.label);
  book.add('period.start', period.start, { printed: chineseDate(period.start) });
  book.add('period.end', period.end, { printed: chineseDate(period.end) });
  book.add('asOf', asOf, { printed: untilText(asOf) });
  checkpoints.forEach(({ label }, index) => {
    book.add(`checkpoint.${index}.label`, label);
  });
  for (const { id, name, office } of actions) {
    book.add(`action.${id}.name`, cleanWords(name));
    if (office !== null) book.add(`action.${id}.office`, cleanWords(office));
  }
  for (const { id, name } of units) book.add(`unit.${id}.name`, cleanWords(name));
  const last = checkpoints.length - 1;
  for (const task of tasks) nameTask(book, task, last);
}

/** `2024年5月31日17:30`; the last minute of a day is its end. */
export const untilText = (at: Instant): string =>
  civilTimeOf(at) === '23:59' ? `${chineseDate(civilDateOf(at))}24:00` : chineseDateTime(at);

/** Longer titles are cut in sentences; tables have them whole. */
const LONGEST_TITLE = 40;

function nameTask(book: FactBook, task: TaskRecord, last: number): void {
  const prefix = `task.${task.id}.`;
  const of = [{ kind: 'task' as const, id: task.id }];
  const title = cleanWords(task.title);
  book.add(`${prefix}title`, title, { of });
  book.add(`${prefix}name`, `“${shortened(title, LONGEST_TITLE)}”（${task.code}）`, { of });
  book.add(`${prefix}code`, task.code, { of });
  const stood = task.stood[last] ?? null;
  if (!stood) return;
  if (stood.progress !== null)
    book.add(`${prefix}progress`, stood.progress, { printed: `${stood.progress}%`, of });
  if (stood.lag !== null) book.add(`${prefix}lag`, stood.lag, { of });
  book.add(`${prefix}deadline`, stood.deadlineOn, { printed: chineseDate(stood.deadlineOn), of });
  if (stood.blocked) book.add(`${prefix}waitsFor`, cleanWords(stood.blocked.reason), { of });
  if (stood.dispute) book.add(`${prefix}dispute`, cleanWords(stood.dispute.reason), { of });
  if (stood.suspendedUntil)
    book.add(`${prefix}suspendedUntil`, stood.suspendedUntil, {
      printed: chineseDate(stood.suspendedUntil),
      of,
    });
}
