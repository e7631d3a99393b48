import type { DocumentNumber } from '#official';
import type { NoticeText } from '#reporting';
import { chineseDateTime } from '#calendar';
import { FactBook, type FactRef } from './fact-book.js';
import type { IssueFacts } from './period-record.js';

export type NoticeDocumentKind = 'reminderLetter' | 'supervisionNotice' | 'circular' | 'interviewNotice';

/** A notice that the ladder drafted (libs/reporting/notices), as the record keeps it. */
export interface NoticeDocumentRecord {
  readonly id: string;
  readonly kind: NoticeDocumentKind;
  readonly text: NoticeText;
  /** Null while it is a draft. */
  readonly number: DocumentNumber | null;
  readonly issue: IssueFacts;
  /** What its words speak of: each name, date and count that stands in them, under the name of the fact. */
  readonly named: readonly NamedWords[];
}

export interface NamedWords {
  readonly name: string;
  readonly words: string;
  readonly of?: readonly FactRef[];
}

export interface NoticeDocumentFacts {
  readonly record: NoticeDocumentRecord;
  readonly book: FactBook;
}

/** The facts behind the words of a notice: those that its record names, and whatever else has a digit, by its place. */
export function noticeDocumentFacts(record: NoticeDocumentRecord): NoticeDocumentFacts {
  const book = new FactBook();
  for (const { name, words, of } of record.named) if (words !== '') book.add(name, words, of ? { of } : {});
  return { record, book };
}

interface NoticeNames {
  readonly unit: string;
  readonly plan: { readonly title: string; readonly documentNumber?: string | undefined };
  readonly tasks: readonly {
    readonly id?: string;
    readonly code: string;
    readonly title: string;
    readonly periods: readonly { readonly label: string; readonly dueAt: string }[];
  }[];
  readonly rule: { readonly label: string; readonly version?: number | undefined };
  readonly appealWithin?: number | undefined;
  readonly earlier?:
    | readonly { readonly label: string; readonly documentNumber: string | null; readonly issuedAt: string }[]
    | undefined;
}

/** The words that a notice's own facts put into its text: codes, titles, periods, due times, counts, earlier notices. */
export function namedWordsOf(facts: NoticeNames, answerBy: string | null = null): NamedWords[] {
  const named: NamedWords[] = [
    { name: 'plan.title', words: facts.plan.title },
    { name: 'plan.documentNumber', words: facts.plan.documentNumber ?? '' },
    { name: 'unit.name', words: facts.unit },
    { name: 'rule.label', words: facts.rule.label },
    { name: 'rule.version', words: facts.rule.version === undefined ? '' : `第${facts.rule.version}版` },
    {
      name: 'appealWithin',
      words: facts.appealWithin === undefined ? '' : `${facts.appealWithin}个工作日`,
    },
    { name: 'tasks.count', words: `${facts.tasks.length}项任务` },
    { name: 'answerBy', words: answerBy === null ? '' : chineseDateTime(answerBy) },
  ];
  facts.tasks.forEach(({ code, title, periods }, index) => {
    named.push({ name: `task.${index}.code`, words: code }, { name: `task.${index}.title`, words: title });
    periods.forEach(({ label, dueAt }, nth) => {
      named.push(
        { name: `task.${index}.period.${nth}`, words: label },
        { name: `task.${index}.due.${nth}`, words: chineseDateTime(dueAt) },
      );
    });
  });
  (facts.earlier ?? []).forEach(({ documentNumber, issuedAt }, index) => {
    named.push(
      { name: `earlier.${index}.number`, words: documentNumber ?? '' },
      { name: `earlier.${index}.at`, words: chineseDateTime(issuedAt).replace(/\d\d:\d\d$/u, '') },
    );
  });
  // A code or a date is one thing, however often it is said.
  return named.filter(
    ({ words }, index) => /\d/u.test(words) && named.findIndex((one) => one.words === words) === index,
  );
}
