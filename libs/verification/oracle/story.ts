import type { Day, Minute, Stop } from './days.js';
import { civilOf, dateOf } from './days.js';

/** A rung as the oracle knows it (domain.md §8): when, who puts the notice out, which colour, what brings it early. */
export interface StoryRung {
  readonly days: number;
  /** Time of day; null: that of the start. */
  readonly time: Minute | null;
  readonly colour: 'blue' | 'yellow' | 'red' | null;
  /** Who has to issue it, within so many working days, and whether somebody has to agree; null: the system, at once. */
  readonly person: { readonly within: number; readonly agreed: boolean } | null;
  readonly early: {
    readonly colour: 'blue' | 'red';
    readonly count: number;
    readonly within: 'quarter' | 'year';
  } | null;
}

/** One climb from its cause to its end, and what people do meanwhile. */
export interface Story {
  readonly rungs: readonly StoryRung[];
  /** The missed due time. */
  readonly due: Minute;
  /** Cards that were earned before. */
  readonly cards: readonly { readonly colour: 'blue' | 'yellow' | 'red'; readonly day: Day }[];
  /** By rung: how long the person takes to issue it. */
  readonly delays: readonly Minute[];
  /** The system is down; what runs down meanwhile is seen at the end. */
  readonly outages: readonly Stop[];
  /** The task stands still: suspended, at a gate, waiting for another unit. They do not overlap. */
  readonly stops: readonly { readonly during: Stop; readonly why: 'suspended' | 'atGate' | 'waiting' }[];
  /** A person holds the ladder until the evening of a day. */
  readonly holds: readonly { readonly at: Minute; readonly until: Day }[];
  /** By rung: so long after its card was earned it is appealed against, and so long that takes; it is rejected. */
  readonly appeals: readonly ({ readonly after: Minute; readonly takes: Minute } | null)[];
  /** A person passes over the rung ahead. */
  readonly skips: readonly Minute[];
  /** The cause is cured. */
  readonly cured: Minute | null;
  /** Nobody looks further than this. */
  readonly until: Minute;
}

/** One line of what comes of a story: `2024-05-13 17:30 yellow reached`. */
export type Told = string;

export const tell = (at: Minute, rung: number, what: 'reached' | 'issued' | 'not issued in time'): Told =>
  `${civilOf(at)} r${rung} ${what}`;

/** A story in words, for whoever has to find out why two do not agree on it. */
export function inWords(story: Story): string {
  const stretch = ([from, to]: Stop): string => `${civilOf(from)} to ${civilOf(to)}`;
  return JSON.stringify(
    {
      ...story,
      due: civilOf(story.due),
      cards: story.cards.map(({ colour, day }) => `${colour} ${dateOf(day)}`),
      outages: story.outages.map(stretch),
      stops: story.stops.map(({ during, why }) => `${why} ${stretch(during)}`),
      holds: story.holds.map(({ at, until }) => `${civilOf(at)} until ${dateOf(until)}`),
      skips: story.skips.map(civilOf),
      cured: story.cured === null ? null : civilOf(story.cured),
      until: civilOf(story.until),
    },
    null,
    1,
  );
}
