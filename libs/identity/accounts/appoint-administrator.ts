import type { Administration } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import { BY_COMMAND, recordAccountChange } from '#engine';
import { insertRoleAssignments, type Transaction } from '#persistence';
import { deleteSessionsOf } from '../session.store.js';
import { assignmentIdOf } from './create-account.js';
import { readRoles } from './read-roles.js';

/**
 * Makes somebody one of the three administrators, at the machine itself: the first security administrator is nobody else's to appoint.
 * Returns what the person holds already, which leaves no room for an office; empty: it is done.
 */
export async function appointAdministrator(
  tx: Transaction,
  { personId, role }: { personId: string; role: Administration },
  { now, today }: { now: Instant; today: CivilDate },
): Promise<string[]> {
  const { jurisdictionId } = tx.scope;
  const held = await readRoles(tx, [personId], today);
  if (held.length > 0) return [...new Set(held.map((one) => one.role))];
  const id = assignmentIdOf(personId, role, 'jurisdiction', jurisdictionId, now);
  await insertRoleAssignments(tx, [
    {
      id,
      personId,
      role,
      scopeKind: 'jurisdiction',
      scopeId: jurisdictionId,
      validFrom: today,
      validTo: null,
    },
  ]);
  await deleteSessionsOf(tx, jurisdictionId, personId);
  await recordAccountChange(tx, BY_COMMAND, {
    action: 'roleGranted',
    at: now,
    personIds: [personId],
    details: { role, scopeKind: 'jurisdiction', scopeId: jurisdictionId, from: today, assignmentId: id },
  });
  return [];
}
