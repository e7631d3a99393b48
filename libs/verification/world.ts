import {
  begin,
  cardsElsewhere,
  cardsOn,
  decide,
  ENGINE_ACTOR,
  obligationIdOf,
  reportingLineIdOf,
  rhythmJoined,
  sittingIdOf,
  unitCounted,
  type Actor,
  type Effect,
  type IncomingEvent,
  type ReportingLineContext,
  type Rules,
  type Snapshot,
  type SubjectKind,
  type SubjectRef,
  type SubjectScope,
  type UnitCard,
} from '#accountability';
import { civilDateOf, project, type CadenceEvery, type Instant } from '#calendar';

/** A clock that runs on a subject, and the event that its end is. */
export interface Clock {
  readonly at: Instant;
  readonly detail: { readonly event: string; readonly [fact: string]: unknown };
}

/** A subject of the model; `period` only of what is owed. */
export interface Modelled {
  readonly kind: SubjectKind;
  readonly snapshot: Snapshot;
  readonly unitIds: readonly string[];
  readonly period?: string;
}

/**
 * One task, the reporting lines of its units, what is owed on them, and every clock: what an engine keeps, without one.
 * Worlds are values; what happens in one makes another.
 */
export interface World {
  readonly now: Instant;
  /** By `kind/id`. */
  readonly subjects: Readonly<Record<string, Modelled>>;
  /** By `kind/id#name`. */
  readonly clocks: Readonly<Record<string, Clock>>;
  /** Rungs claimed or passed over, in order: `kind/id#generation/rung`. */
  readonly claims: readonly string[];
}

/** What was done and what came of it, for the invariants that speak of a step. */
export interface Stepped {
  readonly world: World;
  readonly effects: readonly { readonly of: string; readonly effect: Effect }[];
}

export const PLAN = 'plan';
export const TASK = 'task';
export const UNIT = 'unit';
/** Another unit: the new lead, or the one that is waited for. */
export const OTHER = 'other';
export const JURISDICTION = '430811';

export const keyOf = ({ kind, id }: SubjectRef): string => `${kind}/${id}`;
export const TASK_KEY = keyOf({ kind: 'task', id: TASK });
export const lineRef = (unitId: string, cadence: CadenceEvery = 'ten-day'): SubjectRef => ({
  kind: 'reportingLine',
  id: reportingLineIdOf(PLAN, unitId, cadence),
});

/** Every reporting line there is, and what it knows of itself. */
export const linesIn = ({ subjects }: World): { to: SubjectRef; line: ReportingLineContext }[] =>
  Object.values(subjects).flatMap(({ kind, snapshot }) => {
    if (kind !== 'reportingLine') return [];
    const line = snapshot.context as unknown as ReportingLineContext;
    return [{ to: { kind, id: line.id }, line }];
  });

/** What a task of the model may be besides one with one lead and the usual rhythm. */
export interface Beginning {
  readonly leadUnitIds?: string[];
  readonly reportsEvery?: CadenceEvery[];
}

/** A task that is drafted, and nothing else. */
export function worldAt(now: Instant, deadlineOn: string, rules: Rules, beginning: Beginning = {}): World {
  const { leadUnitIds = [UNIT], reportsEvery } = beginning;
  const input = { id: TASK, planId: PLAN, leadUnitIds, deadlineOn, ...(reportsEvery && { reportsEvery }) };
  const task: Modelled = {
    kind: 'task',
    snapshot: begin({ kind: 'task', input }, rules.policy),
    unitIds: leadUnitIds,
  };
  return { now, subjects: { [TASK_KEY]: task }, clocks: {}, claims: [] };
}

/** Lets one event happen, with everything that it brings about elsewhere. Null: it was refused. */
export function happen(
  world: World,
  to: SubjectRef,
  event: IncomingEvent,
  rules: Rules,
  actor: Actor = ENGINE_ACTOR,
): Stepped | null {
  const draft = new Draft(world, rules);
  return draft.take(to, event, actor) ? draft.done(event.at) : null;
}

/** Several events of one transaction; null where any is refused. */
export function happenTogether(
  world: World,
  events: readonly { to: SubjectRef; event: IncomingEvent }[],
  rules: Rules,
  actor: Actor,
): Stepped | null {
  const draft = new Draft(world, rules);
  for (const { to, event } of events) if (!draft.take(to, event, actor)) return null;
  return draft.done(events[0]?.event.at ?? world.now);
}

/** The clocks that run down first are fired together, as a sweep does; null where none runs. */
export function letTimePass(world: World, rules: Rules): Stepped | null {
  const at = nextInstant(world);
  if (at === null) return null;
  const draft = new Draft(world, rules);
  const due = Object.entries(world.clocks)
    .filter(([, clock]) => clock.at === at)
    .sort(([a], [b]) => (clockName(a) < clockName(b) ? -1 : 1));
  for (const [key] of due) draft.stop(key);
  for (const [key, { detail }] of due) {
    const { event: type, ...facts } = detail;
    draft.take(refOf(key), { type, at, ...facts }, ENGINE_ACTOR);
  }
  return draft.done(at);
}

export const nextInstant = ({ clocks }: World): Instant | null =>
  Object.values(clocks)
    .map(({ at }) => at)
    .sort()[0] ?? null;

export const refOf = (key: string): SubjectRef => {
  const [subject = ''] = key.split('#');
  const [kind = '', id = ''] = subject.split('/');
  return { kind: kind as SubjectKind, id };
};
export const clockName = (key: string): string => key.slice(key.indexOf('#') + 1);

export const scopeOf = ({ kind, unitIds }: Modelled): SubjectScope => ({
  jurisdictionId: JURISDICTION,
  planCode: PLAN,
  actionCode: kind === 'reportingLine' ? null : 'A1',
  unitIds,
});

/** A world in the making: events are taken in waves, as in the pipeline. */
class Draft {
  readonly #rules: Rules;
  readonly #subjects: Record<string, Modelled>;
  readonly #clocks: Record<string, Clock>;
  readonly #claims: string[];
  readonly #effects: { of: string; effect: Effect }[] = [];
  readonly #before: World;

  constructor(world: World, rules: Rules) {
    this.#before = world;
    this.#rules = rules;
    this.#subjects = { ...world.subjects };
    this.#clocks = { ...world.clocks };
    this.#claims = [...world.claims];
  }

  done(at: Instant): Stepped {
    const now = at > this.#before.now ? at : this.#before.now;
    const world = { now, subjects: this.#subjects, clocks: this.#clocks, claims: this.#claims };
    return { world, effects: this.#effects };
  }

  stop(key: string): void {
    delete this.#clocks[key];
  }

  take(to: SubjectRef, event: IncomingEvent, actor: Actor): boolean {
    const key = keyOf(to);
    this.#meet(to, event);
    const subject = this.#subjects[key];
    if (!subject) return false;
    const asked = { ...subject, scope: scopeOf(subject), unitCards: this.#cardsElsewhere(key, event) };
    const decision = decide(asked, event, this.#rules, actor);
    if (!decision.ok) return false;
    if (event.type === 'SKIPPED')
      this.#claims.push(`${key}#${String(event['generation'])}/${String(event['rung'])}`);
    const leads = (decision.snapshot.context as { leadUnitIds?: string[] }).leadUnitIds;
    this.#subjects[key] = { ...subject, snapshot: decision.snapshot, unitIds: leads ?? subject.unitIds };
    const follows: { to: SubjectRef; event: IncomingEvent }[] = [];
    for (const effect of decision.effects) {
      this.#effects.push({ of: key, effect });
      this.#carryOut(effect, to, event.at, follows);
    }
    for (const next of follows) this.take(next.to, next.event, ENGINE_ACTOR);
    return true;
  }

  /** The other cards of the unit that the event may have to count. */
  #cardsElsewhere(key: string, event: IncomingEvent): UnitCard[] {
    const subject = this.#subjects[key];
    const unitId = subject && unitCounted(subject, event, this.#rules.policy);
    if (unitId == null) return [];
    const all = Object.entries(this.#subjects).flatMap(([other, { kind, snapshot }]) =>
      other === key ? [] : cardsOn(kind, refOf(other).id, snapshot.context),
    );
    return cardsElsewhere(all, unitId, civilDateOf(event.at));
  }

  /** A unit's first task opens its line. */
  #meet(to: SubjectRef, event: IncomingEvent): void {
    if (to.kind !== 'reportingLine' || event.type !== 'TASK_JOINED' || this.#subjects[keyOf(to)]) return;
    const unitId = String(event['unitId']);
    const input = { id: to.id, planId: PLAN, unitId, cadence: rhythmJoined(event) };
    this.#subjects[keyOf(to)] = {
      kind: 'reportingLine',
      snapshot: begin({ kind: 'reportingLine', input }, this.#rules.policy),
      unitIds: [unitId],
    };
  }

  #carryOut(
    effect: Effect,
    of: SubjectRef,
    at: Instant,
    follows: { to: SubjectRef; event: IncomingEvent }[],
  ): void {
    const key = keyOf(of);
    switch (effect.type) {
      case 'armDeadline': {
        this.#disarm(key, effect.name);
        const projected = project(effect.budget, effect.suspensions ?? [], this.#rules.calendar).at;
        if (projected === null) throw new Error(`${key} armed ${effect.name} without an instant`);
        this.#clocks[`${key}#${effect.name}`] = {
          at: projected < at ? at : projected,
          detail: effect.detail,
        };
        return;
      }
      case 'disarmDeadline':
        return this.#disarm(key, effect.name);
      case 'planSitting':
        for (const taskId of effect.taskIds) this.#owe(of, taskId, effect.period, effect.dueAt);
        return;
      case 'addObligation': {
        const owed = this.#owe(of, effect.taskId, effect.period, effect.dueAt);
        if (effect.open) follows.push({ to: owed, event: { type: 'WINDOW_OPENED', at } });
        return;
      }
      case 'forward':
        follows.push({ to: effect.to, event: { ...effect.event, at } });
        return;
      case 'claimRung':
        this.#claims.push(`${key}#${effect.generation}/${effect.rung}`);
        return;
      default:
        return;
    }
  }

  #owe(line: SubjectRef, taskId: string, period: string, dueAt: Instant): SubjectRef {
    const id = obligationIdOf(sittingIdOf(line.id, period), taskId);
    const ref: SubjectRef = { kind: 'obligation', id };
    const unitIds = this.#subjects[keyOf(line)]?.unitIds ?? [];
    this.#subjects[keyOf(ref)] ??= {
      kind: 'obligation',
      snapshot: begin(
        {
          kind: 'obligation',
          input: { id, taskId, unitId: unitIds[0] ?? '', lineId: line.id, period, dueAt },
        },
        this.#rules.policy,
      ),
      unitIds,
      period,
    };
    return ref;
  }

  #disarm(key: string, name: string): void {
    for (const armed of Object.keys(this.#clocks))
      if (armed === `${key}#${name}` || armed.startsWith(`${key}#${name}:`)) delete this.#clocks[armed];
  }
}
