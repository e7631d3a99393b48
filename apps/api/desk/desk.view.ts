import { compareInstants, type Instant } from '#calendar';
import type { DeskCard, DeskItem } from '#contract';
import type { Spoken } from '#engine';
import { alertTitle } from '#english';
import type { DeskCardRows, DeskItemRow } from '#persistence';
import { periodLabel } from '../view/labels.js';
import { deskWords } from './desk-words.js';

export function deskCard({ card, count, items }: DeskCardRows, now: Instant, spoken: Spoken): DeskCard {
  return {
    name: card.name,
    clock: card.clock,
    count: count > COUNTED_AT_MOST ? null : count,
    items: items.map((row) => deskItem(card, row, now, spoken)),
  };
}
const COUNTED_AT_MOST = 10_000;

function deskItem(
  { kind, clock }: DeskCardRows['card'],
  row: DeskItemRow,
  now: Instant,
  spoken: Spoken,
): DeskItem {
  return {
    kind,
    id: row.id,
    title: titleOf(kind, row, spoken),
    note: noteOf(row, spoken),
    at: row.at,
    overdue: clock === 'due' && row.at !== null && compareInstants(row.at, now) < 0,
  };
}

function titleOf(
  kind: DeskCardRows['card']['kind'],
  { title, note, period }: DeskItemRow,
  { language, word }: Spoken,
): string {
  if (period !== null) return `${word(periodLabel(period))} · ${word(shortly(title))}`;
  // An alert keeps the words that it was raised with; its note is whose it is.
  return kind === 'alert' && language === 'en' ? alertTitle(title, note ?? '') : title;
}

function noteOf({ note, lag, period }: DeskItemRow, { language }: Spoken): string | null {
  if (lag !== null) {
    const behind = deskWords[language].behind(Math.round(lag));
    return note === null ? behind : `${note} · ${behind}`;
  }
  return period === null || note === null ? note : shortly(note);
}

/** Of `…关于印发《某方案》的通知` the name between the marks: what is of a period names its plan. */
const shortly = (title: string): string => /《(.+)》/u.exec(title)?.[1] ?? title;

/** What is due soonest first, then what has waited longest, then what has no clock; what is empty comes last. */
export function byClock(cards: readonly DeskCard[]): DeskCard[] {
  const place = ({ clock, count, items: [first] }: DeskCard): number => {
    if (count === 0) return 3;
    if (first === undefined || first.at === null) return 2;
    return clock === 'due' ? 0 : 1;
  };
  return cards.toSorted((a, b) => {
    const [one, other] = [a.items[0]?.at, b.items[0]?.at];
    const apart = place(a) - place(b);
    return apart !== 0 || one == null || other == null ? apart : compareInstants(one, other);
  });
}
