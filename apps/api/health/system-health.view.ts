import { addDays, addMinutes, civilDateOf, type CalendarData, type CivilDate, type Instant } from '#calendar';
import type { HealthCheckName, SystemHealth } from '#contract';
import type { HealthFacts } from '#persistence';

type Check = SystemHealth['checks'][number];
type State = Check['state'];

/** Clocks are looked at every few seconds; ten minutes without are an outage (docs/operations.md). */
const SWEEP_MINUTES = 10;
/** The auditor asks hourly. */
const AUDIT_MINUTES = 125;
const DAY_MINUTES = 24 * 60;
/** Seals are made every hour or so, wherever something happened. */
const SEAL_MINUTES = DAY_MINUTES;
const BACKUP_DAYS = 7;
/** The next year's arrangement is published in late autumn: so long before the end it should be asked for. */
const CALENDAR_DAYS = 45;
/** Processes whose machines differ by more are told of, as `doctor` does. */
const SKEW_SECONDS = 5;

export interface Examined {
  now: Instant;
  facts: HealthFacts;
  calendar: CalendarData;
  processes: SystemHealth['processes'];
}

/** Each check with its state. What waits by order, and how it is mended, is the page's to say. */
export function healthChecks({ now, facts, calendar, processes }: Examined): Check[] {
  const ago = (minutes: number): Instant => addMinutes(now, -minutes);
  const check = (
    name: HealthCheckName,
    state: State,
    told: Partial<Omit<Check, 'name' | 'state'>> = {},
  ): Check => ({
    ...{ name, state, at: null, count: null, on: null },
    ...told,
  });
  /** Seen within so many minutes: good. Never seen: as `never` says. */
  const lately = (at: Instant | null, minutes: number, late: State, never: State): State =>
    at === null ? never : at >= ago(minutes) ? 'good' : late;
  const published = publishedUntil(calendar);
  const ahead = Math.max(0, ...processes.map(({ aheadSeconds }) => Math.abs(aheadSeconds)));
  return [
    check('sweep', lately(facts.sweptAt, SWEEP_MINUTES, 'trouble', 'unknown'), { at: facts.sweptAt }),
    check('clocks', facts.clocks > 0 ? 'trouble' : 'good', { count: facts.clocks, at: facts.clocksSince }),
    check('messages', facts.messages > 0 ? 'trouble' : 'good', {
      count: facts.messages,
      at: facts.messagesSince,
    }),
    check('letters', facts.lettersFailed > 0 ? 'attention' : 'good', {
      count: facts.lettersFailed,
      at: facts.lettersFailedSince,
    }),
    check(
      'audit',
      facts.findings.length > 0 ? 'trouble' : lately(facts.auditedAt, AUDIT_MINUTES, 'attention', 'unknown'),
      { at: facts.auditedAt, count: facts.findings.length },
    ),
    check('seal', lately(facts.sealedAt, SEAL_MINUTES, 'attention', 'unknown'), { at: facts.sealedAt }),
    check('backup', lately(facts.backupAt, BACKUP_DAYS * DAY_MINUTES, 'attention', 'attention'), {
      at: facts.backupAt,
    }),
    check('calendar', calendarState(published, civilDateOf(now)), { on: published }),
    check('machines', processes.length === 0 ? 'unknown' : ahead > SKEW_SECONDS ? 'trouble' : 'good', {
      count: processes.length,
    }),
  ];
}

/** The last day up to which the arrangement is known without a gap; null: of no year. */
function publishedUntil({ years }: CalendarData): CivilDate | null {
  const published = Object.keys(years).filter((year) => years[year]?.status === 'published');
  const last = published.sort().at(-1);
  return last === undefined ? null : `${last}-12-31`;
}

function calendarState(until: CivilDate | null, today: CivilDate): State {
  if (until === null || until < today) return 'trouble';
  return until < addDays(today, CALENDAR_DAYS) ? 'attention' : 'good';
}
