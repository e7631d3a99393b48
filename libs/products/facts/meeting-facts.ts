import { chineseDate, type CivilDate } from '#calendar';
import { cleanWords } from './clean-words.js';
import { FactBook } from './fact-book.js';
import type { IssueFacts, PlanNamed } from './period-record.js';
import { planFacts } from './plan-facts.js';

/** A dispatch meeting as it was recorded, with the tasks that its decisions became. */
export interface MeetingRecordFacts {
  readonly id: string;
  readonly plan: PlanNamed;
  readonly action: string;
  readonly period: string;
  readonly issue: IssueFacts;
  readonly heldOn: CivilDate;
  readonly chairedBy: string;
  readonly attended: readonly string[];
  readonly decisions: readonly string[];
  readonly note: string;
  readonly tasks: readonly { readonly id: string; readonly code: string; readonly decision: number }[];
}

export interface MeetingFacts {
  readonly record: MeetingRecordFacts;
  readonly book: FactBook;
}

export function meetingFacts(record: MeetingRecordFacts): MeetingFacts {
  const book = new FactBook();
  const of = [{ kind: 'meeting' as const, id: record.id }];
  planFacts(book, record.plan);
  book.add('action.name', cleanWords(record.action));
  book.add('period.label', record.period);
  book.add('meeting.heldOn', record.heldOn, { printed: chineseDate(record.heldOn), of });
  book.add('meeting.chairedBy', cleanWords(record.chairedBy), { of });
  book.add('meeting.attended', record.attended.length, { of });
  book.add('meeting.decisions', record.decisions.length, { of });
  record.attended.forEach((name, index) => {
    book.add(`meeting.attended.${index}`, cleanWords(name), { of });
  });
  record.decisions.forEach((words, index) => {
    book.add(`meeting.decision.${index}`, cleanWords(words), { of });
  });
  if (cleanWords(record.note) !== '') book.add('meeting.note', cleanWords(record.note), { of });
  for (const { id, code, decision } of record.tasks)
    book.add(`meeting.decision.${decision}.task.${id}`, code, { of: [{ kind: 'task', id }] });
  book.add('meeting.tasks', record.tasks.length, {
    of: record.tasks.map(({ id }) => ({ kind: 'task', id })),
  });
  return { record, book };
}
