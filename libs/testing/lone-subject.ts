import {
  begin,
  decide,
  ENGINE_ACTOR,
  type Actor,
  type Decision,
  type Effect,
  type IncomingEvent,
  type RecordedEvent,
  type Rules,
  type Snapshot,
  type Subject,
  type SubjectInput,
  type SubjectScope,
} from '#accountability';
import { addMinutes, project, type Instant } from '#calendar';
import { inCivilTime } from './moment.js';
import { shippedRules } from './shipped-rules.js';

export interface ArmedClock {
  at: Instant;
  detail: { event: string; [fact: string]: unknown };
}

/** One event that was taken, what it brought about, and what the subject was afterwards. */
export interface TakenEvent {
  event: RecordedEvent;
  effects: Effect[];
  snapshot: Snapshot;
}

/** As in the engine: a clock reached later than this is dated to the moment at which it was found. */
const PUNCTUAL_WITHIN_MINUTES = 10;

const SCOPE: SubjectScope = {
  jurisdictionId: '430811',
  planCode: 'plan',
  actionCode: 'A1',
  unitIds: ['unit'],
};

/**
 * One subject driven alone, without engine or database: it takes events by `decide`, keeps the clocks and alerts
 * that it asked for the way the engine would, and hands nothing on to other subjects.
 */
export class LoneSubject<Context> {
  /** What its decisions are made by; a test may put another calendar in force. */
  rules: Rules;
  readonly input: SubjectInput;
  /** The snapshot in which it began. */
  readonly begun: Snapshot;
  /** What is armed, by name. Arming a name again replaces its clock. */
  readonly clocks = new Map<string, ArmedClock>();
  /** The names of clocks that were armed over one still running. */
  readonly replaced: string[] = [];
  /** The alerts that are open, by name. */
  readonly alerts = new Set<string>();
  readonly taken: TakenEvent[] = [];
  /** Clock events that did not fit any more when their instant came, in words. */
  readonly dropped: string[] = [];
  #subject: Subject;

  constructor(subject: SubjectInput, options: { rules?: Rules; scope?: Partial<SubjectScope> } = {}) {
    this.rules = options.rules ?? shippedRules();
    this.input = subject;
    this.begun = begin(subject, this.rules.policy);
    this.#subject = { kind: subject.kind, snapshot: this.begun, scope: { ...SCOPE, ...options.scope } };
  }

  get context(): Context {
    return this.#subject.snapshot.context as unknown as Context;
  }
  /** When each armed clock runs down, in civil time. */
  get armed(): Record<string, string> {
    return Object.fromEntries([...this.clocks].sort(byName).map(([name, { at }]) => [name, inCivilTime(at)]));
  }
  get value(): unknown {
    return this.#subject.snapshot.value;
  }
  get snapshot(): Snapshot {
    return this.#subject.snapshot;
  }
  /** What the last event brought about. */
  get effects(): Effect[] {
    return this.taken.at(-1)?.effects ?? [];
  }

  /** What would follow, without its following. */
  ask(event: IncomingEvent, actor: Actor = ENGINE_ACTOR): Decision {
    return decide(this.#subject, event, this.rules, actor);
  }

  /** @throws Error when the event is refused */
  send(event: IncomingEvent, actor: Actor = ENGINE_ACTOR): Effect[] {
    const decision = this.ask(event, actor);
    if (!decision.ok) throw new Error(`${event.type} was refused: ${decision.rejection.code}`);
    // What is stored is read again as JSON; a subject that lives in memory only would hide what does not survive it.
    const snapshot = JSON.parse(JSON.stringify(decision.snapshot)) as Snapshot;
    this.#subject = { ...this.#subject, snapshot };
    this.taken.push({ event: decision.event, effects: decision.effects, snapshot });
    this.#carryOut(decision.effects);
    return decision.effects;
  }

  /** Fires every clock due until then, each at its instant; says what people were told, and when. */
  until(instant: Instant): string[] {
    return this.#fire(instant, (at) => at);
  }

  /** The engine was down and looks again at this instant: what was missed comes late, dated to now. */
  wakeAt(now: Instant): string[] {
    return this.#fire(now, (at) => (addMinutes(at, PUNCTUAL_WITHIN_MINUTES) >= now ? at : now));
  }

  #fire(instant: Instant, momentOf: (at: Instant) => Instant): string[] {
    const said: string[] = [];
    for (;;) {
      const [first] = [...this.clocks.values()].map(({ at }) => at).sort();
      if (first === undefined || first > instant) return said;
      // Clocks of one instant are taken together: what one of them disarms is under way already.
      const due = [...this.clocks].filter(([, clock]) => clock.at === first).sort(byName);
      for (const [name] of due) this.clocks.delete(name);
      for (const [, { detail }] of due) {
        const { event: type, ...facts } = detail;
        const at = momentOf(first);
        const event = { type, at, ...facts };
        if (!this.ask(event).ok) {
          this.dropped.push(`${inCivilTime(at)} ${type}`);
          continue;
        }
        for (const effect of this.send(event))
          if (effect.type === 'notify') said.push(`${inCivilTime(at)} ${effect.message}`);
      }
    }
  }

  #carryOut(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'disarmDeadline') this.#disarm(effect.name);
      if (effect.type === 'settleAlert')
        for (const name of [...this.alerts]) if (isNamed(name, effect.name)) this.alerts.delete(name);
      if (effect.type !== 'armDeadline') continue;
      if (this.#disarm(effect.name)) this.replaced.push(effect.name);
      const { at } = project(effect.budget, effect.suspensions ?? [], this.rules.calendar);
      if (at === null) throw new Error(`the clock ${effect.name} was armed without an instant`);
      this.clocks.set(effect.name, { at, detail: effect.detail });
    }
    // The engine settles first and raises then.
    for (const effect of effects) if (effect.type === 'raiseAlert') this.alerts.add(effect.name);
  }

  #disarm(name: string): boolean {
    const armed = [...this.clocks.keys()].filter((candidate) => isNamed(candidate, name));
    for (const candidate of armed) this.clocks.delete(candidate);
    return armed.length > 0;
  }
}

const isNamed = (candidate: string, name: string): boolean =>
  candidate === name || candidate.startsWith(`${name}:`);

const byName = ([a]: readonly [string, ArmedClock], [b]: readonly [string, ArmedClock]): number =>
  a < b ? -1 : 1;
