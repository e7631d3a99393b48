import { civilOf, mayBeTold, type Minute } from '../../oracle/days.js';
import type { Course } from './course.js';
import type { Role } from './ladders.js';
import type { Foretold, On, PlannedAct, UnitPlot } from './plot.js';

/** One notice, as it will stand in the record. */
export interface Notice {
  readonly drafted: Minute;
  readonly unit: string;
  readonly on: On;
  readonly rung: string;
  issued: Minute | null;
  state: 'issued' | 'drafted' | 'cancelled';
  rescinded: boolean;
}

/** Writes down what must be on record. */
export class Scribe {
  readonly #course: Course;
  readonly #units: readonly UnitPlot[];
  readonly #told = new Map<string, string>();
  readonly #rungs: string[] = [];
  readonly #notices: Notice[] = [];
  readonly #acts: PlannedAct[] = [];

  constructor(course: Course, units: readonly UnitPlot[]) {
    this.#course = course;
    this.#units = units;
  }

  /**
   * Posts are told of a unit, each person once; a desk that nobody holds goes to the next one at once. What is told of at
   * one moment is one list; a notice is a message of its own.
   */
  tell(roles: readonly Role[], message: string, about: string, notice: Notice | null = null): void {
    const { now, moment } = this.#course;
    for (const role of roles) {
      const told = `${civilOf(now)} > ${civilOf(mayBeTold(now))} ${this.holder(role, about)} ${message} ${about}`;
      this.#told.set(`${moment} ${told} ${notice?.on ?? ''}`, told);
    }
  }

  holder(role: Role, unit: string): string {
    if (role === 'leadUnitHead') return `head-${unit}`;
    if (role !== 'liaison') return role;
    return this.#units.find((one) => one.unit === unit)?.liaison === false
      ? `head-${unit}`
      : `liaison-${unit}`;
  }

  claim(unit: string, on: On, rung: string, copies: number): void {
    for (let copy = 0; copy < copies; copy += 1)
      this.#rungs.push(`${civilOf(this.#course.now)} ${unit} ${on} ${rung}`);
  }

  draft(unit: string, on: On, rung: string, atOnce: boolean): Notice {
    const { now } = this.#course;
    const notice: Notice = {
      drafted: now,
      unit,
      on,
      rung,
      issued: atOnce ? now : null,
      state: atOnce ? 'issued' : 'drafted',
      rescinded: false,
    };
    this.#notices.push(notice);
    return notice;
  }

  act(act: PlannedAct): void {
    this.#acts.push(act);
  }

  all(): Foretold {
    return {
      acts: this.#acts,
      told: [...this.#told.values()].sort(),
      rungs: this.#rungs.sort(),
      notices: this.#notices.map(wordsOf).sort(),
      outages: [...this.#course.late].map(civilOf),
    };
  }
}

const wordsOf = ({ drafted, unit, on, rung, issued, state, rescinded }: Notice): string =>
  [
    civilOf(drafted),
    unit,
    on,
    rung,
    state,
    ...(issued === null ? [] : [civilOf(issued)]),
    ...(rescinded ? ['rescinded'] : []),
  ].join(' ');
