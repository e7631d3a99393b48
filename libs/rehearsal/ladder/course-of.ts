import {
  cadenceRule,
  endOfPause,
  latestPauseDay,
  rungAheadOf,
  waitsForLag,
  type Card,
  type Climb,
  type Policy,
  type TaskClimb,
  type TaskContext,
} from '#accountability';
import {
  civilDateOf,
  dueOfPeriod,
  isUnknownYear,
  nextReportingPeriod,
  reportingPeriodOf,
  workingDaysBetween,
  type Instant,
  type WorkingCalendar,
} from '#calendar';
import type { PlayedClock } from '../clocks.js';
import { World } from '../world.js';
import { BESIDE, climberIn, type Climber } from './climber.js';
import type { Climbed, CourseEnd, LadderCourse, Supposed } from './course.js';
import { holdEarlierCards } from './earlier-cards.js';
import { LadderPause } from './ladder-pause.js';
import { reported, type Fact } from './matters-of-task.js';
import { beginningOf, mayBeSupposed } from './may-be-supposed.js';
import { noonAfter } from './noon-after.js';
import { climbsBeside, momentOf, type MainClimb, type Moment } from './moments-of.js';

/** An office that does not issue is told again and again; so often it is shown. */
const TOLD_AGAIN = 3;
/** Of being behind: so many periods are looked at, a year of them. */
const PERIODS = 36;
/** What comes of the ladder, and of what is supposed; whatever else would ring is not asked here. */
const WATCHED = new Set([
  'REMINDER_DUE',
  'HOLD_EXPIRED',
  'CARD_ANSWER_OVERDUE',
  'APPEAL_OVERDUE',
  'SUSPENSION_EXPIRED',
  'AWAITED_OVERDUE',
]);

/**
 * On which working day which step of a ladder would reach whom, if what is supposed came true: a task or a line in
 * memory, with the ladder's cause, moved by the very `decide` that moves the record, on the calendar in force. Appeals,
 * holds and all the rest are the chart's own. Nothing is read or written.
 */
export function courseOf(
  climbed: Climbed,
  supposed: Supposed,
  policy: Policy,
  calendar: WorkingCalendar,
): LadderCourse {
  return new Course(climbed, supposed, policy, calendar).run();
}

/** What somebody does at an instant. `first`: before what falls due at that instant, where that is still in time. */
interface Act {
  at: Instant;
  first: boolean;
  take: (at: Instant) => void;
}

class Course {
  readonly #moments: Moment[] = [];
  readonly #climbed: Climbed;
  readonly #supposed: Supposed;
  readonly #policy: Policy;
  readonly #calendar: WorkingCalendar;
  readonly #world: World;
  #climber: Climber | null = null;
  #main: MainClimb | null = null;
  #acts: Act[] = [];
  #may: LadderCourse['may'] = [];
  #pause: LadderPause | null = null;
  #appealed: Pick<Card, 'generation' | 'rung'> | null = null;
  #cured: 'no' | 'asAllowed' | 'yes' = 'no';
  #upheld = false;
  /** How often an office was told that a notice waits, by the number of the climb. */
  readonly #told = new Map<unknown, number>();
  #periods = 0;

  constructor(climbed: Climbed, supposed: Supposed, policy: Policy, calendar: WorkingCalendar) {
    this.#climbed = climbed;
    this.#supposed = supposed;
    this.#policy = policy;
    this.#calendar = calendar;
    this.#world = new World(
      () => policy,
      calendar,
      (subject, event, before, _after, _policy, effects) => {
        if (this.#climber === null || subject.ref.id !== this.#climber.ref.id) return;
        const moment = momentOf({ event, before, effects, policy }, this.#main);
        // What was waited for on the ladder itself is its cause, and no stop of it.
        if (moment && !(event.type === 'UNBLOCKED' && supposed.stop?.why !== 'waiting'))
          this.#moments.push(moment);
      },
      { apart: true },
    );
  }

  run(): LadderCourse {
    const { dueAt } = this.#supposed;
    let end: CourseEnd;
    try {
      this.#climber = climberIn(this.#world, this.#climbed, this.#supposed, this.#policy, this.#calendar);
      // The way to the cause is no part of the course.
      this.#moments.length = 0;
      this.#do(dueAt, () => this.#arise(), true);
      this.#suppose();
      this.#play();
      end = this.#end();
    } catch (error) {
      if (!isUnknownYear(error)) throw error;
      end = 'calendarEnds';
    }
    return { moments: this.#inOrder(), end, may: this.#may };
  }

  #inOrder(): LadderCourse['moments'] {
    const day = civilDateOf(this.#supposed.dueAt);
    return this.#moments
      .map((moment, order) => ({ moment, order }))
      .sort((a, b) => (a.moment.at < b.moment.at ? -1 : a.moment.at > b.moment.at ? 1 : a.order - b.order))
      .map(({ moment }) => ({
        ...moment,
        workingDay: workingDaysBetween(this.#calendar, day, civilDateOf(moment.at)),
      }));
  }

  #arise(): void {
    const { dueAt } = this.#supposed;
    this.#note('due', dueAt);
    if (this.#climber === null) return;
    this.#climber.arise();
    if (this.#climbed.kind === 'task' && this.#climbed.trigger === 'behind') this.#isBehind(dueAt);
    const climb = this.#climber.climb();
    if (climb !== null)
      holdEarlierCards(
        this.#world,
        this.#climber.unitId,
        this.#climber.rungs(climb),
        this.#supposed,
        this.#policy,
      );
    const subject = this.#world.get(this.#climber.ref);
    const rules = { policy: this.#policy, calendar: this.#calendar };
    if (subject) this.#may = mayBeSupposed(this.#climbed, this.#climber, subject.snapshot, rules, dueAt);
  }

  /** What people do on days of the course. */
  #suppose(): void {
    const { dueAt, curedAfter, appeal, stop } = this.#supposed;
    const on = (workingDays: number): Instant => noonAfter(dueAt, workingDays, this.#calendar);
    if (appeal) this.#do(on(appeal.after), (at) => this.#appeal(at));
    const decided = appeal?.decided;
    if (decided) this.#do(on(decided.after), (at) => this.#decide(at, decided.upheld));
    if (stop) this.#do(on(stop.from), (at) => this.#stop(at, civilDateOf(on(stop.until))));
    if (stop?.why === 'waiting')
      this.#do(on(stop.until), (at) =>
        this.#goesOn(this.#send([{ type: 'UNBLOCKED', reason: '推演' }], at), at),
      );
    if (curedAfter !== null) this.#do(on(curedAfter), (at) => this.#cure(at));
  }

  /** Instant by instant: what is still in time, then what falls due, then what else is done. */
  #play(): void {
    for (;;) {
      this.#settle();
      const due = this.#world.clocks.next();
      const act = this.#acts[0];
      const at = due === null || (act && act.at <= due) ? (act?.at ?? null) : due;
      if (at === null) return;
      const first = this.#acts.find((one) => one.at <= at && one.first);
      if (first) this.#took(first);
      else if (due !== null && due <= at) this.#fire(due);
      else if (act) this.#took(act);
    }
  }

  #took(act: Act): void {
    this.#acts = this.#acts.filter((one) => one !== act);
    act.take(act.at);
  }

  #fire(due: Instant): void {
    const { issued } = this.#supposed;
    const limits = [...this.#world.clocks.all()].filter(
      ({ detail, projectedAt }) => detail.event === 'ISSUE_OVERDUE' && projectedAt === due,
    );
    // On the last moment of the office's time, it is in time.
    if (issued === 'atLimit' && limits.length > 0) {
      for (const { detail } of limits) this.#issue(detail['generation'], due);
      return;
    }
    const sent = this.#world.clocks.take(due).map(({ subject, detail: { event, ...facts }, armedAt }) => ({
      to: subject,
      event: { ...facts, type: event, at: armedAt > due ? armedAt : due },
    }));
    this.#world.take(sent);
    for (const { event } of sent) this.#after(event);
  }

  /** What a person does because of what has just come. */
  #after({ type, at, ...facts }: { type: string; at: Instant; [fact: string]: unknown }): void {
    const { issued } = this.#supposed;
    const { generation } = facts;
    if (type === 'ISSUE_OVERDUE') this.#told.set(generation, (this.#told.get(generation) ?? 0) + 1);
    if ((this.#told.get(generation) ?? 0) >= TOLD_AGAIN)
      for (const { name, detail, subject } of [...this.#world.clocks.all()])
        if (detail.event === 'ISSUE_OVERDUE' && detail['generation'] === generation)
          this.#world.clocks.disarm(subject, name);
    if (type === 'RUNG_DUE') {
      if (issued === 'promptly') this.#issue(generation, at);
      this.#answerLater(generation, facts['rung'], at);
    }
    if (type === 'SUSPENSION_EXPIRED') this.#goesOn(true, at);
  }

  #issue(generation: unknown, at: Instant): void {
    const waiting = this.#climbs().find((one) => one.generation === generation)?.awaitingIssue;
    if (!waiting) return;
    const of = { generation, rung: waiting.rung, noticeId: 'notice' };
    if (!waiting.agreed) this.#send([{ type: 'NOTICE_AGREED', ...of }], at);
    this.#send([{ type: 'NOTICE_ISSUED', ...of }], at);
    this.#answerLater(generation, waiting.rung, at);
  }

  #answerLater(generation: unknown, rung: unknown, at: Instant): void {
    const { answeredAfter } = this.#supposed;
    const card = this.#cards().find((one) => one.generation === generation && one.rung === rung);
    if (answeredAfter === null || card?.answer !== 'awaited' || card.at !== at) return;
    const { unitId } = card;
    const facts = { generation, rung, unitId, statement: '推演' };
    this.#do(
      noonAfter(at, answeredAfter, this.#calendar),
      (then) => void this.#send([{ type: 'CARD_ANSWERED', ...facts }], then),
      true,
    );
  }

  /** Against the latest card of the climb that the chart lets one appeal against. */
  #appeal(at: Instant): void {
    const cards = this.#cards().filter(({ generation }) => generation === this.#main?.generation);
    for (const { generation, rung, unitId } of cards.toReversed()) {
      this.#appealed = { generation, rung };
      if (this.#send([{ type: 'APPEALED', ...this.#appealed, unitId, reason: '推演' }], at)) return;
    }
    this.#appealed = null;
    this.#note('refused', at, { why: 'appeal' });
  }

  #decide(at: Instant, upheld: boolean): void {
    const type = upheld ? 'APPEAL_UPHELD' : 'APPEAL_REJECTED';
    const done = this.#appealed !== null && this.#send([{ type, ...this.#appealed, reason: '推演' }], at);
    if (done) this.#upheld = upheld;
    else if (
      this.#appealed !== null ||
      at < noonAfter(this.#supposed.dueAt, this.#supposed.appeal?.after ?? 0, this.#calendar)
    )
      this.#note('refused', at, { why: 'decision' });
  }

  #stop(at: Instant, until: string): void {
    const { stop } = this.#supposed;
    if (!stop || this.#climber === null) return;
    const { why } = stop;
    if (why === 'paused') {
      const today = civilDateOf(at);
      if (until < today || until > latestPauseDay(this.#policy, this.#calendar, today))
        return this.#note('refused', at, { why });
      const pause = new LadderPause(at);
      this.#pause = pause;
      this.#note('stopped', at, { why });
      this.#do(
        endOfPause({ until }),
        (over) => {
          pause.end(over);
          this.#note('resumed', over, { why });
        },
        true,
      );
      return;
    }
    const generation = this.#climber.climb()?.generation ?? -1;
    if (!this.#send(beginningOf(why, until, generation), at)) this.#note('refused', at, { why });
  }

  /** What could not be made good meanwhile is made good now. */
  #goesOn(goes: boolean, at: Instant): void {
    if (goes && this.#cured === 'asAllowed') this.#cure(at);
  }

  #cure(at: Instant): void {
    const cured = this.#climber?.cured ?? [];
    this.#cured = this.#send(cured, at) ? 'yes' : 'asAllowed';
    if (this.#cured === 'yes') this.#note('cured', at);
  }

  /** The lead's report tells that it is behind; the next one will as well, until the ladder asks for no further period. */
  #isBehind(at: Instant): void {
    const { lag } = this.#supposed;
    if (this.#cured === 'yes') return;
    this.#send([reported(at, lag)], at);
    this.#periods += 1;
    const ahead = this.#ahead();
    if (ahead?.afterPeriods === undefined || this.#periods >= PERIODS) return;
    const rule = cadenceRule(this.#policy, 'ten-day');
    const period = reportingPeriodOf(this.#calendar, 'ten-day', civilDateOf(at), rule);
    const next = nextReportingPeriod(this.#calendar, period, rule);
    this.#do(dueOfPeriod(this.#calendar, next, rule.due), (then) => this.#isBehind(then));
  }

  /** Takes off what is not asked, lets a stopped ladder's clocks know of it, and remembers the climb. */
  #settle(): void {
    const climber = this.#climber;
    if (climber === null) return;
    const climb = climber.climb();
    if (climb !== null) this.#main = { generation: climb.generation, rungs: climber.rungs(climb) };
    const { clocks } = this.#world;
    const beside = new Set(this.#beside().map(({ generation }) => generation));
    const isAsked = ({ detail }: PlayedClock): boolean =>
      WATCHED.has(detail.event) ||
      ((detail.event === 'RUNG_DUE' || detail.event === 'ISSUE_OVERDUE') &&
        (detail['generation'] === this.#main?.generation || beside.has(Number(detail['generation']))));
    for (const clock of [...clocks.all()]) if (!isAsked(clock)) clocks.disarm(clock.subject, clock.name);
    this.#pause?.heed(
      [...clocks.all()].filter(
        ({ detail }) => detail.event === 'RUNG_DUE' && detail['generation'] === this.#main?.generation,
      ),
      this.#calendar,
    );
  }

  #end(): CourseEnd {
    if (this.#upheld) return 'upheld';
    if (this.#cured === 'yes') return 'cured';
    const climb = this.#climber?.climb() ?? null;
    if (climb === null) return 'notBegun';
    const isOpen = this.#cards().some(
      ({ appeal, generation }) => appeal === 'open' && generation === climb.generation,
    );
    if (isOpen) return 'waitsForDecision';
    if (climb.awaitingIssue) return 'waitsForIssue';
    const ahead = this.#ahead();
    return ahead !== undefined && 'trigger' in climb && waitsForLag(climb, this.#task(), ahead)
      ? 'waitsForLag'
      : 'top';
  }

  #ahead() {
    const climb = this.#climber?.climb();
    return climb && 'trigger' in climb ? rungAheadOf(climb, this.#task(), this.#policy)?.rung : undefined;
  }

  #snapshot() {
    return this.#climber === null ? undefined : this.#world.get(this.#climber.ref)?.snapshot;
  }

  #task(): TaskContext {
    return this.#snapshot()?.context as unknown as TaskContext;
  }

  #cards(): readonly Card[] {
    return (this.#snapshot()?.context['cards'] as Card[] | undefined) ?? [];
  }

  #beside(): TaskClimb[] {
    const snapshot = this.#snapshot();
    return snapshot
      ? climbsBeside(snapshot, this.#main).filter(({ trigger }) => BESIDE.includes(trigger))
      : [];
  }

  #climbs(): (Climb | TaskClimb)[] {
    const climb = this.#climber?.climb();
    return [...(climb ? [climb] : []), ...this.#beside()];
  }

  /** Whether the chart took them all: as one transaction, the later ones after the first. */
  #send(facts: readonly Fact[], at: Instant): boolean {
    const to = this.#climber?.ref;
    if (to === undefined || facts.length === 0) return false;
    return this.#world.take(facts.map((fact) => ({ to, event: { ...fact, at } }))).length === 0;
  }

  #do(at: Instant, take: (at: Instant) => void, first = false): void {
    this.#acts.push({ at, first, take });
    this.#acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  #note(kind: Moment['kind'], at: Instant, { why = null }: Pick<Partial<Moment>, 'why'> = {}): void {
    this.#moments.push({ at, kind, rung: null, aside: false, beside: null, to: [], early: false, why });
  }
}
