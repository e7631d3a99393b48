import { cadenceRule, nextRung, offsetFrom, type Policy, type Role, type TaskRung } from '#accountability';
import {
  civilDateOf,
  dueOfPeriod,
  isUnknownYear,
  nextReportingPeriod,
  project,
  reportingPeriodOf,
  workingDaysBetween,
  type Budget,
  type CivilDate,
  type Instant,
  type WorkingCalendar,
} from '#calendar';
import type { Climbed, CourseEnd, CourseMoment, LadderCourse, MomentKind, Supposed } from './course.js';

/** An office that does not issue is told again and again; so often it is shown. */
const TOLD_AGAIN = 3;
const NOON = '12:00';

/**
 * On which working day which step of a ladder would reach whom, if what is supposed came true. The rungs come by the very
 * `nextRung` that arms the record's clocks, on the calendar in force; nothing is read or written.
 */
export function courseOf(
  climbed: Climbed,
  supposed: Supposed,
  policy: Policy,
  calendar: WorkingCalendar,
): LadderCourse {
  return new Course(climbed, supposed, policy, calendar).run();
}

interface Stretch {
  from: Instant;
  /** When it is over; null: nothing ends it. */
  until: Instant | null;
}
interface Climbing extends Stretch {
  rungs: readonly TaskRung[];
  aside: boolean;
}

class Course {
  readonly #moments: Omit<CourseMoment, 'workingDay'>[] = [];
  /** From when until when an answer is owed that should have been given. */
  readonly #owed: Stretch[] = [];
  readonly #climbed: Climbed;
  readonly #supposed: Supposed;
  readonly #policy: Policy;
  readonly #calendar: WorkingCalendar;

  constructor(climbed: Climbed, supposed: Supposed, policy: Policy, calendar: WorkingCalendar) {
    this.#climbed = climbed;
    this.#supposed = supposed;
    this.#policy = policy;
    this.#calendar = calendar;
  }

  run(): LadderCourse {
    const { dueAt, curedAfter } = this.#supposed;
    const { ladder } = this.#climbed;
    let end: CourseEnd;
    try {
      for (const { offset, audience } of ladder.reminders)
        this.#note('reminder', this.#when(offsetFrom(dueAt, offset)), { to: audience });
      this.#note('due', dueAt);
      const curedAt = this.#noonAfter(dueAt, curedAfter);
      end = this.#climb({ rungs: ladder.rungs, from: dueAt, until: curedAt, aside: false });
      if (curedAt !== null) this.#note('cured', curedAt);
      this.#climbForAnswers();
    } catch (error) {
      if (!isUnknownYear(error)) throw error;
      end = 'calendarEnds';
    }
    const day = civilDateOf(dueAt);
    const moments = this.#moments
      .map((moment, order) => ({ moment, order }))
      .sort((a, b) => (a.moment.at < b.moment.at ? -1 : a.moment.at > b.moment.at ? 1 : a.order - b.order))
      .map(({ moment }) => ({
        ...moment,
        workingDay: workingDaysBetween(this.#calendar, day, civilDateOf(moment.at)),
      }));
    return { moments, end };
  }

  #climb({ rungs, from, until, aside }: Climbing): CourseEnd {
    const { lag, issued, dueAt } = this.#supposed;
    const cards = aside ? [] : earlierCards(rungs, this.#supposed, civilDateOf(dueAt));
    let state = { reached: 0, causeDueAt: from, effectiveAt: null as Instant | null };
    let now = from;
    for (;;) {
      const ahead = this.#next(rungs, state, cards, now);
      if (ahead === null)
        return state.reached < rungs.length && waits(rungs, state, lag) ? 'waitsForLag' : 'top';
      const { rung, index, at, early } = ahead;
      if (until !== null && at > until) return 'cured';
      const on = { rung, aside, early };
      const issue = rung.issue;
      let effectiveAt = at;
      if ('within' in issue) {
        this.#note('toIssue', at, { ...on, to: issue.agreedBy ? [issue.agreedBy, issue.by] : [issue.by] });
        const limit = this.#when(offsetFrom(at, issue.within));
        if (issued === 'never') return this.#neverIssued(ahead, limit, until, aside);
        effectiveAt = issued === 'promptly' ? at : limit;
        if (until !== null && effectiveAt > until) return 'cured';
        this.#note('issued', effectiveAt, { ...on, to: rung.audience });
      } else this.#note('reached', at, { ...on, to: rung.audience });
      if (rung.colour !== null) cards.push({ colour: rung.colour, on: civilDateOf(effectiveAt) });
      if (!aside) this.#answer(rung, effectiveAt, until);
      state = { ...state, reached: index + 1, effectiveAt };
      now = effectiveAt;
    }
  }

  /** The rung that comes next and when; null: none comes. One that is for smaller lags is passed over. */
  #next(
    rungs: readonly TaskRung[],
    state: { reached: number; causeDueAt: Instant; effectiveAt: Instant | null },
    cards: readonly { colour: string; on: CivilDate }[],
    now: Instant,
  ): { rung: TaskRung; index: number; at: Instant; early: boolean } | null {
    const { lag } = this.#supposed;
    const index = rungs.findIndex(
      ({ lagAtMost }, place) => place >= state.reached && (lagAtMost === undefined || lag <= lagAtMost),
    );
    const rung = rungs[index];
    if (!rung || (rung.lagOver !== undefined && lag <= rung.lagOver)) return null;
    if (rung.afterPeriods !== undefined) {
      const found = this.#foundBehind(rung.afterPeriods);
      const from = found > now ? found : now;
      return { rung, index, at: this.#when({ kind: 'workingDays', from, days: 0 }), early: false };
    }
    const next = nextRung({ rungs }, state, cards, now, civilDateOf(now), index);
    return next && { rung, index, at: this.#when(next.budget), early: next.because === 'early' };
  }

  #neverIssued(
    { rung, early }: { rung: TaskRung; early: boolean },
    limit: Instant,
    until: Instant | null,
    aside: boolean,
  ): CourseEnd {
    const { issue } = rung;
    if (!('within' in issue)) return 'waitsForIssue';
    let at = limit;
    for (let told = 0; told < TOLD_AGAIN; told += 1) {
      if (until !== null && at > until) break;
      this.#note('issueOverdue', at, { rung, aside, early, to: [issue.by, 'commander'] });
      at = this.#when(offsetFrom(at, issue.within));
    }
    return until === null ? 'waitsForIssue' : 'cured';
  }

  /** What the notice asks the unit for: answered, or climbed for on the ladder of answers that are owed. */
  #answer(rung: TaskRung, issuedAt: Instant, until: Instant | null): void {
    if (rung.answerWithin === undefined || rung.colour === null) return;
    const limit = this.#when(offsetFrom(issuedAt, rung.answerWithin));
    const answeredAt = this.#noonAfter(issuedAt, this.#supposed.answeredAfter);
    // Who has made the matter good need not explain it any more.
    if (until !== null && until < limit && (answeredAt === null || until < answeredAt)) return;
    const inTime = answeredAt !== null && answeredAt <= limit;
    if (!inTime) {
      this.#note('answerOverdue', limit, { rung, aside: true });
      this.#owed.push({ from: limit, until: earlier(answeredAt, until) });
    }
    if (answeredAt !== null && (until === null || answeredAt <= until))
      this.#note('answered', answeredAt, { rung, aside: true });
  }

  /** Answers that are owed at one time are one matter of the unit: it climbs once, until none is owed any more. */
  #climbForAnswers(): void {
    const { unanswered } = this.#climbed;
    if (!unanswered) return;
    const matters: Stretch[] = [];
    for (const owed of [...this.#owed].sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const last = matters.at(-1);
      if (!last || (last.until !== null && last.until <= owed.from)) matters.push({ ...owed });
      else if (last.until !== null && (owed.until === null || owed.until > last.until))
        last.until = owed.until;
    }
    for (const matter of matters) this.#climb({ rungs: unanswered.rungs, ...matter, aside: true });
  }

  /** When the task is found behind for the so-manieth period running: as the reports of each fall due. */
  #foundBehind(count: number): Instant {
    const { dueAt } = this.#supposed;
    const rule = cadenceRule(this.#policy, 'ten-day');
    let at = dueAt;
    let period = reportingPeriodOf(this.#calendar, 'ten-day', civilDateOf(dueAt), rule);
    for (let found = 1; found < count; found += 1) {
      period = nextReportingPeriod(this.#calendar, period, rule);
      at = dueOfPeriod(this.#calendar, period, rule.due);
    }
    return at;
  }

  #noonAfter(from: Instant, workingDays: number | null): Instant | null {
    return workingDays === null ? null : this.#when(offsetFrom(from, { workingDays, at: NOON }));
  }

  #when(budget: Budget): Instant {
    const { at } = project(budget, [], this.#calendar);
    if (at === null) throw new Error('a budget without suspensions always has an instant');
    return at;
  }

  #note(
    kind: MomentKind,
    at: Instant,
    {
      rung = null,
      aside = false,
      to = [],
      early = false,
    }: { rung?: TaskRung | null; aside?: boolean; to?: readonly Role[]; early?: boolean } = {},
  ): void {
    this.#moments.push({ at, kind, rung, aside, to, early });
  }
}

const waits = (rungs: readonly TaskRung[], { reached }: { reached: number }, lag: number): boolean =>
  rungs.slice(reached).some(({ lagOver }) => lagOver !== undefined && lag <= lagOver);

/** Of each level that a rung counts, so many as are supposed, earned on the day of the due time. */
function earlierCards(
  rungs: readonly TaskRung[],
  { earlierCards: count }: Supposed,
  on: CivilDate,
): { colour: string; on: CivilDate }[] {
  const counted = new Set(rungs.flatMap(({ early }) => (early ? [early.colour] : [])));
  return [...counted].flatMap((colour) => Array.from({ length: count }, () => ({ colour, on })));
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
