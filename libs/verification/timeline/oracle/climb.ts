import {
  dateOf,
  DAY_MINUTES,
  dayOfMinute,
  later,
  pushed,
  shiftDays,
  type Day,
  type Minute,
  type Stop,
} from '../../oracle/days.js';
import type { Clock, Course } from './course.js';
import { unanswered, type Ladder, type Rung } from './ladders.js';
import type { Appeal, UnitPlot } from './plot.js';
import type { Notice, Scribe } from './scribe.js';

/** The end of the working day, until when an answer, an appeal or a decision can come. */
export const EVENING = 17 * 60 + 30;
const APPEAL_DAYS = 3;
const ANSWER_DAYS = 2;

/** Something that a unit has on its record, from whatever ladder. */
export interface Card {
  readonly colour: Rung['colour'];
  readonly day: Day;
  readonly notice: Notice;
}

export interface Climbing {
  course: Course;
  scribe: Scribe;
  plot: UnitPlot;
  /** All cards of the unit, to which this climb adds. */
  cards: Card[];
  /** How many matters climb together: as many tasks. */
  copies: number;
  /** The appeal against this climb's blue letter. */
  appeal?: Appeal | null;
  /** An appeal was right: this climb is over, though its cause lasts. */
  upheld?: () => void;
  /** It begins while its task waits or is suspended, so it stands still at once. */
  still?: boolean;
  /** Whose task it is about, where that is another unit's than the one that climbs. */
  of?: string;
}

/**
 * One climb from its cause on (domain.md §8). A rung comes at its offset from the missed due time, but never sooner after
 * the one before it took effect than the gap between their offsets; one that a person issues takes effect then. While
 * an appeal is open the clock stands still. "2 blue in the quarter" is counted when a rung takes effect.
 */
export class Climb {
  readonly #ladder: Ladder;
  readonly #cause: Minute;
  readonly #with: Climbing;
  readonly #stops: Stop[] = [];
  readonly #cards: Card[] = [];
  #reached = 0;
  #effective: Minute | null = null;
  #early: Minute | null = null;
  #awaited: Notice | null = null;
  #stoodSince: Minute | null = null;
  #rungClock: Clock | null = null;
  #issueClock: Clock | null = null;
  readonly #answers = new Map<Notice, { clock: Clock | null; unanswered: Climb | null }>();
  #over = false;

  constructor(ladder: Ladder, cause: Minute, climbing: Climbing) {
    this.#ladder = ladder;
    this.#cause = cause;
    this.#with = climbing;
    if (climbing.still === true) this.#stoodSince = climbing.course.now;
    this.#armNext();
  }

  /** The cause is cured: no clock runs, drafts are withdrawn; what was issued stays in the record. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    const { course } = this.#with;
    course.disarm(this.#rungClock);
    course.disarm(this.#issueClock);
    if (this.#awaited) this.#awaited.state = 'cancelled';
    this.#awaited = null;
    for (const one of this.#answers.values()) {
      course.disarm(one.clock);
      one.unanswered?.end();
    }
    this.#answers.clear();
  }

  /** The task waits, or is suspended: nobody climbs for it, nor for a card of it that is not answered. */
  standStill(): void {
    if (this.#over || this.#stoodSince !== null) return;
    this.#stoodSince = this.#with.course.now;
    this.#with.course.disarm(this.#rungClock);
    this.#rungClock = null;
    if (this.#ladder.on === 'task')
      for (const { unanswered } of this.#answers.values()) unanswered?.standStill();
  }

  goOn(): void {
    if (this.#stoodSince === null) return;
    this.#stops.push([this.#stoodSince, this.#with.course.now]);
    this.#stoodSince = null;
    this.#armNext();
    if (this.#ladder.on === 'task') for (const { unanswered } of this.#answers.values()) unanswered?.goOn();
  }

  #armNext(): void {
    const { course } = this.#with;
    course.disarm(this.#rungClock);
    this.#rungClock = null;
    const rung = this.#ladder.rungs[this.#reached];
    if (!rung || this.#over || this.#awaited || this.#stoodSince !== null) return;
    this.#rungClock = course.arm(
      () => this.#instantOf(rung),
      () => this.#reach(rung),
    );
  }

  #instantOf(rung: Rung): Minute {
    if (this.#early !== null) return pushed(later(this.#early, 0), this.#early, this.#stops);
    const fromDue = pushed(later(this.#cause, rung.days), this.#cause, this.#stops);
    const before = this.#ladder.rungs[this.#reached - 1];
    if (!before || this.#effective === null) return fromDue;
    const gap = later(this.#effective, rung.days - before.days);
    return Math.max(fromDue, pushed(gap, this.#effective, this.#stops));
  }

  #reach(rung: Rung): void {
    const { scribe, plot, copies } = this.#with;
    this.#rungClock = null;
    this.#early = null;
    this.#reached += 1;
    scribe.claim(this.#with.of ?? plot.unit, this.#ladder.on, rung.name, copies);
    const notice = rung.notice
      ? scribe.draft(plot.unit, this.#ladder.on, rung.name, rung.person === null)
      : null;
    if (rung.person === null || notice === null) return this.#takeEffect(rung, notice);
    this.#awaited = notice;
    scribe.tell(['supervisor'], 'noticeToIssue', plot.unit);
    if (rung.person.agreed) scribe.tell(['commander'], 'noticeToAgree', plot.unit);
    this.#armIssue(rung.person.within);
    this.#planIssue(rung, notice);
  }

  /** The issuing office is reminded every time its own time has gone by. */
  #armIssue(within: number): void {
    const { course, scribe, plot } = this.#with;
    const from = course.now;
    const rings = (): void => {
      scribe.tell(['supervisor', 'commander'], 'issueOverdue', plot.unit);
      this.#armIssue(within);
    };
    this.#issueClock = course.arm(() => later(from, within), rings);
  }

  #planIssue(rung: Rung, notice: Notice): void {
    const { course, scribe, plot } = this.#with;
    const delay = plot.delays[(this.#reached - 1) % plot.delays.length] ?? 0;
    const of = { unit: plot.unit, on: this.#ladder.on, rung: rung.name };
    const stands = (): boolean => this.#awaited === notice;
    const issue = (from: Minute): void =>
      void course.plan(from, (at) => {
        scribe.act({ at, what: 'issue', allowed: stands(), ...of });
        if (!stands()) return;
        this.#awaited = null;
        course.disarm(this.#issueClock);
        notice.state = 'issued';
        notice.issued = course.now;
        this.#takeEffect(rung, notice);
      });
    if (rung.person?.agreed !== true) return issue(course.now + delay);
    course.plan(course.now + delay / 2, (at) => {
      scribe.act({ at, what: 'agree', allowed: stands(), ...of });
      issue(Math.max(at, at + delay / 2));
    });
  }

  #takeEffect(rung: Rung, notice: Notice | null): void {
    const { course, scribe, plot, cards } = this.#with;
    this.#effective = course.now;
    scribe.tell(rung.to, rung.message, plot.unit, notice);
    if (notice !== null) {
      const card = { colour: rung.colour, day: dayOfMinute(course.now), notice };
      cards.push(card);
      this.#cards.push(card);
    }
    const ahead = this.#ladder.rungs[this.#reached];
    if (ahead?.early && isEarly(ahead.early, cards, dayOfMinute(course.now))) this.#early = course.now;
    if (notice !== null && rung.answered) this.#askForAnswer(rung, notice);
    if (notice !== null && rung.colour === 'blue') this.#planAppeal(rung, notice);
    this.#armNext();
  }

  #askForAnswer(rung: Rung, notice: Notice): void {
    const { course, scribe, plot } = this.#with;
    const { on } = this.#ladder;
    const asked: { clock: Clock | null; unanswered: Climb | null } = { clock: null, unanswered: null };
    const from = dayOfMinute(course.now);
    const rings = (): void => {
      asked.unanswered = new Climb(unanswered(on), course.now, {
        ...this.#with,
        appeal: null,
        still: on === 'task' && this.#stoodSince !== null,
      });
    };
    // What a unit owes about a task is told to it as the task's; a card for silence stands on its line.
    const moved = on === 'task' ? () => scribe.tell(['liaison'], 'deadlineMoved', plot.unit) : null;
    asked.clock = course.arm(() => shiftDays(from, ANSWER_DAYS) * DAY_MINUTES + EVENING, rings, moved);
    this.#answers.set(notice, asked);
    if (plot.answers === null) return;
    course.plan(course.now + plot.answers, (at) => {
      const allowed = this.#answers.get(notice) === asked;
      scribe.act({ at, what: 'answer', allowed, unit: plot.unit, on, rung: rung.name });
      if (!allowed) return;
      course.disarm(asked.clock);
      asked.unanswered?.end();
      this.#answers.delete(notice);
      scribe.tell(['supervisor'], 'cardAnswered', plot.unit);
    });
  }

  #planAppeal(rung: Rung, notice: Notice): void {
    const { course, scribe, plot, appeal, upheld } = this.#with;
    if (!appeal || this.#ladder.on !== 'line') return;
    const of = { unit: plot.unit, on: 'line', rung: rung.name } as const;
    const lastMoment = shiftDays(dayOfMinute(course.now), APPEAL_DAYS) * DAY_MINUTES + EVENING;
    course.plan(course.now + appeal.after, (at) => {
      const allowed = at <= lastMoment;
      scribe.act({ at, what: 'appeal', allowed, ...of });
      if (!allowed) return;
      scribe.tell(['supervisor'], 'appealed', plot.unit);
      this.standStill();
      course.plan(at + appeal.takes, (then) => {
        scribe.act({ at: then, what: appeal.upheld ? 'uphold' : 'reject', allowed: true, ...of });
        scribe.tell(
          ['liaison', 'leadUnitHead'],
          appeal.upheld ? 'appealUpheld' : 'appealRejected',
          plot.unit,
        );
        if (!appeal.upheld) return this.goOn();
        // As if the card had never been: nor do those count that followed from it.
        const from = this.#cards.findIndex((card) => card.notice === notice);
        for (const card of this.#cards.slice(from)) card.notice.rescinded = true;
        if (!this.#over) upheld?.();
        this.end();
      });
    });
  }
}

/** Whether so many cards of the colour stand, earned in the quarter, or the year, of a day. */
function isEarly(
  { colour, count, within }: NonNullable<Rung['early']>,
  cards: readonly Card[],
  today: Day,
): boolean {
  const stretchOf = (day: Day): string => {
    const [year = '', month = ''] = dateOf(day).split('-');
    return within === 'year' ? year : `${year}/${Math.floor((Number(month) - 1) / 3)}`;
  };
  const counted = cards.filter(
    (card) => card.colour === colour && !card.notice.rescinded && stretchOf(card.day) === stretchOf(today),
  );
  return counted.length >= count;
}
