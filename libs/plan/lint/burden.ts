import type { CadencePeriod } from '../cadence.js';

/** The figures by which a burden is reckoned; a policy may set its own. */
export interface BurdenRules {
  readonly minutesPerReport: number;
  readonly minutesPerSitting: number;
  readonly partsPerMonth: number;
  readonly minutesPerPart: number;
  readonly minutesPerMonthCap: number;
}

/**
 * What a plan asks of a unit in a month, in figures that nobody has measured yet: they are there to compare plans and
 * units with each other, and to be replaced by a jurisdiction's own.
 */
export const BURDEN: BurdenRules = {
  /** Minutes for one report on one task, "no change" in one click averaged with reports that need words. */
  minutesPerReport: 6,
  /** Minutes to open, look over and hand in the package of a period, whatever is in it. */
  minutesPerSitting: 10,
  /** A supporting unit gives its part once a quarter (domain: the default for parts). */
  partsPerMonth: 1 / 3,
  minutesPerPart: 10,
  /** Two working days in a month for reporting on one plan are the most that is asked without somebody deciding so. */
  minutesPerMonthCap: 16 * 60,
};

export const TIMES_A_MONTH: Readonly<Record<CadencePeriod, number>> = {
  day: 21,
  week: 52 / 12,
  'ten-day': 3,
  'half-month': 2,
  month: 1,
  'two-month': 1 / 2,
  quarter: 1 / 3,
  'half-year': 1 / 6,
  year: 1 / 12,
};

/** A task's part in what a unit owes. */
export interface Duty {
  readonly kind: 'lead' | 'support';
  /** Of a lead: the rhythms in which it reports on the task, the finest first; the plan's are among them. */
  readonly rhythms: readonly CadencePeriod[];
}

/** What an office owes in a plan's rhythm besides reports: a ledger, a meeting, a bulletin. */
export interface OfficeDuty {
  readonly kind: 'office';
  readonly every: CadencePeriod;
  readonly minutes: number;
}

export interface UnitBurden {
  readonly leads: number;
  readonly supports: number;
  /** Reports on single tasks, and parts given to lead units. */
  readonly reportsPerMonth: number;
  /** All of it, the duties of its offices among it. */
  readonly minutesPerMonth: number;
  readonly overCap: boolean;
}

/**
 * What a unit owes in a month. The rhythms of plan, action and task add up (domain: cadences are inherited, and add up);
 * where what is filed in the finest counts for the coarser ones too, these cost nothing more. All tasks of a rhythm are
 * one sitting.
 */
export function burdenOf(
  duties: readonly (Duty | OfficeDuty)[],
  rules: BurdenRules = BURDEN,
  coarserCounts = true,
): UnitBurden {
  const led = duties.flatMap((duty) => (duty.kind === 'lead' ? [duty] : []));
  const supports = duties.filter(({ kind }) => kind === 'support').length;
  const offices = duties.reduce(
    (sum, duty) => sum + (duty.kind === 'office' ? TIMES_A_MONTH[duty.every] * duty.minutes : 0),
    0,
  );
  const filed = led.map(({ rhythms }) => (coarserCounts ? rhythms.slice(0, 1) : rhythms));
  const monthly = (rhythms: readonly CadencePeriod[]): number =>
    rhythms.reduce((sum, every) => sum + TIMES_A_MONTH[every], 0);
  const sittings = monthly([...new Set(filed.flat())]);
  const reports = monthly(filed.flat());
  const parts = supports * rules.partsPerMonth;
  const minutes =
    sittings * rules.minutesPerSitting +
    reports * rules.minutesPerReport +
    parts * rules.minutesPerPart +
    offices;
  return {
    leads: led.length,
    supports,
    reportsPerMonth: round(reports + parts),
    minutesPerMonth: round(minutes),
    overCap: minutes > rules.minutesPerMonthCap,
  };
}

const round = (figure: number): number => Math.round(figure * 10) / 10;
