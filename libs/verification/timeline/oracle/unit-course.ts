import { dayOfMinute, DAY_MINUTES, shiftDays, under, type Day, type Minute } from '../../oracle/days.js';
import { Climb, EVENING, type Card } from './climb.js';
import type { Clock, Course } from './course.js';
import { SILENCE, UNSIGNED } from './ladders.js';
import { Matter } from './matter.js';
import type { UnitPlot } from './plot.js';
import type { Scribe } from './scribe.js';
import { beforeDue, firstPeriod, sittingEnding, sittingFrom } from './sittings.js';

const SIGNING_DAYS = 2;

interface Owed {
  due: Minute;
  /** The last day of its period, and the due time that this had before any announcement. */
  readonly last: Day;
  readonly first: Minute;
  open: boolean;
  filed: boolean;
  reminding: Clock[];
  clocks: Clock[];
}

/** What one unit is asked, what becomes of its silence, and what it does about that. */
export class UnitCourse {
  /** All that it has earned in the plan. */
  readonly cards: Card[] = [];
  readonly #course: Course;
  readonly #scribe: Scribe;
  readonly #plot: UnitPlot;
  #signBy: Clock | null = null;
  #unsigned: Climb | null = null;
  #signed = false;
  #current: Owed | null = null;
  #overdue: Owed | null = null;
  #silence: Climb | null = null;
  #climbs = 0;
  readonly #matter: Matter | null;
  #suspended = false;
  /** The due time that it was excused from: it is not asked for again. */
  #excused: Minute | null = null;

  constructor(course: Course, scribe: Scribe, plot: UnitPlot, dispatched: Minute) {
    this.#course = course;
    this.#scribe = scribe;
    this.#plot = plot;
    this.#signBy = course.arm(
      () => shiftDays(dayOfMinute(dispatched), SIGNING_DAYS) * DAY_MINUTES + EVENING,
      () => (this.#unsigned = new Climb(UNSIGNED, course.now, this.#climbing(plot.tasks))),
      () => scribe.tell(['liaison'], 'deadlineMoved', plot.unit),
    );
    this.#matter = plot.matter
      ? new Matter(this.#climbing(1), plot.matter, {
          leaves: () => this.#leave(),
          joins: () => this.#join(),
        })
      : null;
    if (plot.signs !== null) course.plan(plot.signs, (at) => this.#sign(at));
    for (const { due, at } of plot.files) course.plan(at, (then) => this.#file(due, then));
  }

  #climbing(copies: number) {
    return { course: this.#course, scribe: this.#scribe, plot: this.#plot, cards: this.cards, copies };
  }

  #sign(at: Minute): void {
    const { unit } = this.#plot;
    this.#scribe.act({ at, what: 'sign', allowed: !this.#signed, unit });
    this.#signed = true;
    this.#course.disarm(this.#signBy);
    this.#unsigned?.end();
    this.#matter?.begin();
    this.#ask(firstPeriod(dayOfMinute(at)));
  }

  /** Its task is suspended: it owes nothing, and nobody climbs for what it did not file. */
  #leave(): void {
    this.#suspended = true;
    this.#overdue = null;
    this.#silence?.end();
    this.#silence = null;
    if (this.#current === null || this.#current.filed) return;
    this.#excused = this.#current.due;
    for (const clock of [...this.#current.clocks, ...this.#current.reminding]) this.#course.disarm(clock);
    this.#current = null;
  }

  #join(): void {
    this.#suspended = false;
    if (this.#current === null) this.#ask(firstPeriod(dayOfMinute(this.#course.now)));
  }

  /** The next sitting: it opens, is reminded of, falls due; then comes the one after it. */
  #ask(firstDay: number): void {
    const course = this.#course;
    const { sitting, last } = sittingFrom(firstDay);
    if (sitting.due <= course.now || sitting.due === this.#excused) return this.#ask(last + 1);
    const first = under(null, () => sittingEnding(last).due);
    const { due } = sitting;
    this.#current = { due, last, first, open: false, filed: false, reminding: [], clocks: [] };
    this.#arms(this.#current);
  }

  #arms(owed: Owed): void {
    const course = this.#course;
    const before = () => beforeDue(dayOfMinute(owed.due));
    const reminds = (): void => {
      if (course.now <= owed.due) this.#scribe.tell(['liaison'], 'reminder', this.#plot.unit);
    };
    const falls = course.arm(
      () => owed.due,
      () => this.#fallsDue(owed, owed.last + 1),
    );
    const opens = (): Clock =>
      course.arm(
        () => before().opens,
        () => (owed.open = true),
      );
    owed.clocks = owed.open || owed.filed ? [falls] : [falls, opens()];
    owed.reminding = owed.filed
      ? []
      : [course.arm(() => before().reminders[0], reminds), course.arm(() => before().reminders[1], reminds)];
  }

  /** A calendar is announced: what is asked for moves with it, unless that were behind now; the period stays what it was. */
  calendarChanges(): void {
    const owed = this.#current;
    if (owed === null) return;
    const { due } = sittingEnding(owed.last);
    if (due === owed.due || due <= this.#course.now) return;
    for (const clock of [...owed.clocks, ...owed.reminding]) this.#course.disarm(clock);
    owed.due = due;
    this.#arms(owed);
    if (!owed.filed) this.#scribe.tell(['liaison'], 'calendarChanged', this.#plot.unit);
  }

  #fallsDue(owed: Owed, next: number): void {
    this.#overdue = owed.filed ? null : owed;
    if (!owed.filed && this.#silence === null) {
      const appeal = this.#plot.appeals[this.#climbs] ?? null;
      this.#climbs += 1;
      this.#silence = new Climb(SILENCE, owed.due, {
        ...this.#climbing(1),
        appeal,
        upheld: () => (this.#silence = null),
      });
    }
    this.#current = null;
    if (!this.#suspended) this.#ask(next);
  }

  /** It is cured when the latest sitting is filed. */
  #file(due: Minute, at: Minute): void {
    const owed = [this.#current, this.#overdue].find((one) => one?.first === due);
    const allowed = owed !== undefined && owed !== null && owed.open && !owed.filed;
    this.#scribe.act({ at, what: 'file', allowed, unit: this.#plot.unit, due: owed?.due ?? due });
    if (!allowed) return;
    owed.filed = true;
    for (const clock of owed.reminding) this.#course.disarm(clock);
    if (owed === this.#overdue) this.#overdue = null;
    this.#silence?.end();
    this.#silence = null;
  }
}
