import {
  obligationIdOf,
  permissionsIn,
  sittingIdOf,
  stateName,
  type Actor,
  type IncomingEvent,
  type Role,
  type Rules,
  type SubjectRef,
  type TaskContext,
} from '#accountability';
import { addDays, civilDateOf, type Instant } from '#calendar';
import {
  happen,
  happenTogether,
  JURISDICTION,
  keyOf,
  letTimePass,
  linesIn,
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
    ...ofLines(world),
    ...ofVerifications(world),
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
    move(
      'AMENDED:lead',
      'headquartersOffice',
      { amendmentId: 'amendment', reason, leadUnitIds: [OTHER] },
      null,
      'AMENDED',
    ),
    move('UNIT_SUCCEEDED', 'headquartersOffice', { fromUnitId: lead, toUnitId: 'successor', reason }),
    move('IMPORTANCE_SET', 'headquartersOffice', { importance: 'major', reason }),
    move('MERGED', 'headquartersOffice', { intoTaskIds: ['a'], reason }),
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
    ...climbs.flatMap(({ generation, awaitingIssue }) => {
      const rungClock = world.clocks[`${TASK_KEY}#rung:${generation}`];
      return [
        make('HELD', 'supervisor', { generation, until: addDays(civilDateOf(at), 3) }),
        make('LIFTED', 'supervisor', { generation }),
        ...(rungClock ? [make('SKIPPED', 'supervisor', { ...rungClock.detail, approverId: null })] : []),
        ...(awaitingIssue ? noticeMoves(make, generation, awaitingIssue.rung) : []),
      ];
    }),
    ...cards.flatMap((card) => cardMoves(make, card)),
  ];
}

/** The supervision office looks at a report on the spot; what it finds asks for another figure, or for none. */
function ofVerifications(world: World): Move[] {
  const at = world.now;
  const { leadUnitIds, verifications } = taskContext(world);
  const report = { reportId: null, period: null, drawId: null, recordHash: null, reason: 'reason' };
  const make = (
    name: string,
    by: Role,
    facts: Record<string, unknown>,
    unitId: string | null = null,
    type = name,
  ): Move => ({ name, by, unitId, events: [{ to: task, event: { type, at, ...report, ...facts } }] });
  const found = { reported: 50, found: 20, words: 'words' };
  return [
    ...(verifications.length === 0
      ? [make('VERIFICATION_ORDERED', 'supervisor', { verificationId: 'v1', unitId: leadUnitIds[0] ?? UNIT })]
      : []),
    ...verifications.flatMap(({ id: verificationId, unitId, stage }) =>
      stage === 'open'
        ? (['true', 'partlyTrue', 'untrue'] as const).map((finding) =>
            make(
              `FOUND:${finding}`,
              'supervisor',
              { verificationId, unitId, finding, ...found },
              null,
              'VERIFICATION_FOUND',
            ),
          )
        : [
            make(
              'FIGURE_CORRECTED',
              'liaison',
              { verificationId, unitId, progress: 20, statement: '' },
              unitId,
            ),
          ],
    ),
  ];
}

/** A unit files what it owes in one package: on schedule, or far behind. */
function ofSittings(world: World): Move[] {
  const at = world.now;
  return linesIn(world).flatMap(({ to, line }) =>
    [line.overdue, line.current].flatMap((sitting) => {
      if (!sitting || sitting.filedAt !== null) return [];
      const owed: SubjectRef = {
        kind: 'obligation',
        id: obligationIdOf(sittingIdOf(line.id, sitting.period), TASK),
      };
      const isOpen = world.subjects[keyOf(owed)]?.snapshot.value === 'open';
      return [0, 100].map((progress): Move => ({
        name: `FILED:${progress === 0 ? 'nothing' : 'everything'}`,
        by: 'liaison',
        unitId: line.unitId,
        events: [
          ...(isOpen ? [{ to: owed, event: reportFiled(at, 'report', progress) }] : []),
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
    }),
  );
}

const reportFiled = (at: Instant, reportId: string, progress: number): IncomingEvent => ({
  type: 'REPORT_FILED',
  at,
  reportId,
  filedBy: 'liaison',
  progress,
  noChange: false,
  noChangeRun: 0,
  expected: 30,
});

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
    const refiled = reportFiled(at, 'again', 50);
    return [{ name: 'REFILED', by: 'liaison', unitId: unitIds[0] ?? UNIT, events: [{ to, event: refiled }] }];
  });
}

/** What may be done about the ladder of a silent line, those of its cards, and the cards themselves. */
function ofLines(world: World): Move[] {
  const at = world.now;
  return linesIn(world).flatMap(({ to, line }): Move[] => {
    const make = (
      name: string,
      by: Role,
      facts: Record<string, unknown>,
      unitId: string | null = null,
    ): Move => ({
      name: `LINE_${name}`,
      by,
      unitId,
      events: [{ to, event: { type: name, at, reason: 'reason', ...facts } }],
    });
    const climbs = [...(line.climb ? [line.climb] : []), ...line.matters.climbs];
    const rungClock = line.climb && world.clocks[`${keyOf(to)}#rung`];
    return [
      ...climbs.flatMap(({ generation, awaitingIssue }) => [
        make('HELD', 'supervisor', { generation, until: addDays(civilDateOf(at), 3) }),
        make('LIFTED', 'supervisor', { generation }),
        ...(awaitingIssue ? noticeMoves(make, generation, awaitingIssue.rung) : []),
      ]),
      ...(rungClock ? [make('SKIPPED', 'supervisor', { ...rungClock.detail, approverId: null })] : []),
      ...line.cards.flatMap((card) => cardMoves(make, { ...card, unitId: line.unitId })),
    ];
  });
}

type Make = (name: string, by: Role, facts: Record<string, unknown>, unitId?: string | null) => Move;

const noticeMoves = (make: Make, generation: number, rung: string): Move[] => [
  make('NOTICE_AGREED', 'commander', { generation, rung, noticeId: 'notice' }),
  make('NOTICE_ISSUED', 'supervisor', { generation, rung, noticeId: 'notice' }),
];

const cardMoves = (
  make: Make,
  { generation, rung, unitId }: { generation: number; rung: string; unitId: string },
): Move[] => [
  make('CARD_ANSWERED', 'liaison', { generation, rung, unitId, statement: '' }, unitId),
  make('APPEALED', 'leadUnitHead', { generation, rung, unitId }, unitId),
  make('APPEAL_UPHELD', 'supervisor', { generation, rung }),
  make('APPEAL_REJECTED', 'supervisor', { generation, rung }),
];
