import { recordAccountChange, type TrailAction } from '#engine';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { endAccess } from '../keep-access.js';
import { administer, type Administering, type At } from './administer.js';

export interface Target {
  personId: string;
  /** As it was seen. */
  version: number;
  reason: string;
}

const record = (
  by: Administering,
  { tx, account, now }: At,
  action: TrailAction<'account'>,
  fact: { details?: Record<string, unknown>; before?: unknown; after?: unknown } = {},
): Promise<void> =>
  recordAccountChange(tx, by.origin, { action, at: now, personIds: [account.personId], ...fact });

/** Another name, or another unit. Rejections: those of `administer`; AccountUnitUnknown, AccountUnchanged. */
export const changeAccount = (
  by: Administering,
  target: Target & { name: string; unitId: string },
): Promise<IdentityOutcome<null>> =>
  administer(by, 'change', target, async (at) => {
    const { account, tx } = at;
    const { name, unitId, reason } = target;
    if (name === account.name && unitId === account.unitId) return identityRejection('AccountUnchanged');
    const [unit] = await tx.query<{ group: boolean }>(
      'select is_group as "group" from unit where jurisdiction_id = $1 and id = $2',
      [tx.scope.jurisdictionId, unitId],
    );
    if (unit?.group !== false) return identityRejection('AccountUnitUnknown');
    await tx.execute('update person set name = $3, unit_id = $4 where jurisdiction_id = $1 and id = $2', [
      tx.scope.jurisdictionId,
      account.personId,
      name,
      unitId,
    ]);
    await record(by, at, unitId === account.unitId ? 'accountChanged' : 'accountMoved', {
      details: { fromUnitId: account.unitId, toUnitId: unitId },
      before: { name: account.name },
      after: { name, reason },
    });
    return { ok: true, value: null };
  });

/** Lets nobody in by this account from now on; sessions, tokens and the calendar's address end. Rejections: AccountBarred. */
export const barAccount = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'bar', target, async (at) => {
    const { tx, account, now } = at;
    if (account.barredAt !== null) return identityRejection('AccountBarred');
    await tx.execute('update person set barred_at = $3 where jurisdiction_id = $1 and id = $2', [
      tx.scope.jurisdictionId,
      account.personId,
      now,
    ]);
    await endAccess(tx, account.personId, now);
    await record(by, at, 'accountClosed', { after: { reason: target.reason } });
    return { ok: true, value: null };
  });

/** Lets in again: whom an administrator shut out, and whom wrong passwords did. Rejections: AccountNotBarred. */
export const unbarAccount = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'unbar', target, async (at) => {
    const { tx, account, now } = at;
    const of = [tx.scope.jurisdictionId, account.personId];
    const unlocked = await tx.execute(
      `update credential set failed_attempts = 0, locked_until = null
       where jurisdiction_id = $1 and person_id = $2 and (locked_until > $3 or failed_attempts > 0)`,
      [...of, now],
    );
    if (account.barredAt === null && unlocked === 0) return identityRejection('AccountNotBarred');
    await tx.execute('update person set barred_at = null where jurisdiction_id = $1 and id = $2', of);
    const reopened = account.barredAt !== null;
    await record(by, at, reopened ? 'accountReopened' : 'accountUnlocked', {
      before: { barredAt: account.barredAt },
      after: { reason: target.reason },
    });
    return { ok: true, value: null };
  });

/** Sessions, tokens and the calendar's address end; the person may sign in anew. */
export const revokeAccess = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'revoke', target, async (at) => {
    await endAccess(at.tx, at.account.personId, at.now);
    await record(by, at, 'sessionsRevoked', { after: { reason: target.reason } });
    return { ok: true, value: null };
  });
