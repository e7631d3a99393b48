import { compareInstants, type Instant } from '#calendar';
import type { DeskCard, DeskItem } from '#contract';
import type { DeskCardRows, DeskItemRow } from '#persistence';
import { periodLabel } from '../view/labels.js';

export function deskCard({ card, count, items }: DeskCardRows, now: Instant): DeskCard {
  return {
    name: card.name,
    clock: card.clock,
    count: count > COUNTED_AT_MOST ? null : count,
    items: items.map((row) => deskItem(card, row, now)),
  };
}
const COUNTED_AT_MOST = 10_000;

function deskItem({ kind, clock }: DeskCardRows['card'], row: DeskItemRow, now: Instant): DeskItem {
  return {
    kind,
    id: row.id,
    title: row.period === null ? row.title : `${periodLabel(row.period)} · ${shortly(row.title)}`,
    note: noteOf(row),
    at: row.at,
    overdue: clock === 'due' && row.at !== null && compareInstants(row.at, now) < 0,
  };
}

function noteOf({ note, lag, period }: DeskItemRow): string | null {
  if (lag !== null) return lagging(note, lag);
  return period === null || note === null ? note : shortly(note);
}

/** Of `…关于印发《某方案》的通知` the name between the marks: what is of a period names its plan. */
const shortly = (title: string): string => /《(.+)》/u.exec(title)?.[1] ?? title;

const lagging = (note: string | null, lag: number): string =>
  `${note ?? ''}${note === null ? '' : ' · '}落后 ${Math.round(lag)} 个百分点`;

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
