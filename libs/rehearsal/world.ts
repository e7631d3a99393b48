import {
  begin,
  cardsElsewhere,
  cardsOn,
  decide,
  ENGINE_ACTOR,
  obligationIdOf,
  rhythmJoined,
  sittingIdOf,
  unitCounted,
  type Effect,
  type IncomingEvent,
  type ObligationInput,
  type Policy,
  type ReportingLineInput,
  type Rules,
  type Snapshot,
  type SubjectKind,
  type SubjectRef,
  type SubjectScope,
  type TaskInput,
  type UnitCard,
} from '#accountability';
import { civilDateOf, project, type Instant, type WorkingCalendar } from '#calendar';
import { Clocks } from './clocks.js';
import { keyOf } from './record.js';

/** A subject in a rehearsal. */
export interface PlayedSubject {
  ref: SubjectRef;
  snapshot: Snapshot;
  policyVersion: number;
  planId: string;
  unitIds: string[];
}

export interface Sent {
  to: SubjectRef;
  event: IncomingEvent;
}

/** Told of every event that was taken, with the snapshots before and after it and what it brought about. */
export type Witness = (
  subject: PlayedSubject,
  event: IncomingEvent,
  before: Snapshot,
  after: Snapshot,
  policy: Policy,
  effects: readonly Effect[],
) => void;

/**
 * Tasks, obligations and reporting lines in memory, moved by the very `decide` that moves the record, in the waves in
 * which one transaction of the pipeline takes them. Nothing is written and nobody is told: of the effects it carries
 * out those that lead to further events.
 */
export class World {
  readonly clocks = new Clocks();
  readonly #subjects = new Map<string, PlayedSubject>();
  readonly #policyOf: (version: number) => Policy;
  readonly #witness: Witness;
  readonly #apart: boolean;
  calendar: WorkingCalendar;

  /** @param options `apart`: subjects hand nothing on to each other; each has its own clocks, and that is all */
  constructor(
    policyOf: (version: number) => Policy,
    calendar: WorkingCalendar,
    witness: Witness,
    { apart = false }: { apart?: boolean } = {},
  ) {
    this.#policyOf = policyOf;
    this.calendar = calendar;
    this.#witness = witness;
    this.#apart = apart;
  }

  get(ref: SubjectRef): PlayedSubject | undefined {
    return this.#subjects.get(keyOf(ref));
  }

  lines(): SubjectRef[] {
    return [...this.#subjects.values()].flatMap(({ ref }) => (ref.kind === 'reportingLine' ? [ref] : []));
  }

  snapshots(): Map<string, Snapshot> {
    return new Map([...this.#subjects].map(([key, { snapshot }]) => [key, snapshot]));
  }

  policyOf({ policyVersion }: PlayedSubject): Policy {
    return this.#policyOf(policyVersion);
  }

  /** A task comes into being as it was recorded. */
  beginTask(input: TaskInput, policyVersion: number): void {
    const ref = { kind: 'task', id: input.id } as const;
    const snapshot = begin({ kind: 'task', input }, this.#policyOf(policyVersion));
    this.hold({ ref, snapshot, policyVersion, planId: input.planId, unitIds: input.leadUnitIds });
  }

  /** Takes events as one transaction would, and all that follows from them. Returns those that found no place. */
  take(sent: readonly Sent[]): Sent[] {
    const refused: Sent[] = [];
    let wave = [...sent];
    let first = true;
    while (wave.length > 0) {
      const next: Sent[] = [];
      for (const one of wave) if (!this.#takeOne(one, next) && first) refused.push(one);
      wave = next;
      first = false;
    }
    return refused;
  }

  #takeOne({ to, event }: Sent, next: Sent[]): boolean {
    const subject = this.get(to);
    if (!subject) return false;
    if (event.type === 'POLICY_ADOPTED') subject.policyVersion = Number(event['policyVersion']);
    const rules: Rules = { policy: this.policyOf(subject), calendar: this.calendar };
    const { snapshot } = subject;
    const asked = { kind: to.kind, snapshot, scope: scopeOf(subject) };
    const unitId = unitCounted(asked, event, rules.policy);
    const counting =
      unitId === null ? asked : { ...asked, unitCards: this.#cardsOf(subject, unitId, event.at) };
    const decision = decide(counting, event, rules, ENGINE_ACTOR);
    if (!decision.ok) return false;
    subject.snapshot = decision.snapshot;
    if (to.kind === 'task') subject.unitIds = decision.snapshot.context['leadUnitIds'] as string[];
    const { type, at, payload } = decision.event;
    this.#witness(
      subject,
      { type, at, ...payload },
      snapshot,
      decision.snapshot,
      rules.policy,
      decision.effects,
    );
    for (const effect of decision.effects) this.#carryOut(effect, subject, event.at, rules, next);
    return true;
  }

  /** As the engine counts them: everywhere in the plan but on the subject itself. */
  #cardsOf({ ref, planId }: PlayedSubject, unitId: string, at: Instant): UnitCard[] {
    const others = [...this.#subjects.values()].filter(
      (one) => one.planId === planId && one.ref.id !== ref.id,
    );
    const cards = others.flatMap((one) => cardsOn(one.ref.kind, one.ref.id, one.snapshot.context));
    return cardsElsewhere(cards, unitId, civilDateOf(at));
  }

  #carryOut(effect: Effect, subject: PlayedSubject, at: Instant, rules: Rules, next: Sent[]): void {
    switch (effect.type) {
      case 'armDeadline': {
        const { name, detail, budget, suspensions = [] } = effect;
        const projectedAt = project(budget, suspensions, rules.calendar).at;
        const calendarVersion = rules.calendar.version;
        const { ref } = subject;
        this.clocks.arm({
          subject: ref,
          name,
          detail,
          budget,
          suspensions,
          projectedAt,
          calendarVersion,
          armedAt: at,
        });
        return;
      }
      case 'disarmDeadline':
        this.clocks.disarm(subject.ref, effect.name);
        return;
      case 'planSitting':
        if (this.#apart) return;
        for (const taskId of effect.taskIds)
          this.#owe(subject, taskId, effect.period, effect.dueAt, rules.policy);
        return;
      case 'addObligation': {
        if (this.#apart) return;
        const { period, taskId, dueAt, open } = effect;
        const added = this.#owe(subject, taskId, period, dueAt, rules.policy);
        if (added && open) next.push({ to: added, event: { type: 'WINDOW_OPENED', at } });
        return;
      }
      case 'forward':
        if (this.#apart) return;
        if (effect.to.kind === 'reportingLine' && effect.event.type === 'TASK_JOINED')
          this.#beginLine(subject, effect.to, effect.event, rules.policy);
        next.push({ to: effect.to, event: { ...effect.event, at } });
        return;
      case 'fileSitting':
      case 'moveSitting':
      case 'claimRung':
      case 'draftNotice':
      case 'cancelNotice':
      case 'rescindNotice':
      case 'notify':
      case 'raiseAlert':
      case 'settleAlert':
        return;
    }
  }

  #beginLine(
    task: PlayedSubject,
    ref: SubjectRef,
    joining: { readonly [fact: string]: unknown },
    policy: Policy,
  ): void {
    if (this.get(ref)) return;
    const unitId = String(joining['unitId']);
    const cadence = rhythmJoined(joining);
    const input: ReportingLineInput = { id: ref.id, planId: task.planId, unitId, cadence };
    const snapshot = begin({ kind: 'reportingLine', input }, policy);
    this.hold({ ...task, ref, snapshot, unitIds: [unitId] });
  }

  #owe(
    line: PlayedSubject,
    taskId: string,
    period: string,
    dueAt: Instant,
    policy: Policy,
  ): SubjectRef | null {
    const ref = {
      kind: 'obligation' as SubjectKind,
      id: obligationIdOf(sittingIdOf(line.ref.id, period), taskId),
    };
    if (this.get(ref)) return null;
    const input: ObligationInput = { id: ref.id, taskId, unitId: line.unitIds[0] ?? '', period, dueAt };
    this.hold({ ...line, ref, snapshot: begin({ kind: 'obligation', input }, policy) });
    return ref;
  }

  /** A subject is there from now on, as it stands. */
  hold(subject: PlayedSubject): void {
    this.#subjects.set(keyOf(subject.ref), subject);
  }
}

/** Nobody's permission is asked again: what was done was permitted. */
const scopeOf = ({ unitIds }: PlayedSubject): SubjectScope => ({
  jurisdictionId: '',
  planCode: '',
  actionCode: null,
  unitIds,
});
