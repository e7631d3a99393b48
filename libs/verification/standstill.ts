import type { Policy, ReportingLineContext, TaskClimb, TaskContext } from '#accountability';

/** Ladders of offices: what stops a unit's does not stop theirs. */
const OF_OFFICES = new Set([
  'disputeLate',
  'gateLate',
  'appealLate',
  'blockageLate',
  'verificationLate',
  'yearTurn',
]);

/**
 * Whether a climb must stand still (domain.md §6 to §8), said apart from the rules of the product: it is held, its
 * card is under appeal, the task is suspended, disputed, at a gate, or waits for a unit that is not the one climbing.
 */
export function standsStill(
  { suspension, dispute, closure, blockage, cards }: TaskContext,
  { generation, hold, trigger, unitId }: TaskClimb,
): boolean {
  if (hold !== null) return true;
  if (cards.some((card) => card.generation === generation && card.appeal === 'open')) return true;
  if (OF_OFFICES.has(trigger)) return false;
  if (suspension !== null) return true;
  // What a unit still has to sign does not depend on whom the work waits for.
  if (trigger === 'unsigned' || trigger === 'handover') return false;
  if (dispute !== null || closure !== null) return true;
  return blockage?.state === 'accepted' && blockage.byUnitId !== unitId;
}

/** The same of a unit's silence: it is held, or its card is under appeal. */
export const silenceStandsStill = ({ climb, cards }: ReportingLineContext): boolean =>
  climb?.hold != null ||
  cards.some(({ generation, appeal }) => generation === climb?.generation && appeal === 'open');

/** Whether the unit is pressed for what fell due on this line: not for what it is asked in a finer rhythm too. */
export function owesOn(
  { overdue, current, finer = [] }: ReportingLineContext,
  { cadences }: Policy,
): boolean {
  // Whoever has filed the sitting ahead has covered the gap that the overdue one left.
  if (current?.filedAt) return false;
  const { taskIds = [], fulfilled = [] } = overdue ?? {};
  return taskIds.some(
    (id) => !fulfilled.includes(id) && !(cadences.coarserCountsWhenFinerFiled && finer.includes(id)),
  );
}

/** Whether what a climb is for is still so, by the plain facts of the task. */
export function isCaused(context: TaskContext, life: string, { trigger, unitId, gate }: TaskClimb): boolean {
  const { leadUnitIds, signedBy, blockage, handover, cards } = context;
  const leads = leadUnitIds.includes(unitId ?? '');
  switch (trigger) {
    case 'unsigned':
      return leads && !signedBy.includes(unitId ?? '') && life !== 'disputed';
    case 'behind':
      return leads && (context.behindOf[unitId ?? '']?.length ?? 0) > 0;
    case 'pastDeadline':
      return leads && context.deadlinePassed;
    case 'untrue':
      return leads;
    case 'cardAnswer':
      return cards.some((card) => card.unitId === unitId && card.answer === 'overdue');
    case 'handover':
      return handover !== null;
    case 'awaited':
      return blockage?.state === 'accepted' && blockage.byUnitId === unitId;
    case 'disputeLate':
      return life === 'disputed';
    case 'gateLate':
      return life === `closing.${gate ?? ''}`;
    case 'appealLate':
      return cards.some(({ appeal }) => appeal === 'open');
    case 'blockageLate':
      return blockage !== null && blockage.state !== 'accepted';
    case 'verificationLate':
      return context.verifications.some(({ stage, overdue }) => stage === 'open' && overdue);
    case 'correctionLate':
      return (
        leads &&
        context.verifications.some(
          (one) => one.stage === 'correction' && one.overdue && one.unitId === unitId,
        )
      );
    case 'unreported':
      return leads && context.progressOf[unitId ?? ''] === undefined;
    default:
      return true;
  }
}
