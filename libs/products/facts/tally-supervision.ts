import type { FactBook } from './fact-book.js';
import type { CardRecord, Checkpoint, FindingRecord, LevelRecord, MeetingOwed } from './period-record.js';

/** Issued in the stretch, and not taken back as far as is known. */
export const cardsIn = (cards: readonly CardRecord[], { from, at }: Checkpoint): CardRecord[] =>
  cards.filter(({ issuedAt, rescindedAt }) => issuedAt >= from && issuedAt <= at && rescindedAt === null);

export const findingsIn = (findings: readonly FindingRecord[], { from, at }: Checkpoint): FindingRecord[] =>
  findings.filter(({ foundAt }) => foundAt >= from && foundAt <= at);

export const meetingsIn = (meetings: readonly MeetingOwed[], { from, at }: Checkpoint): MeetingOwed[] =>
  meetings.filter(({ dueAt }) => dueAt >= from && dueAt <= at);

/** `<prefix>cards.issued`, and `<prefix>cards.<level>` of each level of the scheme. */
export function tallyCards(
  book: FactBook,
  prefix: string,
  cards: readonly CardRecord[],
  levels: readonly LevelRecord[],
): void {
  const add = (name: string, found: readonly CardRecord[]): void =>
    book.add(`${prefix}cards.${name}`, found.length, { of: found.map(({ id }) => ({ kind: 'notice', id })) });
  add('issued', cards);
  for (const { id } of levels)
    add(
      id,
      cards.filter(({ level }) => level === id),
    );
}

/** `<prefix>findings.made` = `true` + `partlyTrue` + `untrue`. */
export function tallyFindings(book: FactBook, prefix: string, findings: readonly FindingRecord[]): void {
  const add = (name: string, found: readonly FindingRecord[]): void =>
    book.add(`${prefix}findings.${name}`, found.length, {
      of: found.map(({ id }) => ({ kind: 'verification', id })),
    });
  add('made', findings);
  for (const finding of ['true', 'partlyTrue', 'untrue'] as const)
    add(
      finding,
      findings.filter((one) => one.finding === finding),
    );
}

/** `<prefix>meetings.owed` = `held` + `missing`. */
export function tallyMeetings(book: FactBook, prefix: string, meetings: readonly MeetingOwed[]): void {
  const add = (name: string, found: readonly MeetingOwed[]): void =>
    book.add(`${prefix}meetings.${name}`, found.length, {
      of: found.map(({ id }) => ({ kind: 'meeting', id })),
    });
  add('owed', meetings);
  add(
    'held',
    meetings.filter(({ held }) => held),
  );
  add(
    'missing',
    meetings.filter(({ held }) => !held),
  );
}
