import {
  begin,
  decide,
  ENGINE_ACTOR,
  obligationIdOf,
  sittingIdOf,
  type Effect,
  type LineSitting,
  type PlannedSitting,
  type ReportingLineContext,
  type Rules,
  type Subject,
  type SubjectKind,
  type SubjectRef,
} from '#accountability';
import { addMinutes, instantOf, project, type Instant } from '#calendar';

/** When the period falls due that the population stands before. */
export const CLOSES_AT = instantOf('2024-04-30', '17:30');
const DISPATCHED_AT = instantOf('2024-03-25', '10:00');
const SIGNED_AT = instantOf('2024-03-26', '09:00');

/** How a unit reported, period by period. */
export interface Habit {
  tasks: number;
  /** The period before: in time, days late, or not at all. */
  before: 'filed' | 'filedLate' | 'silent';
  /** The period that now falls due. */
  now: 'filed' | 'silent';
  /** Returned and not filed again. */
  returned: number;
  progress: number;
  /** So many minutes later than usual. */
  delay: number;
}

export interface LivedClock {
  of: SubjectRef;
  name: string;
  generation: number;
  detail: unknown;
  budget: unknown;
  suspensions: unknown[];
  projectedAt: Instant | null;
  armedAt: Instant;
}

export interface LivedSubject extends SubjectRef {
  snapshot: Subject['snapshot'];
  version: number;
  /** Of an obligation: its task by its number, and its period. */
  task: number | null;
  sitting: { period: string; dueAt: Instant } | null;
}

/** A unit's line with its tasks and all that it owes, as they stand a moment before the period falls due. */
export interface LivedLine {
  subjects: LivedSubject[];
  sittings: (PlannedSitting & { filedAt: Instant | null })[];
  clocks: LivedClock[];
}

/** What stands for an id until a line is written: no id of the record looks so. */
export const mark = (name: string): string => `\uE000${name}\uE001`;
export const MARKS = { line: mark('line'), plan: mark('plan'), unit: mark('unit'), person: mark('person') };
export const taskMark = (n: number): string => mark(`task${n}`);

/** Lives one line from dispatch to the end of April by the charts themselves, every clock on time, with marks for ids. */
export function livedLine(rules: Rules, habit: Habit): LivedLine {
  const world = new World(rules);
  const tasks = Array.from({ length: habit.tasks }, (_, n) => taskMark(n));
  for (const id of tasks) {
    const input = { id, planId: MARKS.plan, leadUnitIds: [MARKS.unit], deadlineOn: '2024-11-29' };
    world.hold(
      { kind: 'task', id },
      begin({ kind: 'task', input }, rules.policy),
      Number(id.replace(/\D/g, '')),
    );
    world.at(addMinutes(DISPATCHED_AT, -60), { kind: 'task', id }, { type: 'CONFIRMED' });
    world.at(DISPATCHED_AT, { kind: 'task', id }, { type: 'DISPATCHED' });
    world.at(SIGNED_AT, { kind: 'task', id }, { type: 'SIGNED', unitId: MARKS.unit });
  }
  const filings: [day: string, period: string, files: boolean][] = [
    ['2024-03-28', '2024-03 下旬', true],
    ['2024-04-09', '2024-04 上旬', true],
    ['2024-04-18', '2024-04 中旬', habit.before === 'filed'],
    ['2024-04-29', '2024-04 中旬', habit.before === 'filedLate'],
    ['2024-04-29', '2024-04 下旬', habit.now === 'filed'],
  ];
  filings.forEach(([day, period, files], n) => {
    if (!files) return;
    const at = addMinutes(instantOf(day, '10:00'), habit.delay);
    world.until(at);
    world.file(at, period, habit.progress + n);
    if (period === '2024-04 中旬') world.returns(addMinutes(at, 40), period, tasks.slice(0, habit.returned));
  });
  world.until(CLOSES_AT, true);
  return world.stands();
}

interface Held extends LivedSubject {
  subject: Subject;
}
interface Due {
  at: Instant;
  to: SubjectRef;
  clock: LivedClock | null;
  event: { type: string; [fact: string]: unknown };
}

class World {
  readonly #rules: Rules;
  readonly #held = new Map<string, Held>();
  readonly #sittings = new Map<string, LivedLine['sittings'][number]>();
  readonly #generations = new Map<string, number>();
  #due: Due[] = [];

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  hold(
    ref: SubjectRef,
    snapshot: Subject['snapshot'],
    task: number | null,
    sitting: Held['sitting'] = null,
  ): void {
    const scope = { jurisdictionId: 'bench', planCode: 'bench', actionCode: null, unitIds: [MARKS.unit] };
    const stored = JSON.parse(JSON.stringify(snapshot)) as Subject['snapshot'];
    const subject = { kind: ref.kind, snapshot: stored, scope };
    this.#held.set(keyOf(ref), { ...ref, subject, snapshot: stored, version: 1, task, sitting });
  }

  at(at: Instant, to: SubjectRef, event: Due['event']): void {
    this.#due.push({ at, to, clock: null, event });
  }

  /** Everything that falls due until then; `before`: what falls due at that very moment stays ahead. */
  until(end: Instant, before = false): void {
    for (;;) {
      const ahead = this.#due.filter(({ at }) => (before ? at < end : at <= end));
      const next = ahead.reduce<Due | null>(
        (first, one) => (first === null || one.at < first.at ? one : first),
        null,
      );
      if (next === null) return;
      this.#due = this.#due.filter((one) => one !== next);
      this.#take(next.to, next.event, next.at);
    }
  }

  file(at: Instant, period: string, progress: number): void {
    const sitting = this.#sitting(period);
    if (!sitting) throw new Error(`no sitting of ${period} to file`);
    const report = { filedBy: MARKS.person, noChange: false, noChangeRun: 0, expected: 12 };
    sitting.taskIds.forEach((taskId, n) => {
      const event = { type: 'REPORT_FILED', reportId: '', ...report, progress: (progress + n) % 101 };
      this.#take(obligation(period, taskId), event, at);
    });
    const filed = { type: 'SITTING_FILED', period, late: at > sitting.dueAt, taskIds: sitting.taskIds };
    this.#take(LINE, filed, at);
  }

  returns(at: Instant, period: string, tasks: readonly string[]): void {
    for (const taskId of tasks)
      this.#take(obligation(period, taskId), { type: 'REPORT_RETURNED', reason: '数据与佐证不符' }, at);
  }

  stands(): LivedLine {
    const clocks = this.#due.flatMap(({ clock }) => (clock ? [clock] : []));
    const subjects = [...this.#held.values()].map(({ subject, ...one }) => ({
      ...one,
      snapshot: subject.snapshot,
    }));
    return { subjects, sittings: [...this.#sittings.values()], clocks };
  }

  #sitting(period: string): LineSitting | undefined {
    const { current, overdue } = this.#held.get(keyOf(LINE))?.subject.snapshot
      .context as unknown as ReportingLineContext;
    return [current, overdue].find((one) => one?.period === period) ?? undefined;
  }

  #take(to: SubjectRef, event: Due['event'], at: Instant): void {
    const ref = to.kind === 'reportingLine' ? LINE : to;
    if (ref.kind === 'reportingLine' && !this.#held.has(keyOf(ref))) {
      const input = { id: MARKS.line, planId: MARKS.plan, unitId: MARKS.unit, cadence: 'ten-day' } as const;
      this.hold(LINE, begin({ kind: 'reportingLine', input }, this.#rules.policy), null);
    }
    const held = this.#held.get(keyOf(ref));
    if (!held) return;
    const decided = decide(held.subject, { ...event, at }, this.#rules, ENGINE_ACTOR);
    if (!decided.ok) return;
    const snapshot = JSON.parse(JSON.stringify(decided.snapshot)) as Subject['snapshot'];
    this.#held.set(keyOf(ref), {
      ...held,
      version: held.version + 1,
      subject: { ...held.subject, snapshot },
    });
    for (const effect of decided.effects) this.#carryOut(ref, effect, at);
  }

  #carryOut(of: SubjectRef, effect: Effect, at: Instant): void {
    switch (effect.type) {
      case 'armDeadline':
        return this.#arm(of, effect, at);
      case 'disarmDeadline':
        return this.#disarm(of, effect.name);
      case 'forward':
        return this.#take(effect.to, effect.event, at);
      case 'planSitting': {
        const { type: _, taskIds, ...sitting } = effect;
        this.#sittings.set(sitting.period, { ...sitting, filedAt: null });
        for (const taskId of taskIds) this.#owe(taskId, sitting);
        return;
      }
      case 'addObligation':
        this.#owe(effect.taskId, effect);
        return;
      case 'fileSitting': {
        const sitting = this.#sittings.get(effect.period);
        if (sitting) sitting.filedAt = effect.filedAt;
        return;
      }
      default:
    }
  }

  #owe(taskId: string, { period, dueAt }: { period: string; dueAt: Instant }): void {
    const ref = obligation(period, taskId);
    const input = { id: ref.id, taskId, unitId: MARKS.unit, period, dueAt };
    const task = this.#held.get(`task/${taskId}`)?.task ?? null;
    this.hold(ref, begin({ kind: 'obligation', input }, this.#rules.policy), task, { period, dueAt });
  }

  #arm(
    of: SubjectRef,
    { name, detail, budget, suspensions = [] }: Extract<Effect, { type: 'armDeadline' }>,
    at: Instant,
  ): void {
    this.#disarm(of, name);
    const key = `${keyOf(of)}/${name}`;
    const generation = 1 + (this.#generations.get(key) ?? 0);
    this.#generations.set(key, generation);
    const projectedAt = project(budget, suspensions, this.#rules.calendar).at;
    const clock = { of, name, generation, detail, budget, suspensions, projectedAt, armedAt: at };
    const { event: type, ...facts } = detail;
    // One that runs down in the past runs down at once.
    if (projectedAt !== null)
      this.#due.push({ at: projectedAt < at ? at : projectedAt, to: of, clock, event: { type, ...facts } });
  }

  #disarm(of: SubjectRef, name: string): void {
    this.#due = this.#due.filter(
      ({ clock }) =>
        clock === null ||
        keyOf(clock.of) !== keyOf(of) ||
        (clock.name !== name && !clock.name.startsWith(`${name}:`)),
    );
  }
}

const LINE: SubjectRef = { kind: 'reportingLine', id: MARKS.line };
const keyOf = ({ kind, id }: { kind: SubjectKind; id: string }): string => `${kind}/${id}`;
const obligation = (period: string, taskId: string): SubjectRef => ({
  kind: 'obligation',
  id: obligationIdOf(sittingIdOf(MARKS.line, period), taskId),
});
