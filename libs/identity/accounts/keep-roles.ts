import { isAdministration, type Role, type RoleInScope } from '#accountability';
import type { CivilDate } from '#calendar';
import { endAssignment, leaveOffice, recordAccountChange, type LeftPost } from '#engine';
import { insertRoleAssignments, settleVacancies, type Transaction } from '#persistence';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { endAccess } from '../keep-access.js';
import { deleteSessionsOf } from '../session.store.js';
import { administer, type Administering } from './administer.js';
import { assignmentIdOf } from './create-account.js';
import type { Target } from './keep-account.js';

export interface Grant extends RoleInScope {
  /** The first and the last day; null: today, and until it is withdrawn. */
  from: CivilDate | null;
  until: CivilDate | null;
}

/**
 * Gives a person a role in a scope that there is. Who becomes an administrator signs in anew.
 *
 * Rejections: those of `administer`; RoleScopeWrong, RoleHeld, RoleDaysWrong.
 */
export const grantRole = (
  by: Administering,
  { grant, ...target }: Target & { grant: Grant },
): Promise<IdentityOutcome<{ assignmentId: string }>> =>
  administer(by, 'grantRole', target, async ({ tx, account, now, today }) => {
    const { role, scopeKind, scopeId } = grant;
    const from = grant.from ?? today;
    if (from < today || (grant.until !== null && grant.until < from))
      return identityRejection('RoleDaysWrong');
    if (!(await isScopeOf(tx, grant))) return identityRejection('RoleScopeWrong');
    const held = account.roles.find(
      (one) => one.role === role && one.scopeKind === scopeKind && one.scopeId === scopeId,
    );
    if (held !== undefined && (held.validTo === null || held.validTo >= from))
      return identityRejection('RoleHeld');
    const assignmentId = assignmentIdOf(
      account.personId,
      ...[role, scopeKind, scopeId, String(account.version)],
    );
    const { personId } = account;
    await insertRoleAssignments(tx, [
      { id: assignmentId, personId, role, scopeKind, scopeId, validFrom: from, validTo: grant.until },
    ]);
    if (scopeKind === 'unit' && from === today) await settleVacancies(tx, scopeId, role, now);
    if (isAdministration(role)) await deleteSessionsOf(tx, by.jurisdictionId, personId);
    await recordAccountChange(tx, by.origin, {
      action: 'roleGranted',
      at: now,
      personIds: [personId],
      details: { role, scopeKind, scopeId, from, until: grant.until, assignmentId },
      after: { reason: target.reason },
    });
    return { ok: true, value: { assignmentId } };
  });

/** Ends a role with yesterday; what falls vacant is shown. Rejections: those of `administer`; RoleNotHeld. */
export const withdrawRole = (
  by: Administering,
  { assignmentId, ...target }: Target & { assignmentId: string },
): Promise<IdentityOutcome<{ vacant: boolean }>> =>
  administer(by, 'withdrawRole', target, async ({ tx, account, now }) => {
    const held = account.roles.find(({ id }) => id === assignmentId);
    if (held === undefined) return identityRejection('RoleNotHeld');
    const { role, scopeKind, scopeId, validFrom, validTo } = held;
    const vacant = await endAssignment(by.engine, tx, held);
    if (isAdministration(role)) await deleteSessionsOf(tx, by.jurisdictionId, account.personId);
    await recordAccountChange(tx, by.origin, {
      action: 'roleRevoked',
      at: now,
      personIds: [account.personId],
      details: { role, scopeKind, scopeId, assignmentId, wasFrom: validFrom, wasUntil: validTo, vacant },
      after: { reason: target.reason },
    });
    return { ok: true, value: { vacant } };
  });

/**
 * Somebody leaves: the posts go over to the successor or are shown as vacant, the access ends.
 *
 * Rejections: those of `administer`; SuccessorWrong.
 */
export const leaveAccount = (
  by: Administering,
  { successorId, ...target }: Target & { successorId: string | null },
): Promise<IdentityOutcome<LeftPost[]>> =>
  administer(by, 'leave', target, async ({ tx, account, now }) => {
    if (successorId !== null && !(await isSuccessor(tx, by, successorId, account.personId)))
      return identityRejection('SuccessorWrong');
    const posts = await leaveOffice(by.engine, tx, account.personId, successorId);
    await endAccess(tx, account.personId, now);
    await recordAccountChange(tx, by.origin, {
      action: 'accountClosed',
      at: now,
      personIds: [account.personId, ...(successorId === null ? [] : [successorId])],
      details: {
        left: true,
        successorId,
        posts: posts.map(({ role, scopeKind, scopeId, vacant }) => ({ role, scopeKind, scopeId, vacant })),
      },
      after: { reason: target.reason },
    });
    return { ok: true, value: posts };
  });

/** Nobody hands a post over to themselves, to who left or is shut out, nor to who hands it out. */
async function isSuccessor(
  tx: Transaction,
  by: Administering,
  successorId: string,
  leavingId: string,
): Promise<boolean> {
  if (successorId === leavingId || successorId === by.actor.personId) return false;
  const rows = await tx.query(
    'select from person where jurisdiction_id = $1 and id = $2 and active and barred_at is null',
    [by.jurisdictionId, successorId],
  );
  return rows.length > 0;
}

const OF_A_UNIT: ReadonlySet<Role> = new Set<Role>(['leadUnitHead', 'liaison', 'supportUnitLiaison']);
const OF_AN_ACTION: ReadonlySet<Role> = new Set<Role>(['taskForceConvener', 'taskForceOffice']);

/** Whether that role is held in such a scope (domain.md, 2), and there is one of that name. */
export async function isScopeOf(
  tx: Transaction,
  { role, scopeKind, scopeId }: RoleInScope,
): Promise<boolean> {
  const own = tx.scope.jurisdictionId;
  if (OF_A_UNIT.has(role) !== (scopeKind === 'unit')) return false;
  if (scopeKind === 'action' && !OF_AN_ACTION.has(role)) return false;
  if (isAdministration(role) || role === 'auditor') return scopeKind === 'jurisdiction' && scopeId === own;
  const rows = await tx.query(
    scopeKind === 'jurisdiction'
      ? 'select from jurisdiction where id = $1 and id = $2'
      : scopeKind === 'plan'
        ? 'select from plan where jurisdiction_id = $1 and code = $2'
        : scopeKind === 'action'
          ? `select from action a join plan p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.plan_id
             where a.jurisdiction_id = $1 and p.code || '/' || a.code = $2`
          : 'select from unit where jurisdiction_id = $1 and id::text = $2 and not is_group',
    [own, scopeId],
  );
  return rows.length > 0;
}
