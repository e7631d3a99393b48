import {
  DAY_MINUTES,
  dayOfMinute,
  pushed,
  shiftDays,
  type Day,
  type Minute,
  type Stop,
} from '../../oracle/days.js';
import { Climb, EVENING, type Climbing } from './climb.js';
import type { Clock } from './course.js';
import { AWAITED, BLOCKAGE_LATE, PAST_DEADLINE } from './ladders.js';
import type { MatterPlot, Wait } from './plot.js';

/** The other unit has so long to say whether it is so, and so long to do what it is waited for. */
const REPLY_DAYS = 2;
const AWAITED_DAYS = 5;

interface Line {
  leaves(): void;
  joins(): void;
}

interface Waiting {
  readonly plot: Wait;
  state: 'claimed' | 'contested' | 'accepted';
  /** When the clock moved over. */
  since: Minute | null;
  clock: Clock | null;
  late: Climb | null;
}

/**
 * What becomes of a task besides its reports (domain.md §4, §6, §8): its deadline passes; it waits for another unit, whose
 * clock runs from then on while its own stands still; it is suspended, and goes on later by the working time that this took.
 */
export class Matter {
  readonly #with: Climbing;
  readonly #plot: MatterPlot;
  readonly #line: Line;
  readonly #dispatched: Minute;
  readonly #stops: Stop[] = [];
  #begun = false;
  #passed = false;
  #clock: Clock | null = null;
  #climb: Climb | null = null;
  #waiting: Waiting | null = null;
  #suspended: { since: Minute; until: Minute; clock: Clock } | null = null;

  constructor(climbing: Climbing, plot: MatterPlot, line: Line) {
    const { course } = climbing;
    this.#with = climbing;
    this.#plot = plot;
    this.#line = line;
    this.#dispatched = course.now;
    this.#runs();
    const { wait, suspension } = plot;
    if (wait) course.plan(wait.at, (at) => this.#claim(wait, at));
    if (suspension)
      course.plan(suspension.at, (at) =>
        this.#suspend(at, dayOfMinute(at) + suspension.days, suspension.resumes),
      );
  }

  /** All have signed. */
  begin(): void {
    this.#begun = true;
  }

  get #waits(): boolean {
    return this.#waiting?.state === 'accepted';
  }

  get #still(): boolean {
    return this.#waits || this.#suspended !== null;
  }

  /** The task's own clock, later by what stood still; none where it has run down, or stands still now. */
  #runs(): void {
    const { course } = this.#with;
    course.disarm(this.#clock);
    this.#clock = null;
    if (this.#passed || this.#still) return;
    this.#clock = course.arm(
      () => pushed(this.#plot.deadline, this.#dispatched, this.#stops),
      () => {
        this.#passed = true;
        this.#climb = new Climb(PAST_DEADLINE, course.now, this.#with);
      },
      () => this.#moved(this.#with.plot.unit),
    );
  }

  #settles(): void {
    this.#runs();
    if (this.#still) this.#climb?.standStill();
    else this.#climb?.goOn();
  }

  #claim(plot: Wait, at: Minute): void {
    const { course, scribe } = this.#with;
    const { unit } = this.#with.plot;
    const allowed = this.#begun && this.#suspended === null;
    scribe.act({ at, what: 'block', allowed, unit });
    if (!allowed) return;
    this.#waiting = { plot, state: 'claimed', since: null, clock: null, late: null };
    scribe.tell(['liaison', 'leadUnitHead'], 'blocked', plot.awaited.unit);
    this.#askForReply(this.#waiting);
    const { reply, decision, comes } = plot;
    if (reply) course.plan(at + reply.after, (then) => this.#reply(then, reply.accepts));
    if (decision) course.plan(at + decision.after, (then) => this.#decide(then, decision.accepts));
    if (comes !== null) course.plan(at + comes, (then) => this.#comes(then));
  }

  #askForReply(waiting: Waiting): void {
    const { course } = this.#with;
    course.disarm(waiting.clock);
    waiting.clock = course.arm(
      this.#evening(REPLY_DAYS),
      () => (waiting.late ??= new Climb(BLOCKAGE_LATE, course.now, this.#with)),
      // Contested, it is for the supervision office, on whose desk it stands.
      waiting.state === 'claimed' ? () => this.#moved(waiting.plot.awaited.unit) : null,
    );
  }

  #evening(days: number): () => Minute {
    const from = dayOfMinute(this.#with.course.now);
    return () => shiftDays(from, days) * DAY_MINUTES + EVENING;
  }

  #moved(unit: string): void {
    this.#with.scribe.tell(['liaison'], 'deadlineMoved', unit);
  }

  #reply(at: Minute, accepts: boolean): void {
    const { scribe, plot } = this.#with;
    const waiting = this.#waiting;
    const allowed = waiting?.state === 'claimed' || (accepts && waiting?.state === 'contested');
    scribe.act({ at, what: accepts ? 'accept' : 'contest', allowed, unit: plot.unit });
    if (waiting === null || !allowed) return;
    if (accepts) return this.#accept(waiting);
    waiting.state = 'contested';
    scribe.tell(['supervisor'], 'blockageContested', plot.unit);
    this.#askForReply(waiting);
  }

  #decide(at: Minute, accepts: boolean): void {
    const { course, scribe, plot } = this.#with;
    const waiting = this.#waiting;
    const allowed = waiting !== null && waiting.state !== 'accepted';
    scribe.act({ at, what: accepts ? 'rule' : 'overrule', allowed, unit: plot.unit });
    if (!allowed) return;
    if (accepts) return this.#accept(waiting);
    course.disarm(waiting.clock);
    waiting.late?.end();
    this.#waiting = null;
    scribe.tell(['liaison', 'leadUnitHead'], 'blockageRejected', plot.unit);
  }

  /** Blame follows the blockage: the lead's clock stands still, and the other unit's runs. */
  #accept(waiting: Waiting): void {
    const { course, scribe, plot } = this.#with;
    const { awaited } = waiting.plot;
    course.disarm(waiting.clock);
    waiting.late?.end();
    waiting.state = 'accepted';
    waiting.since = course.now;
    scribe.tell(['liaison', 'leadUnitHead'], 'awaited', awaited.unit);
    scribe.tell(['liaison', 'leadUnitHead'], 'blockageAccepted', plot.unit);
    const isLate = (): void => {
      const still = this.#suspended !== null;
      waiting.late = new Climb(AWAITED, course.now, {
        ...this.#with,
        plot: awaited,
        of: plot.unit,
        cards: [],
        still,
      });
    };
    waiting.clock = course.arm(this.#evening(AWAITED_DAYS), isLate, () => this.#moved(awaited.unit));
    this.#settles();
  }

  #comes(at: Minute): void {
    const { course, scribe, plot } = this.#with;
    const waiting = this.#waiting;
    scribe.act({ at, what: 'unblock', allowed: waiting !== null, unit: plot.unit });
    if (waiting === null) return;
    course.disarm(waiting.clock);
    waiting.late?.end();
    this.#waiting = null;
    scribe.tell(['liaison', 'leadUnitHead'], 'unblocked', plot.unit);
    if (waiting.since === null) return;
    this.#stops.push([waiting.since, course.now]);
    this.#settles();
  }

  #suspend(at: Minute, until: Day, resumes: Minute | null): void {
    const { course, scribe, plot } = this.#with;
    const allowed = this.#begun;
    scribe.act({ at, what: 'suspend', allowed, unit: plot.unit, until });
    if (!allowed) return;
    const end = until * DAY_MINUTES + EVENING;
    const clock = course.arm(
      () => end,
      () => this.#resume(),
    );
    this.#suspended = { since: course.now, until: end, clock };
    this.#line.leaves();
    if (this.#waits) this.#waiting?.late?.standStill();
    this.#settles();
    if (resumes === null) return;
    course.plan(at + resumes, (then) => {
      const stands = this.#suspended !== null;
      scribe.act({ at: then, what: 'resume', allowed: stands, unit: plot.unit });
      if (stands) this.#resume();
    });
  }

  /** It was over at its end, also where that is seen later. */
  #resume(): void {
    const { course } = this.#with;
    if (this.#suspended === null) return;
    course.disarm(this.#suspended.clock);
    this.#stops.push([this.#suspended.since, Math.min(course.now, this.#suspended.until)]);
    this.#suspended = null;
    if (this.#waits) this.#waiting?.late?.goOn();
    this.#settles();
    this.#line.joins();
  }
}
