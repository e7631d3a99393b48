import { refuse } from '#accountability';
import type { AmendmentItem, AmendmentOfPlan } from './amendment-items.js';
import type { RevisedText } from './revised-text.js';

/** Why a revised text cannot be put in force as it is; null: it can. */
export function refusalOf(
  revised: RevisedText,
  { undecided, items }: AmendmentOfPlan,
): ReturnType<typeof refuse> | null {
  if (undecided > 0)
    return refuse('AmendmentUndecided', `还有${undecided}项修订没有审定；请逐项批准或不批准后再下发。`, {
      undecided,
    });
  const unconfirmed = revised.tasks.filter(({ confirmed }) => !confirmed).length;
  if (unconfirmed > 0)
    return refuse('AmendmentUndecided', `修订稿还有${unconfirmed}项任务没有确认；请校核确认后再下发。`, {
      unconfirmed,
    });
  const unknown = unknownNames(items);
  if (unknown.length > 0)
    return refuse('UnitUnknown', `单位名录中没有：${unknown.join('、')}。请先认领或登记单位，再下发修订。`, {
      unknown,
    });
  return null;
}

/** Names in what is to be put in force that no unit answers to. */
function unknownNames(items: readonly AmendmentItem[]): string[] {
  const names = items
    .filter(({ entry, decision }) => decision === 'approved' && entry.kind !== 'removed')
    .flatMap(({ entry, revised }) =>
      (['lead', 'support'] as const)
        .filter((kind) => entry.kind === 'added' || entry.changes.some(({ field }) => field === kind))
        .flatMap((kind) => revised?.[kind] ?? []),
    )
    .flatMap(({ unitId, printed }) => (unitId === null ? [printed] : []));
  return [...new Set(names)];
}
