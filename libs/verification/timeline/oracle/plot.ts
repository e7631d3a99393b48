import type { Announced, Day, Minute, Stop } from '../../oracle/days.js';

/** What one lead unit does in the story. Spans are minutes of civil time. */
export interface UnitPlot {
  readonly unit: string;
  readonly tasks: number;
  /** Whether somebody holds the post of liaison. */
  readonly liaison: boolean;
  /** When it signs for all its tasks; null: never. */
  readonly signs: Minute | null;
  /** Which sitting it files, by its due time, and when it means to. */
  readonly files: readonly { readonly due: Minute; readonly at: Minute }[];
  /** How long the supervision office takes for its cards, in turn. */
  readonly delays: readonly [Minute, ...Minute[]];
  /** How long it takes to answer a card; null: it does not. */
  readonly answers: Minute | null;
  /** It appeals against the blue letters of its silence, in turn; null: it does not. */
  readonly appeals: readonly (Appeal | null)[];
  /** What becomes of its one task, whose deadline falls into the story; left out: nothing but reports. */
  readonly matter?: MatterPlot;
}

/** A task that waits for another unit, and is suspended. */
export interface MatterPlot {
  readonly deadline: Minute;
  readonly wait: Wait | null;
  readonly suspension: Suspension | null;
}

/** Help is wanted: the lead says that it waits for the other unit. Spans are counted from that claim. */
export interface Wait {
  readonly at: Minute;
  /** The unit that is waited for, as it answers its cards. */
  readonly awaited: UnitPlot;
  readonly reply: { readonly after: Minute; readonly accepts: boolean } | null;
  /** The supervision office decides, whatever was said until then. */
  readonly decision: { readonly after: Minute; readonly accepts: boolean } | null;
  /** What was waited for is there; null: it does not come. */
  readonly comes: Minute | null;
}

export interface Suspension {
  readonly at: Minute;
  /** So many days after it began it is over. */
  readonly days: number;
  /** It is taken up again so long after it began; null: it runs out. */
  readonly resumes: Minute | null;
}

export interface Appeal {
  /** So long after the letter came. */
  readonly after: Minute;
  /** So long the supervision office takes. */
  readonly takes: Minute;
  readonly upheld: boolean;
}

/** A month of a district: its units' tasks have been dispatched when it begins. */
export interface Plot {
  readonly dispatched: Minute;
  readonly until: Minute;
  readonly units: readonly UnitPlot[];
  /** Stretches in which the whole system is down; longer than half an hour, in order. */
  readonly outages: readonly Stop[];
  /** Days ahead become off, or worked, while everything is under way. */
  readonly announcement: Announcement | null;
}

export interface Announcement extends Announced {
  readonly at: Minute;
}

/** Something that a person does at a moment, whether or not it is allowed then. */
export type PlannedAct = { readonly at: Minute; readonly allowed: boolean } & (
  | {
      readonly what: 'sign' | 'block' | 'accept' | 'contest' | 'rule' | 'overrule' | 'unblock' | 'resume';
      readonly unit: string;
    }
  | {
      readonly what: 'announce';
      readonly unit: 'office';
      readonly off: readonly Day[];
      readonly worked: readonly Day[];
    }
  | { readonly what: 'suspend'; readonly unit: string; readonly until: Day }
  | { readonly what: 'file'; readonly unit: string; readonly due: Minute }
  | { readonly what: 'agree' | 'issue'; readonly unit: string; readonly on: On; readonly rung: string }
  | {
      readonly what: 'answer' | 'appeal' | 'uphold' | 'reject';
      readonly unit: string;
      readonly on: On;
      readonly rung: string;
    }
);

/** What a climb stands on: the unit's reporting line, or tasks. */
export type On = 'line' | 'task';

/** What must be on record in the end, each once. */
export interface Foretold {
  acts: PlannedAct[];
  /** `2024-10-10 17:30 > 2024-10-11 08:00 liaison-education chase education`: said, to be delivered, to, what, about whom. */
  told: string[];
  /** `2024-10-11 17:30 education line blue`. */
  rungs: string[];
  /** `2024-10-11 17:30 education line blue issued 2024-10-11 17:30`. */
  notices: string[];
  /** `2024-10-13 10:15`: ends of outages that made something late. */
  outages: string[];
}
