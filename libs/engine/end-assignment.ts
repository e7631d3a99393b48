import type { RoleInScope } from '#accountability';
import { addDays, civilDateOf, type CivilDate } from '#calendar';
import { latestPolicyVersion, type Transaction } from '#persistence';
import type { EngineContext } from './engine-context.js';
import { reportVacancy } from './report-vacancy.js';

/**
 * Ends one role of a person with yesterday; one that has not begun, with the day before it would have. Returns whether the post of
 * a unit falls vacant by it: then that is shown, and who stands in is told.
 */
export async function endAssignment(
  { clock, book }: Pick<EngineContext, 'clock' | 'book'>,
  tx: Transaction,
  { id, role, scopeKind, scopeId, validFrom }: RoleInScope & { id: string; validFrom: CivilDate | null },
): Promise<boolean> {
  const now = clock.now();
  const today = civilDateOf(now);
  const begun = validFrom === null || validFrom <= today;
  const lastDay = addDays(begun ? today : validFrom, -1);
  await tx.execute('update role_assignment set valid_to = $3 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
    lastDay,
  ]);
  if (scopeKind !== 'unit' || !begun) return false;
  const rules = await book.rules(tx, await latestPolicyVersion(tx));
  return reportVacancy(tx, rules, { unitId: scopeId, role, from: today }, now);
}
