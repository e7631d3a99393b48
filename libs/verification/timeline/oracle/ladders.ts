import type { On } from './plot.js';

/** A post, as domain.md §2 has it. */
export type Role =
  | 'liaison'
  | 'leadUnitHead'
  | 'taskForceOffice'
  | 'taskForceConvener'
  | 'headquartersOffice'
  | 'supervisor'
  | 'commander';

export interface Rung {
  readonly name: string;
  /** Working days from the missed due time. */
  readonly days: number;
  readonly colour: 'blue' | 'yellow' | 'red' | 'interview' | null;
  readonly to: readonly Role[];
  readonly message: string;
  readonly notice: boolean;
  /** Issued by the supervision office, in so many working days, and with the commander's agreement; null: at once. */
  readonly person: { readonly within: number; readonly agreed: boolean } | null;
  /** Comes at once with so many of a colour. */
  readonly early: {
    readonly colour: 'blue' | 'red';
    readonly count: number;
    readonly within: 'quarter' | 'year';
  } | null;
  /** Has to be answered in two working days. */
  readonly answered: boolean;
}

export interface Ladder {
  readonly on: On;
  readonly rungs: readonly Rung[];
}

const rung = (
  name: string,
  days: number,
  to: readonly Role[],
  message: string,
  more: Partial<Rung> = {},
): Rung => ({
  name,
  days,
  colour: null,
  to,
  message,
  notice: false,
  person: null,
  early: null,
  answered: false,
  ...more,
});
const blue = (days: number): Rung =>
  rung('blue', days, ['leadUnitHead', 'taskForceOffice'], 'reminderLetter', { colour: 'blue', notice: true });
const yellow = (days: number, more: Partial<Rung> = {}): Rung =>
  rung('yellow', days, ['leadUnitHead', 'taskForceConvener', 'supervisor'], 'supervisionNotice', {
    colour: 'yellow',
    notice: true,
    person: { within: 1, agreed: false },
    answered: true,
    ...more,
  });

/** A unit's silence (domain.md §8, the default ladder for a ten-day report). */
export const SILENCE: Ladder = {
  on: 'line',
  rungs: [
    rung('chase', 0, ['liaison', 'leadUnitHead'], 'chase'),
    blue(1),
    yellow(3, { early: { colour: 'blue', count: 2, within: 'quarter' } }),
    rung('red', 5, ['taskForceConvener', 'commander', 'supervisor'], 'circular', {
      colour: 'red',
      notice: true,
      person: { within: 1, agreed: true },
    }),
    rung('interview', 10, ['commander'], 'interviewNotice', {
      colour: 'interview',
      notice: true,
      person: { within: 2, agreed: true },
      early: { colour: 'red', count: 2, within: 'year' },
    }),
  ],
};

/** The same machinery for what was not signed for, and for a card that was not answered. */
export const UNSIGNED: Ladder = {
  on: 'task',
  rungs: [rung('prompt', 0, ['liaison', 'leadUnitHead'], 'notSigned'), blue(2), yellow(5)],
};
export const unanswered = (on: On): Ladder => ({
  on,
  rungs: [
    rung('prompt', 0, ['liaison', 'leadUnitHead'], 'cardUnanswered'),
    rung('report', 2, ['leadUnitHead', 'taskForceConvener', 'supervisor'], 'cardUnanswered'),
  ],
});

/** A task whose deadline has passed; a unit that is waited for and late; and nobody who says whether it is. */
export const PAST_DEADLINE: Ladder = {
  on: 'task',
  rungs: [
    rung('prompt', 0, ['liaison', 'leadUnitHead'], 'taskOverdue'),
    blue(3),
    yellow(5),
    rung('red', 10, ['taskForceConvener', 'commander', 'supervisor'], 'circular', {
      colour: 'red',
      notice: true,
      person: { within: 1, agreed: true },
    }),
  ],
};
export const AWAITED: Ladder = {
  on: 'task',
  rungs: [rung('prompt', 0, ['liaison', 'leadUnitHead'], 'awaitedOverdue'), blue(2), yellow(5)],
};
export const BLOCKAGE_LATE: Ladder = {
  on: 'task',
  rungs: [
    rung('prompt', 0, ['supervisor', 'headquartersOffice'], 'blockageOverdue'),
    rung('commander', 2, ['supervisor', 'headquartersOffice', 'commander'], 'blockageOverdue'),
  ],
};
