import {
  permissionsIn,
  stateName,
  type Actor,
  type IncomingEvent,
  type ReportingLineContext,
  type Role,
  type Rules,
  type SubjectRef,
  type TaskContext,
} from '#accountability';
import { addDays, civilDateOf } from '#calendar';
import {
  happen,
  happenTogether,
  JURISDICTION,
  keyOf,
  letTimePass,
  lineRef,
  OTHER,
  TASK,
  TASK_KEY,
  UNIT,
  type Stepped,
  type World,
} from './world.js';

/** One thing that a person may try, in a given world. */
export interface Move {
  readonly name: string;
  readonly by: Role;
  /** Whose person, where the role is a unit's. */
  readonly unitId: string | null;
  readonly events: readonly { to: SubjectRef; event: IncomingEvent }[];
}

/** Everything that anybody may try now, whether it is allowed or not. */
export function movesIn(world: World): Move[] {
  return [
    ...ofTask(world),
    ...ofCards(world),
    ...ofSittings(world),
    ...ofReviews(world),
    ...ofLineNotices(world),
  ];
}

/** Lets a person try it; null: refused. */
export const attempt = (world: World, move: Move, rules: Rules, as: Role = move.by): Stepped | null => {
  const actor = personAs(as, move.unitId);
  const [only] = move.events;
  return move.events.length === 1 && only
    ? happen(world, only.to, only.event, rules, actor)
    : happenTogether(world, move.events, rules, actor);
};

/** Whether the charts take the events of the move at all, in the states that they are in. */
export const isTaken = (world: World, { events }: Move): boolean =>
  events.every(({ to, event }) => {
    const subject = world.subjects[keyOf(to)];
    return subject !== undefined && permissionsIn(to.kind, subject.snapshot.value, event.type).length > 0;
  });

export const timePasses = letTimePass;

const UNIT_ROLES: readonly Role[] = ['liaison', 'leadUnitHead', 'supportUnitLiaison'];

/** Somebody who holds this one role, and only for what it is held for. */
export function personAs(role: Role, unitId: string | null): Actor {
  const ofUnit = UNIT_ROLES.includes(role);
  const scopeId = ofUnit ? (unitId ?? UNIT) : JURISDICTION;
  return {
    personId: role,
    unitId: ofUnit ? scopeId : null,
    roles: [{ role, scopeKind: ofUnit ? 'unit' : 'jurisdiction', scopeId }],
  };
}

const task: SubjectRef = { kind: 'task', id: TASK };
const taskContext = (world: World): TaskContext =>
  world.subjects[TASK_KEY]?.snapshot.context as unknown as TaskContext;

function ofTask(world: World): Move[] {
  const at = world.now;
  const today = civilDateOf(at);
  const { deadlineOn, leadUnitIds, handover, blockage } = taskContext(world);
  const reason = 'reason';
  const move = (
    name: string,
    by: Role,
    facts: Record<string, unknown> = {},
    unitId: string | null = null,
    type = name,
  ): Move => ({ name, by, unitId, events: [{ to: task, event: { type, at, ...facts } }] });
  const lead = leadUnitIds[0] ?? UNIT;
  return [
    move('CONFIRMED', 'headquartersOffice'),
    move('DISPATCHED', 'headquartersOffice'),
    move('SIGNED', 'liaison', { unitId: lead }, lead),
    move('DISPUTED', 'liaison', { unitId: lead, reason }, lead),
    move(
      'INSISTED',
      'headquartersOffice',
      { decision: 'insist', unitIds: [], reason },
      null,
      'DISPUTE_RESOLVED',
    ),
    move(
      'REASSIGNED',
      'headquartersOffice',
      { decision: 'reassign', unitIds: [OTHER], reason },
      null,
      'DISPUTE_RESOLVED',
    ),
    move('CLOSURE_REQUESTED', 'leadUnitHead', { unitId: lead, statement: 'done' }, lead),
    ...(
      [
        ['taskForceReview', 'taskForceOffice'],
        ['verification', 'supervisor'],
        ['approval', 'headquartersOffice'],
      ] as const
    ).flatMap(([gate, by]) => [
      move(`PASSED:${gate}`, by, { gate, finding: '' }, null, 'GATE_PASSED'),
      move(`RETURNED:${gate}`, by, { gate, reason }, null, 'CLOSURE_RETURNED'),
    ]),
    move(
      'FOUND_UNTRUE',
      'supervisor',
      { gate: 'verification', reason, untrue: true },
      null,
      'CLOSURE_RETURNED',
    ),
    move('SUSPENDED', 'headquartersOffice', { reason, until: addDays(today, 5) }),
    move('RESUMED', 'headquartersOffice'),
    move('WITHDRAWN', 'headquartersOffice', { reason }),
    move('REOPENED', 'supervisor', { reason }),
    move('EXTENDED', 'headquartersOffice', { reason, deadlineOn: addDays(deadlineOn, 7) }),
    move('LEAD_CHANGED', 'headquartersOffice', { unitIds: [OTHER], reason }),
    move(
      'HANDED_OVER',
      'liaison',
      { unitId: handover?.fromUnitIds[0] ?? UNIT, statement: '' },
      handover?.fromUnitIds[0] ?? UNIT,
    ),
    move(
      'TAKEN_OVER',
      'liaison',
      { unitId: handover?.toUnitIds[0] ?? OTHER },
      handover?.toUnitIds[0] ?? OTHER,
    ),
    move('HANDOVER_DECREED', 'headquartersOffice', { reason }),
    move('BLOCKED', 'liaison', { unitId: lead, byUnitId: 'third', reason }, lead),
    move('BLOCKAGE_ACCEPTED', 'liaison', {}, blockage?.byUnitId ?? 'third'),
    move('BLOCKAGE_CONTESTED', 'liaison', { reason }, blockage?.byUnitId ?? 'third'),
    move('BLOCKAGE_REJECTED', 'supervisor', { reason }),
    move('UNBLOCKED', 'supervisor', { reason }),
    move('SPLIT', 'headquartersOffice', { intoTaskIds: ['a', 'b'], reason }),
    move('AMENDED', 'headquartersOffice', {
      amendmentId: 'amendment',
      reason,
      deadlineOn: addDays(deadlineOn, 3),
    }),
    move('CADENCES_CHANGED', 'headquartersOffice', { reportsEvery: ['ten-day', 'quarter'], reason }),
    move('CARRIED_OVER', 'headquartersOffice', { year: 2024, deadlineOn: addDays(today, 30), reason }),
    move('CLOSED_WITH_YEAR', 'headquartersOffice', { year: 2024, finding: '' }),
  ];
}

/** What may be done about each ladder that the task climbs, and each card that it has earned. */
function ofCards(world: World): Move[] {
  const { climbs, cards } = taskContext(world);
  const at = world.now;
  const make = (
    name: string,
    by: Role,
    facts: Record<string, unknown>,
    unitId: string | null = null,
  ): Move => ({
    name,
    by,
    unitId,
    events: [{ to: task, event: { type: name, at, reason: 'reason', ...facts } }],
  });
  return [
    ...climbs.flatMap(({ generation, awaitingIssue }) => [
      make('HELD', 'supervisor', { generation, until: addDays(civilDateOf(at), 3) }),
      make('LIFTED', 'supervisor', { generation }),
      ...(awaitingIssue
        ? [
            make('NOTICE_AGREED', 'commander', { generation, rung: awaitingIssue.rung, noticeId: 'notice' }),
            make('NOTICE_ISSUED', 'supervisor', { generation, rung: awaitingIssue.rung, noticeId: 'notice' }),
          ]
        : []),
    ]),
    ...cards.flatMap(({ generation, rung, unitId }) => [
      make('CARD_ANSWERED', 'liaison', { generation, rung, unitId, statement: '' }, unitId),
      make('APPEALED', 'leadUnitHead', { generation, rung, unitId }, unitId),
      make('APPEAL_UPHELD', 'supervisor', { generation, rung }),
      make('APPEAL_REJECTED', 'supervisor', { generation, rung }),
    ]),
  ];
}

/** A unit files what it owes in one package: on schedule, or far behind. */
function ofSittings(world: World): Move[] {
  const at = world.now;
  return [UNIT, OTHER].flatMap((unitId) => {
    const to = lineRef(unitId);
    const line = world.subjects[`${to.kind}/${to.id}`]?.snapshot.context as ReportingLineContext | undefined;
    return [line?.overdue, line?.current].flatMap((sitting) => {
      if (!sitting || sitting.filedAt !== null) return [];
      const owed = Object.entries(world.subjects).filter(
        ([, subject]) =>
          subject.kind === 'obligation' &&
          subject.period === sitting.period &&
          subject.unitIds[0] === unitId &&
          subject.snapshot.value === 'open',
      );
      return [0, 100].map((progress): Move => ({
        name: `FILED:${progress === 0 ? 'nothing' : 'everything'}`,
        by: 'liaison',
        unitId,
        events: [
          ...owed.map(([key]) => ({
            to: { kind: 'obligation' as const, id: key.slice(key.indexOf('/') + 1) },
            event: {
              type: 'REPORT_FILED',
              at,
              reportId: 'report',
              filedBy: 'liaison',
              progress,
              noChange: false,
              noChangeRun: 0,
              expected: 30,
            },
          })),
          {
            to,
            event: {
              type: 'SITTING_FILED',
              at,
              period: sitting.period,
              late: at > sitting.dueAt,
              taskIds: [TASK],
            },
          },
        ],
      }));
    });
  });
}

function ofReviews(world: World): Move[] {
  const at = world.now;
  return Object.entries(world.subjects).flatMap(([key, { kind, snapshot, unitIds }]): Move[] => {
    if (kind !== 'obligation') return [];
    const to: SubjectRef = { kind, id: key.slice(key.indexOf('/') + 1) };
    const state = stateName(snapshot.value);
    if (state === 'submitted')
      return [
        {
          name: 'REPORT_ACCEPTED',
          by: 'taskForceOffice',
          unitId: null,
          events: [{ to, event: { type: 'REPORT_ACCEPTED', at, silently: false } }],
        },
        {
          name: 'REPORT_RETURNED',
          by: 'taskForceOffice',
          unitId: null,
          events: [{ to, event: { type: 'REPORT_RETURNED', at, reason: 'reason' } }],
        },
      ];
    if (state !== 'returned') return [];
    const refiled: IncomingEvent = {
      type: 'REPORT_FILED',
      at,
      reportId: 'again',
      filedBy: 'liaison',
      progress: 50,
      noChange: false,
      noChangeRun: 0,
      expected: 30,
    };
    return [{ name: 'REFILED', by: 'liaison', unitId: unitIds[0] ?? UNIT, events: [{ to, event: refiled }] }];
  });
}

function ofLineNotices(world: World): Move[] {
  return [UNIT, OTHER].flatMap((unitId): Move[] => {
    const to = lineRef(unitId);
    const line = world.subjects[`${to.kind}/${to.id}`]?.snapshot.context as ReportingLineContext | undefined;
    const climb = line?.climb;
    if (!climb?.awaitingIssue) return [];
    const facts = {
      at: world.now,
      generation: climb.generation,
      rung: climb.awaitingIssue.rung,
      noticeId: 'notice',
    };
    return [
      {
        name: 'LINE_NOTICE_AGREED',
        by: 'commander',
        unitId,
        events: [{ to, event: { type: 'NOTICE_AGREED', ...facts } }],
      },
      {
        name: 'LINE_NOTICE_ISSUED',
        by: 'supervisor',
        unitId,
        events: [{ to, event: { type: 'NOTICE_ISSUED', ...facts } }],
      },
    ];
  });
}
