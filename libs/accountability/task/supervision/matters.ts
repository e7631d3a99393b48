import { LADDER_TRIGGERS, type Gate, type LadderTrigger } from '../../policy/policy.schema.js';
import type { Role } from '../../role.js';
import type { TaskContext } from '../task.context.js';
import type { Cause, TaskClimb } from './climb.js';

/** Who opens each gate of the closure (domain.md §6). */
export const REVIEWER_OF: Record<Gate, Role> = {
  taskForceReview: 'taskForceOffice',
  verification: 'supervisor',
  approval: 'headquartersOffice',
};

/** How a matter is shown, and whom it is told once where the policy has no ladder for it. */
interface Matter {
  /** The name of its alert. */
  alert: (cause: Cause) => string;
  message: string;
  audience: (cause: Cause) => Role[];
  /** Whether the cause lasts, as the task knows itself: what is not so any more is cured. */
  lasts: (context: TaskContext, cause: Cause) => boolean;
}

const THE_UNIT = (): Role[] => ['liaison', 'leadUnitHead'];
const leads = ({ leadUnitIds }: TaskContext, { unitId }: Cause): boolean =>
  unitId !== null && leadUnitIds.includes(unitId);

export const MATTERS: Record<LadderTrigger, Matter> = {
  unsigned: {
    alert: ({ unitId }) => `notSigned:${unitId}`,
    message: 'notSigned',
    audience: THE_UNIT,
    lasts: (context, cause) =>
      leads(context, cause) && context.dispute === null && !context.signedBy.includes(cause.unitId ?? ''),
  },
  behind: {
    alert: ({ unitId }) => `behind:${unitId}`,
    message: 'behind',
    audience: THE_UNIT,
    lasts: (context, cause) =>
      leads(context, cause) && (context.behindOf[cause.unitId ?? ''] ?? []).length > 0,
  },
  pastDeadline: {
    alert: ({ unitId }) => `taskOverdue:${unitId}`,
    message: 'taskOverdue',
    audience: THE_UNIT,
    lasts: (context, cause) => leads(context, cause) && context.deadlinePassed,
  },
  untrue: {
    alert: ({ unitId }) => `untrue:${unitId}`,
    message: 'untrue',
    audience: THE_UNIT,
    lasts: leads,
  },
  cardAnswer: {
    alert: ({ unitId }) => `cardAnswer:${unitId}`,
    message: 'cardUnanswered',
    audience: THE_UNIT,
    lasts: (context, { unitId }) =>
      context.cards.some((card) => card.unitId === unitId && card.answer === 'overdue' && !card.rescinded),
  },
  unreported: {
    alert: ({ unitId }) => `unreported:${unitId}`,
    message: 'firstReportOverdue',
    audience: THE_UNIT,
    lasts: (context, cause) => leads(context, cause) && context.progressOf[cause.unitId ?? ''] === undefined,
  },
  handover: {
    alert: ({ unitId }) => `handover:${unitId}`,
    message: 'handoverOverdue',
    audience: THE_UNIT,
    lasts: ({ handover }, { unitId }) => handover !== null && owesHandover(handover, unitId ?? ''),
  },
  awaited: {
    alert: ({ unitId }) => `awaited:${unitId}`,
    message: 'awaitedOverdue',
    audience: THE_UNIT,
    lasts: ({ blockage }, { unitId }) => blockage?.state === 'accepted' && blockage.byUnitId === unitId,
  },
  disputeLate: {
    alert: () => 'disputeLate',
    message: 'disputeOverdue',
    audience: () => ['headquartersOffice', 'commander'],
    lasts: ({ dispute }) => dispute !== null,
  },
  gateLate: {
    alert: ({ gate }) => `gate:${gate}`,
    message: 'gateOverdue',
    audience: ({ gate }) => [...(gate ? [REVIEWER_OF[gate]] : []), 'headquartersOffice'],
    lasts: ({ closure }, { gate }) => closure?.gate === gate,
  },
  correctionLate: {
    alert: ({ unitId }) => `correctionLate:${unitId}`,
    message: 'correctionOverdue',
    audience: THE_UNIT,
    lasts: (context, cause) =>
      leads(context, cause) &&
      context.verifications.some(
        ({ stage, unitId, overdue }) => stage === 'correction' && overdue && unitId === cause.unitId,
      ),
  },
  verificationLate: {
    alert: () => 'verificationLate',
    message: 'verificationOverdue',
    audience: () => ['supervisor', 'commander'],
    lasts: ({ verifications }) => verifications.some(({ stage, overdue }) => stage === 'open' && overdue),
  },
  appealLate: {
    alert: () => 'appealLate',
    message: 'appealOverdue',
    audience: () => ['supervisor', 'commander'],
    lasts: ({ cards }) => cards.some(({ appeal }) => appeal === 'open'),
  },
  yearTurn: {
    alert: () => 'yearTurn',
    message: 'yearTurn',
    audience: () => ['headquartersOffice'],
    lasts: ({ deadlinePassed, ongoing }) => deadlinePassed && ongoing,
  },
  blockageLate: {
    alert: () => 'blockageLate',
    message: 'blockageOverdue',
    audience: () => ['supervisor', 'headquartersOffice'],
    lasts: ({ blockage }) => blockage !== null && blockage.state !== 'accepted',
  },
};

type HandoverSides = NonNullable<TaskContext['handover']>;

/** Whether a unit still has to sign its side of the hand-over. */
export const owesHandover = (
  { fromUnitIds, toUnitIds, handedOverBy, takenOverBy }: HandoverSides,
  unitId: string,
): boolean =>
  (fromUnitIds.includes(unitId) && !handedOverBy.includes(unitId)) ||
  (toUnitIds.includes(unitId) && !takenOverBy.includes(unitId));

/** Why a climb stands still now, in the words of its record; null: it climbs. */
export function pauseOf(context: TaskContext, climb: TaskClimb): string | null {
  if (climb.hold) return `督办暂缓：${climb.hold.reason}`;
  if (context.cards.some((card) => card.generation === climb.generation && card.appeal === 'open'))
    return '申诉处理中';
  if (LADDER_TRIGGERS[climb.trigger] === 'office') return null;
  if (context.suspension) return `任务暂缓：${context.suspension.reason}`;
  if (climb.trigger === 'handover' || climb.trigger === 'unsigned') return null;
  if (context.dispute) return '职责争议';
  if (context.closure) return '办结审核中';
  if (context.blockage?.state === 'accepted' && climb.unitId !== context.blockage.byUnitId)
    return `等待其他单位：${context.blockage.reason}`;
  return null;
}
