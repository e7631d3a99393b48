import {
  begin,
  decide,
  ENGINE_ACTOR,
  obligationIdOf,
  reportingLineIdOf,
  sittingIdOf,
  type Actor,
  type Effect,
  type IncomingEvent,
  type ReportingLineContext,
  type Rules,
  type Snapshot,
  type Subject,
  type SubjectKind,
} from '#accountability';
import { addMinutes, instantOf, project, type Instant } from '#calendar';

/** One event that was taken, as the pipeline would have put it to `decide`. */
export interface Step {
  readonly subject: Subject;
  /** As it came in. */
  readonly event: IncomingEvent;
  /** With what the rules wrote into it. */
  readonly kept: IncomingEvent;
  readonly actor: Actor;
}

const PLAN = 'plan';
const UNITS = 12;
const TASKS_A_UNIT = 5;
const FROM = instantOf('2024-04-08', '09:00');
const UNTIL = instantOf('2024-05-08', '18:00');

/** A person who may do everything for that unit. */
const personOf = (unitId: string): Actor => ({
  personId: 'person',
  unitId,
  roles: [
    { role: 'liaison', scopeKind: 'unit', scopeId: unitId },
    { role: 'leadUnitHead', scopeKind: 'unit', scopeId: unitId },
    { role: 'taskForceOffice', scopeKind: 'action', scopeId: `${PLAN}/A1` },
    { role: 'headquartersOffice', scopeKind: 'jurisdiction', scopeId: '430811' },
    { role: 'supervisor', scopeKind: 'jurisdiction', scopeId: '430811' },
    { role: 'commander', scopeKind: 'jurisdiction', scopeId: '430811' },
  ],
});

interface Due {
  readonly at: Instant;
  readonly kind: SubjectKind;
  readonly id: string;
  /** Of a clock: by its name it is taken off again. */
  readonly name: string | null;
  readonly event: { readonly type: string; readonly [fact: string]: unknown };
  readonly actor: Actor;
}

/**
 * The tasks, reports and lines of twelve units over their first month, every event of it in order: confirmed, dispatched,
 * signed; two sittings in three filed, the others chased, carded, and filed when they are; reports accepted in silence,
 * or returned and filed again; a closure, a suspension, a blockage now and then. Without a database: what effects ask of
 * the engine is done here as far as other subjects notice it.
 */
export function firstMonth(rules: Rules): Step[] {
  const steps: Step[] = [];
  const subjects = new Map<string, Subject>();
  const due: Due[] = [];
  const plan = (item: Due): void => void due.push(item);

  const take = (item: Due): void => {
    const key = `${item.kind}/${item.id}`;
    const subject = subjects.get(key);
    if (!subject) return;
    const event = { ...item.event, at: item.at };
    const decided = decide(subject, event, rules, item.actor);
    if (!decided.ok) return;
    const { type, at, payload } = decided.event;
    steps.push({ subject, event, kept: { type, at, ...payload }, actor: item.actor });
    // Read again as a row is: what is measured is what the pipeline has.
    const snapshot = JSON.parse(JSON.stringify(decided.snapshot)) as Snapshot;
    subjects.set(key, { ...subject, snapshot });
    for (const effect of decided.effects) carryOut(item, effect);
  };

  const carryOut = (item: Due, effect: Effect): void => {
    const { kind, id, at } = item;
    const off = (name: string): void => {
      for (let i = due.length - 1; i >= 0; i -= 1) {
        const one = due[i];
        if (one?.id === id && one.name !== null && (one.name === name || one.name.startsWith(`${name}:`)))
          due.splice(i, 1);
      }
    };
    switch (effect.type) {
      case 'armDeadline': {
        off(effect.name);
        const reached = project(effect.budget, effect.suspensions ?? [], rules.calendar).at;
        const { event: type, ...facts } = effect.detail;
        if (reached !== null)
          plan({ at: reached, kind, id, name: effect.name, event: { type, ...facts }, actor: ENGINE_ACTOR });
        return;
      }
      case 'disarmDeadline':
        return off(effect.name);
      case 'forward':
        if (effect.to.kind === 'reportingLine') openLine(effect.to.id);
        return take({ at, ...effect.to, name: null, event: effect.event, actor: ENGINE_ACTOR });
      case 'planSitting':
        for (const taskId of effect.taskIds) owe(id, effect.period, taskId, effect.dueAt);
        return fileSometime(id, effect.period, effect.opensAt, effect.dueAt);
      case 'addObligation':
        return owe(id, effect.period, effect.taskId, effect.dueAt);
      case 'draftNotice':
        if (effect.issue === 'byPerson')
          for (const type of ['NOTICE_AGREED', 'NOTICE_ISSUED'])
            plan({
              at: addMinutes(at, 90),
              kind,
              id,
              name: null,
              event: { type, generation: effect.generation, rung: effect.rung, noticeId: 'notice' },
              actor: personOf(effect.unitId),
            });
        return;
      default:
    }
  };

  const scope = (unitId: string, actionCode: string | null = 'A1'): Subject['scope'] => ({
    jurisdictionId: '430811',
    planCode: PLAN,
    actionCode,
    unitIds: [unitId],
  });
  const lineOf = (unit: number): string => reportingLineIdOf(PLAN, unitOf(unit), 'ten-day');
  const unitOfLine = new Map(Array.from({ length: UNITS }, (_, unit) => [lineOf(unit), unitOf(unit)]));

  const openLine = (id: string): void => {
    const unitId = unitOfLine.get(id);
    if (unitId === undefined || subjects.has(`reportingLine/${id}`)) return;
    const input = { id, planId: PLAN, unitId, cadence: 'ten-day' } as const;
    const snapshot = begin({ kind: 'reportingLine', input }, rules.policy);
    subjects.set(`reportingLine/${id}`, { kind: 'reportingLine', snapshot, scope: scope(unitId, null) });
  };
  const owe = (lineId: string, period: string, taskId: string, dueAt: Instant): void => {
    const id = obligationIdOf(sittingIdOf(lineId, period), taskId);
    const unitId = unitOfLine.get(lineId) ?? '';
    const snapshot = begin(
      { kind: 'obligation', input: { id, taskId, unitId, period, dueAt } },
      rules.policy,
    );
    subjects.set(`obligation/${id}`, { kind: 'obligation', snapshot, scope: scope(unitId) });
  };
  /** Two in three in time, the others days later. */
  const fileSometime = (lineId: string, period: string, opensAt: Instant, dueAt: Instant): void => {
    const unitId = unitOfLine.get(lineId) ?? '';
    const late = (Number(unitId.slice(4)) + period.length + Number(period.charCodeAt(8))) % 3 === 0;
    const at = late ? addMinutes(dueAt, 7 * 24 * 60 + 30) : addMinutes(opensAt, 26 * 60);
    const actor = personOf(unitId);
    plan({
      at,
      kind: 'reportingLine',
      id: lineId,
      name: null,
      event: { type: 'FILES', period, late },
      actor,
    });
  };

  for (let unit = 0; unit < UNITS; unit += 1) for (let n = 0; n < TASKS_A_UNIT; n += 1) beginTask(unit, n);

  function beginTask(unit: number, n: number): void {
    const [id, unitId] = [`task-${unit}-${n}`, unitOf(unit)];
    const input = { id, planId: PLAN, leadUnitIds: [unitId], deadlineOn: '2024-11-29' };
    subjects.set(`task/${id}`, {
      kind: 'task',
      snapshot: begin({ kind: 'task', input }, rules.policy),
      scope: scope(unitId),
    });
    const script: [minutes: number, event: Due['event']][] = [
      [0, { type: 'CONFIRMED' }],
      [60, { type: 'DISPATCHED' }],
      // One unit in six signs too late.
      [unit % 6 === 5 ? 7 * 24 * 60 : 25 * 60, { type: 'SIGNED', unitId }],
      ...LATER[(unit + n) % LATER.length]!.map(([day, event]): [number, Due['event']] => [
        day * 24 * 60 + 120,
        { ...event, unitId },
      ]),
    ];
    for (const [minutes, event] of script)
      plan({ at: addMinutes(FROM, minutes), kind: 'task', id, name: null, event, actor: personOf(unitId) });
  }

  while (due.length > 0) {
    let first = 0;
    for (let i = 1; i < due.length; i += 1) if (due[i]!.at < due[first]!.at) first = i;
    const [item] = due.splice(first, 1);
    if (!item || item.at > UNTIL) break;
    if (item.event.type === 'FILES') fileSitting(item);
    else take(item);
  }
  return steps;

  function fileSitting({ at, id: lineId, event, actor }: Due): void {
    const line = subjects.get(`reportingLine/${lineId}`);
    const { current, overdue } = (line?.snapshot.context ?? {}) as Partial<ReportingLineContext>;
    const period = String(event['period']);
    const sitting = [current, overdue].find((one) => one?.period === period);
    if (!sitting) return;
    sitting.taskIds.forEach((taskId, n) => {
      const id = obligationIdOf(sittingIdOf(lineId, period), taskId);
      const report = {
        reportId: `report-${id}`,
        filedBy: 'person',
        progress: (n * 7 + at.length) % 40,
        noChange: false,
        noChangeRun: 0,
        expected: 12,
      };
      take({ at, kind: 'obligation', id, name: null, event: { type: 'REPORT_FILED', ...report }, actor });
      if (n % 5 !== 4) return;
      const later = (minutes: number, next: Due['event']): void =>
        plan({ at: addMinutes(at, minutes), kind: 'obligation', id, name: null, event: next, actor });
      later(200, { type: 'REPORT_RETURNED', reason: '数据与佐证不符' });
      later(26 * 60, { type: 'REPORT_FILED', ...report });
    });
    const filed = { type: 'SITTING_FILED', period, late: event['late'], taskIds: sitting.taskIds };
    take({ at, kind: 'reportingLine', id: lineId, name: null, event: filed, actor });
  }
}

const unitOf = (unit: number): string => `unit${unit}`;

/** What becomes of a task besides, by the day on which it happens. */
const LATER: readonly (readonly (readonly [day: number, event: Due['event']])[])[] = [
  [],
  [],
  [],
  [
    [15, { type: 'CLOSURE_REQUESTED', statement: '已完成' }],
    [16, { type: 'GATE_PASSED', gate: 'taskForceReview', finding: '属实' }],
    [17, { type: 'GATE_PASSED', gate: 'verification', finding: '属实' }],
    [18, { type: 'GATE_PASSED', gate: 'approval', finding: '属实' }],
  ],
  [
    [14, { type: 'SUSPENDED', reason: '汛期暂缓', until: '2024-04-26' }],
    [20, { type: 'EXTENDED', deadlineOn: '2024-12-31', reason: '汛期顺延' }],
  ],
  [
    [14, { type: 'BLOCKED', byUnitId: 'unit99', reason: '等待用地批复' }],
    [15, { type: 'BLOCKAGE_ACCEPTED' }],
    [18, { type: 'UNBLOCKED', reason: '已批复' }],
  ],
  [],
];
