import { outlookOf, standingToday, type Policy, type StandingToday } from '#accountability';
import { civilDateOf, epochDayOf, lastElapsedDay, type Instant, type WorkingCalendar } from '#calendar';
import { ruleVersions, type OutlookRow, type TodayValues, type Transaction } from '#persistence';
import type { RuleBook } from './rule-book.js';

/** How a task is shown: beside what is expected of it today, and what the record says. */
export interface ShownStanding extends Pick<StandingToday, 'expected' | 'lag' | 'schedule'> {
  /** Of the lead unit that it is reckoned of; null: none has reported. */
  lastReport: { period: string; at: Instant; daysAgo: number } | null;
  /** What the last report made of it, which ladders follow. */
  recorded: Pick<OutlookRow, 'expected' | 'schedule'>;
  /** Whether working days go by for it; else it is shown as it was recorded last. */
  runs: boolean;
}

/** How tasks stand at one instant, by the newest calendar and the policy that each is under. */
export class Today {
  constructor(
    readonly at: Instant,
    readonly calendar: WorkingCalendar,
    private readonly policies: ReadonlyMap<number, Policy>,
  ) {}

  standingOf(row: OutlookRow): ShownStanding {
    const outlook = outlookOf(row.outlook);
    const limits = this.policies.get(row.policy_version)?.lag;
    const { state, expected, progress, schedule } = row;
    const today = limits && standingToday(this.calendar, outlook, state, limits, this.at);
    const unitIds = today ? [today.unitId] : outlook.leadUnitIds;
    const [latest] = unitIds
      .flatMap((unitId) => row.last_reports[unitId] ?? [])
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    return {
      expected: today?.expected ?? expected,
      lag: today?.lag ?? Math.round((expected - progress) * 100) / 100 + 0,
      schedule: today?.schedule ?? schedule,
      lastReport: latest === undefined ? null : { ...latest, daysAgo: this.#daysSince(latest.at) },
      recorded: { expected, schedule },
      runs: today != null,
    };
  }

  /** What statements of the database reckon the same with. */
  get values(): TodayValues {
    const { calendar, policies } = this;
    const limits = (of: keyof Policy['lag']): (number | null)[] =>
      Array.from(
        { length: Math.max(0, ...policies.keys()) },
        (_, at) => policies.get(at + 1)?.lag[of] ?? null,
      );
    return {
      todayLast: epochDayOf(lastElapsedDay(calendar, this.at)),
      todayFirst: epochDayOf(calendar.firstDate),
      todayOrdinals: ordinalsOf(calendar),
      todayHours: calendar.intervalsMs.flat(),
      todayBehind: limits('behind'),
      todaySeriously: limits('seriouslyBehind'),
    };
  }

  #daysSince(at: Instant): number {
    return Math.max(0, epochDayOf(civilDateOf(this.at)) - epochDayOf(civilDateOf(at)));
  }
}

/** By calendar: a version never changes. */
const ORDINALS = new WeakMap<WorkingCalendar, number[]>();

function ordinalsOf(calendar: WorkingCalendar): number[] {
  const known = ORDINALS.get(calendar);
  if (known !== undefined) return known;
  const [first, last] = [epochDayOf(calendar.firstDate), epochDayOf(calendar.lastDate)];
  const ordinals = [0];
  for (let day = first; day <= last; day++) ordinals.push(calendar.ordinalOf(day));
  ORDINALS.set(calendar, ordinals);
  return ordinals;
}

export async function todayIn(book: RuleBook, tx: Transaction, at: Instant): Promise<Today> {
  const { policies, calendar } = await ruleVersions(tx);
  const known = new Map<number, Policy>();
  for (const version of policies) known.set(version, await book.policy(tx, version));
  return new Today(at, await book.calendar(tx, calendar), known);
}
