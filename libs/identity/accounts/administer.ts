import type { Actor } from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import type { Engine, TrailOrigin } from '#engine';
import { constraintCodeOf, type Transaction } from '#persistence';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';
import { mayAct, mayActOn, type AccountAct } from './account-acts.js';
import { readRoles, type HeldRole } from './read-roles.js';

/** Who administers, from where, by which clocks. */
export interface Administering {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  identity: IdentityShell;
  /** Roles hold by the day, and the day is the engine's. */
  engine: Engine['context'];
}

/** The account that is acted on; its row is locked until the transaction ends. */
export interface LockedAccount {
  personId: string;
  unitId: string;
  name: string;
  username: string;
  active: boolean;
  barredAt: Instant | null;
  version: number;
  /** Of today and of later. */
  roles: HeldRole[];
}

export interface At {
  tx: Transaction;
  account: LockedAccount;
  /** By the wall's clock, for what is recorded; `today` is the engine's. */
  now: Instant;
  today: CivilDate;
}

/**
 * Does one thing to one account: by one of the three who may, to nobody's own, as it was seen. Counts the version up; what `work`
 * writes and records stands or falls with it.
 *
 * Rejections: NotPermitted, NotFound, VersionConflict, OwnAccount, AdministratorAccount, AccountLeft, OfficesApart; those of `work`.
 */
export async function administer<T>(
  by: Administering,
  act: AccountAct,
  target: { personId: string; version: number; left?: 'too' },
  work: (at: At) => Promise<IdentityOutcome<T>>,
): Promise<IdentityOutcome<T>> {
  if (!mayAct(by.actor, act)) return identityRejection('NotPermitted');
  if (by.actor.personId === target.personId) return identityRejection('OwnAccount');
  return inOneTransaction(by, async (tx) => {
    const today = civilDateOf(by.engine.clock.now());
    const account = await lockAccount(tx, target.personId, today);
    if (account === null) return identityRejection('NotFound');
    if (account.version !== target.version) return identityRejection('VersionConflict');
    if (!account.active && target.left === undefined) return identityRejection('AccountLeft');
    if (!mayActOn(by.actor, act, account.roles)) return identityRejection('AdministratorAccount');
    const outcome = await work({ tx, account, now: by.identity.clock.now(), today });
    if (outcome.ok) await countUp(tx, target.personId);
    return outcome;
  });
}

/** Thrown to roll back what was written before the refusal. */
class Refused<T> extends Error {
  constructor(readonly outcome: T) {
    super('refused');
  }
}

/** A refusal leaves nothing behind; that a person would join two offices is the database's to say. */
export async function inOneTransaction<T>(
  { identity, jurisdictionId }: Pick<Administering, 'identity' | 'jurisdictionId'>,
  work: (tx: Transaction) => Promise<IdentityOutcome<T>>,
): Promise<IdentityOutcome<T>> {
  try {
    return await identity.database.transaction({ jurisdictionId, office: 'administration' }, async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome as IdentityOutcome<T>;
    const code = constraintCodeOf(error);
    if (code === 'OfficesApart' || code === 'UsernameTaken') return identityRejection(code);
    throw error;
  }
}

async function lockAccount(
  tx: Transaction,
  personId: string,
  today: CivilDate,
): Promise<LockedAccount | null> {
  const [row] = await tx.query<Omit<LockedAccount, 'roles'>>(
    `select id as "personId", unit_id as "unitId", name, username, active, barred_at as "barredAt",
       access_version as version
     from person where jurisdiction_id = $1 and id = $2 for update`,
    [tx.scope.jurisdictionId, personId],
  );
  return row === undefined ? null : { ...row, roles: await readRoles(tx, [personId], today) };
}

const countUp = (tx: Transaction, personId: string): Promise<number> =>
  tx.execute('update person set access_version = access_version + 1 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    personId,
  ]);
