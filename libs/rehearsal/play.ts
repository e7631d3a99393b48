import {
  ladderOf,
  type IncomingEvent,
  type Policy,
  type RungIssue,
  type Snapshot,
  type SubjectRef,
  type TaskInput,
} from '#accountability';
import { project, type Instant } from '#calendar';
import { Answers, calendarAt, isAnswer, type IssueRule } from './answers.js';
import type { PlayedClock } from './clocks.js';
import {
  firstVersionsOf,
  keyOf,
  sourceOf,
  type CalendarInForce,
  type PlayedRecord,
  type TrailLine,
} from './record.js';
import type { RecordedRungs } from './recorded-rungs.js';
import { RungLog, type RungFact } from './rung-log.js';
import { momentOf, sweepsOf, type Sweeps } from './sweeps.js';
import { World, type Sent } from './world.js';

export interface PlayOptions {
  /** The policy that governs what the record has under this version. */
  policyOf: (version: number) => Policy;
  issue: IssueRule;
  /** One policy from the first day on: that others were adopted meanwhile is left out. */
  steady?: boolean;
  /** The last instant that is played. */
  until: Instant;
  onProgress?: (at: Instant) => void;
}

export interface Played {
  rungs: RungFact[];
  /** Recorded acts that found no place: the state they were made for never came. */
  unplaced: { subject: SubjectRef; type: string; at: Instant }[];
  /** Acts that were supposed, because the record knows nothing of their notice. */
  supposed: number;
  /** Where everything stands in the end, by kind and id. */
  snapshots: ReadonlyMap<string, Snapshot>;
}

interface Act {
  place: Instant;
  order: number;
  at: Instant;
  line: TrailLine | null;
  sent: () => Sent | null;
}

/**
 * Plays a record once more, in memory and on its own clock: what people and the outside did comes when it came, what
 * clocks and ladders do follows from the policy, and what people did because of a rung comes after it.
 */
export function play(record: PlayedRecord, recorded: RecordedRungs, options: PlayOptions): Played {
  return new Player(record, recorded, options).play();
}

class Player {
  readonly #record: PlayedRecord;
  readonly #recorded: RecordedRungs;
  readonly #options: PlayOptions;
  readonly #log = new RungLog();
  readonly #firstVersions: ReadonlyMap<string, number>;
  readonly #sweeps: Sweeps;
  readonly #answers: Answers;
  readonly #world: World;
  readonly #acts: Act[];
  readonly #changes: CalendarInForce[];
  readonly #order: ReadonlyMap<TrailLine, number>;
  readonly #unplaced: Played['unplaced'] = [];
  /** Clocks that an act of this very instant has set wait until all its acts are done, as they do for a sweep. */
  #answersDue: Act[] = [];

  constructor(record: PlayedRecord, recorded: RecordedRungs, options: PlayOptions) {
    this.#record = record;
    this.#recorded = recorded;
    this.#options = options;
    this.#firstVersions = firstVersionsOf(record);
    this.#sweeps = sweepsOf(record);
    this.#answers = new Answers(record, recorded, options.issue);
    this.#changes = record.calendars.slice(1);
    this.#order = new Map(record.events.map((line, index) => [line, index]));
    const first = record.events[0]?.at ?? options.until;
    this.#world = new World(
      options.policyOf,
      calendarAt(record, first),
      (subject, event, before, after, policy) => {
        const fact = this.#log.note(subject.ref, event, before, after, policy);
        if (fact) this.#expectAnswers(fact, event, policy);
      },
    );
    this.#acts = record.events
      .filter((line) => this.#isGiven(line))
      .map((line) => this.#actOf(line))
      .sort(inOrder);
  }

  play(): Played {
    const { until, onProgress } = this.#options;
    let day = '';
    for (;;) {
      const at = this.#nextMoment();
      if (at === null || at > until) break;
      if (at.slice(0, 10) !== day) onProgress?.((day = at.slice(0, 10)));
      this.#world.calendar = calendarAt(this.#record, at);
      this.#followCalendars(at);
      this.#sweep(at);
      this.#act(at);
    }
    return {
      rungs: this.#log.facts,
      unplaced: this.#unplaced,
      supposed: this.#answers.supposed,
      snapshots: this.#world.snapshots(),
    };
  }

  /** What a rehearsal starts from: tasks come into being, people act. Answers to rungs wait for their rung. */
  #isGiven(line: TrailLine): boolean {
    const source = sourceOf(line);
    if (source === 'begin') return line.subject.kind === 'task';
    if (line.type === 'POLICY_ADOPTED' && this.#options.steady === true) return false;
    return source === 'given' && !(isAnswer(line.type) && this.#recorded.factOf.has(line));
  }

  #actOf(line: TrailLine): Act {
    const place = this.#sweeps.placeOf(line);
    return { place, order: this.#order.get(line) ?? 0, at: line.at, line, sent: () => this.#sentOf(line) };
  }

  #sentOf(line: TrailLine): Sent | null {
    const { subject, type, at, payload } = line;
    const event: IncomingEvent = { ...payload, type, at };
    const matter = this.#recorded.matterOf.get(line);
    if (matter !== undefined) {
      const generation = this.#log.generationOf(matter);
      if (generation === undefined) return null;
      event['generation'] = generation;
    }
    if (type === 'SITTING_FILED') event['late'] = this.#isLate(subject, String(payload['period']), at);
    return { to: subject, event };
  }

  #isLate(line: SubjectRef, period: string, at: Instant): boolean {
    const context = this.#world.get(line)?.snapshot.context as
      | {
          current: { period: string; dueAt: Instant } | null;
          overdue: { period: string; dueAt: Instant } | null;
        }
      | undefined;
    const sitting = [context?.current, context?.overdue].find((one) => one?.period === period);
    return sitting ? at > sitting.dueAt : false;
  }

  #nextMoment(): Instant | null {
    const due = this.#world.clocks.next();
    const moments = [
      due && this.#sweeps.lookedAt(due),
      this.#acts[0]?.place ?? null,
      this.#answersDue.map(({ place }) => place).sort()[0] ?? null,
      this.#changes[0]?.followedAt ?? null,
    ].filter((at): at is Instant => at !== null);
    return moments.sort()[0] ?? null;
  }

  /** Everything set for an instant by now, instant by instant, as a sweep takes it. */
  #sweep(now: Instant): void {
    for (;;) {
      const due = this.#world.clocks.next();
      if (due === null || this.#sweeps.lookedAt(due) > now) return;
      this.#world.take(
        this.#world.clocks.take(due).map(({ subject, detail, armedAt, projectedAt }): Sent => {
          const { event, ...facts } = detail;
          return {
            to: subject,
            event: { ...facts, type: event, at: momentOf(armedAt, projectedAt ?? now, now) },
          };
        }),
      );
    }
  }

  /** What people do at this moment, each transaction with what follows from it. */
  #act(now: Instant): void {
    const acts = [
      ...takeUntil(this.#acts, now),
      ...this.#answersDue.filter(({ place }) => place <= now),
    ].sort(inOrder);
    this.#answersDue = this.#answersDue.filter(({ place }) => place > now);
    for (let index = 0; index < acts.length;) {
      const together = [acts[index] as Act];
      while (isSameAct(together[0]?.line, acts[index + together.length]?.line))
        together.push(acts[index + together.length] as Act);
      index += together.length;
      this.#take(together);
    }
  }

  #take(acts: readonly Act[]): void {
    const sent: Sent[] = [];
    for (const { line, sent: send } of acts) {
      const input = line?.payload['input'];
      if (line && line.subject.kind === 'task' && input !== undefined && !this.#world.get(line.subject)) {
        this.#world.beginTask(input as TaskInput, this.#firstVersions.get(keyOf(line.subject)) ?? -1);
        continue;
      }
      const one = send();
      if (one) sent.push(one);
      else if (line) this.#unplaced.push({ subject: line.subject, type: line.type, at: line.at });
    }
    for (const { to, event } of this.#world.take(sent))
      this.#unplaced.push({ subject: to, type: event.type, at: event.at });
  }

  #expectAnswers(fact: RungFact, event: IncomingEvent, policy: Policy): void {
    const rungs =
      fact.matter === 'report'
        ? policy.reportingLadder.rungs
        : (ladderOf(policy, { trigger: fact.matter, gate: fact.gate })?.rungs ?? []);
    const issue: RungIssue = rungs.find(({ name }) => name === fact.rung)?.issue ?? { by: 'system' };
    for (const act of this.#answers.after(fact, event, issue, policy, this.#world.calendar)) {
      const { line, at } = act;
      const place = line && line.at === at ? this.#sweeps.placeOf(line) : at;
      const order = (line && this.#order.get(line)) ?? this.#record.events.length;
      this.#answersDue.push({ place, order, at, line, sent: () => ({ to: fact.subject, event: act.event }) });
    }
  }

  /** A new calendar: the lines' sittings move by an event, then every other clock, none of them behind now. */
  #followCalendars(now: Instant): void {
    while (this.#changes[0] !== undefined && this.#changes[0].followedAt <= now) {
      const { calendar, reason } = this.#changes.shift() as CalendarInForce;
      this.#world.calendar = calendar;
      this.#world.take(
        this.#world.lines().map((to) => ({
          to,
          event: { type: 'CALENDAR_CHANGED', at: now, calendarVersion: calendar.version, reason },
        })),
      );
      for (const clock of this.#world.clocks.all())
        if (clock.calendarVersion < calendar.version) this.#move(clock, now);
    }
  }

  #move(clock: PlayedClock, now: Instant): void {
    const { at } = project(clock.budget, clock.suspensions, this.#world.calendar);
    const before = clock.projectedAt;
    clock.calendarVersion = this.#world.calendar.version;
    if (at !== null && before !== null && before > now && at > now) clock.projectedAt = at;
  }
}

const inOrder = (a: Act, b: Act): number =>
  a.place === b.place ? a.order - b.order : a.place < b.place ? -1 : 1;

/** One transaction: acts of one moment under one key. */
const isSameAct = (a: TrailLine | null | undefined, b: TrailLine | null | undefined): boolean =>
  !!a && !!b && a.at === b.at && a.idempotencyKey === b.idempotencyKey && a.payload['input'] === undefined;

function takeUntil(acts: Act[], now: Instant): Act[] {
  let count = 0;
  while ((acts[count]?.place ?? '~') <= now) count += 1;
  return acts.splice(0, count);
}
