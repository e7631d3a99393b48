import { chineseDate, chineseDateTime, type CivilDate, type Instant } from '#calendar';
import { cleanWords } from './clean-words.js';
import { FactBook, type FactRef } from './fact-book.js';
import { untilText } from './period-facts.js';
import type {
  CardRecord,
  FilingRecord,
  FindingRecord,
  IssueFacts,
  LevelRecord,
  PlanNamed,
  Standing,
  UnitRecord,
} from './period-record.js';
import { planFacts } from './plan-facts.js';

/** A step in a task's life: what happened, to or by which unit, in whose words. */
export interface CaseStep {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly unitId: string | null;
  /** Reason, statement or finding, as it was written; empty where there is none. */
  readonly words: string;
  /** Of a report: percent. */
  readonly progress: number | null;
  readonly on: CivilDate | null;
}

/** One matter with its whole history: a task, as it was known at an instant. */
export interface CaseRecord {
  readonly plan: PlanNamed;
  readonly action: string;
  readonly task: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly originalDeadlineOn: CivilDate;
  };
  readonly asOf: Instant;
  readonly issue: IssueFacts;
  readonly stood: Standing;
  readonly units: readonly UnitRecord[];
  readonly steps: readonly CaseStep[];
  readonly filings: readonly (FilingRecord & { readonly period: string })[];
  readonly cards: readonly CardRecord[];
  readonly findings: readonly FindingRecord[];
  readonly levels: readonly LevelRecord[];
}

export interface CaseFacts {
  readonly record: CaseRecord;
  readonly book: FactBook;
}

export function caseFacts(record: CaseRecord): CaseFacts {
  const book = new FactBook();
  const { task, stood, steps, filings, cards, findings } = record;
  const of: FactRef[] = [{ kind: 'task', id: task.id }];
  planFacts(book, record.plan);
  book.add('asOf', record.asOf, { printed: untilText(record.asOf) });
  book.add('action.name', cleanWords(record.action));
  book.add('task.name', `“${cleanWords(task.title)}”（${task.code}）`, { of });
  book.add('task.deadline', stood.deadlineOn, { printed: chineseDate(stood.deadlineOn), of });
  book.add('task.originalDeadline', task.originalDeadlineOn, {
    printed: chineseDate(task.originalDeadlineOn),
    of,
  });
  if (stood.progress !== null)
    book.add('task.progress', stood.progress, { printed: `${stood.progress}%`, of });
  if (stood.lag !== null) book.add('task.lag', stood.lag, { of });
  for (const { id, name } of record.units) book.add(`unit.${id}.name`, cleanWords(name));
  steps.forEach((step) => stepFacts(book, step, of));
  countFacts(book, { filings, cards, findings, of });
  if (stood.blocked) book.add('task.waitsFor', cleanWords(stood.blocked.reason), { of });
  if (stood.dispute) book.add('task.dispute', cleanWords(stood.dispute.reason), { of });
  return { record, book };
}

function stepFacts(book: FactBook, { seq, at, words, progress, on }: CaseStep, of: readonly FactRef[]): void {
  const prefix = `step.${seq}.`;
  book.add(`${prefix}at`, at, { printed: chineseDateTime(at), of });
  if (cleanWords(words) !== '') book.add(`${prefix}words`, cleanWords(words), { of });
  if (progress !== null) book.add(`${prefix}progress`, progress, { printed: `${progress}%`, of });
  if (on !== null) book.add(`${prefix}on`, on, { printed: chineseDate(on), of });
}

function countFacts(
  book: FactBook,
  { filings, cards, findings, of }: Pick<CaseRecord, 'filings' | 'cards' | 'findings'> & { of: FactRef[] },
): void {
  const add = (name: string, count: number): void => book.add(name, count, { of });
  add('filings.due', filings.length);
  for (const outcome of ['onTime', 'late', 'silent', 'missed'] as const)
    add(`filings.${outcome}`, filings.filter((filing) => filing.outcome === outcome).length);
  add('filings.unfiled', book.count('filings.silent') + book.count('filings.missed'));
  add('cards.issued', cards.length);
  add('cards.rescinded', cards.filter(({ rescindedAt }) => rescindedAt !== null).length);
  add('findings.made', findings.length);
  for (const card of cards) {
    const own: FactRef[] = [{ kind: 'notice', id: card.id }];
    book.add(`card.${card.id}.at`, card.issuedAt, { printed: chineseDateTime(card.issuedAt), of: own });
    if (card.number !== null) book.add(`card.${card.id}.number`, card.number, { of: own });
  }
  for (const finding of findings) {
    const own: FactRef[] = [{ kind: 'verification', id: finding.id }];
    book.add(`finding.${finding.id}.at`, finding.foundAt, {
      printed: chineseDateTime(finding.foundAt),
      of: own,
    });
    if (cleanWords(finding.words) !== '')
      book.add(`finding.${finding.id}.words`, cleanWords(finding.words), { of: own });
  }
}
