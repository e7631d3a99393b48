import { civilDateOf } from '#calendar';
import { ROLE_LABELS, type Administration } from '#accountability';
import {
  BY_COMMAND,
  leaveOffice,
  recordAccountChange,
  seenAtMachine,
  type Engine,
  type LeftPost,
} from '#engine';
import { accountsIn, appointAdministrator, endAccess, resetAccess, type Account } from '#identity';
import { systemClock, type Transaction } from '#persistence';
import { CliError } from '../cli-error.js';
import { newPassword } from '../system/new-password.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';

export interface PeopleOptions {
  data?: string;
  jurisdiction?: string;
}

/** @throws CliError NOT_LOADED */
export const listPeople = (options: PeopleOptions): Promise<Account[]> =>
  inDistrict(options, async ({ tx, today }) => {
    const listed = await accountsIn(tx, today);
    await seenAtMachine(tx, 'people list', { personIds: listed.map(({ personId }) => personId) });
    return listed;
  });

/**
 * A new first password; what the person came in by ends.
 *
 * @throws CliError NOT_LOADED, REFUSED
 */
export const resetPerson = (
  username: string,
  options: PeopleOptions & { secondFactor?: boolean },
): Promise<{ username: string; name: string; password: string }> =>
  inDistrict(options, async ({ tx, today }) => {
    const { personId, name } = await accountNamed(tx, username, today);
    const password = newPassword();
    const secondFactor = options.secondFactor === true;
    const at = systemClock.now();
    await resetAccess(tx, personId, { password, secondFactor }, at);
    await recordAccountChange(tx, BY_COMMAND, {
      action: 'passwordReset',
      at,
      personIds: [personId],
      details: { secondFactor },
    });
    return { username, name, password };
  });

/**
 * Makes somebody system, security or audit administrator; whoever holds another role cannot be one.
 *
 * @throws CliError NOT_LOADED, REFUSED
 */
export const appointPerson = (
  username: string,
  { role, ...options }: PeopleOptions & { role: Administration },
): Promise<{ username: string; name: string; role: Administration }> =>
  inDistrict(options, async ({ tx, today }) => {
    const { personId, name } = await accountNamed(tx, username, today);
    const held = await appointAdministrator(tx, { personId, role }, { now: systemClock.now(), today });
    if (held.length > 0) {
      const labels = Object.entries(ROLE_LABELS).flatMap(([one, label]) =>
        held.includes(one) ? [label] : [],
      );
      throw new CliError(
        'REFUSED',
        `${name}（${username}）现任${labels.join('、')}。三员分立，三员不能兼任其他角色：请另选一人，或先撤销其现有角色。`,
      );
    }
    return { username, name, role };
  });

export interface Left {
  username: string;
  name: string;
  successor: string | null;
  posts: LeftPost[];
}

/**
 * Somebody leaves: posts, tasks and what falls due go to the successor named, or are shown as vacant; access ends.
 *
 * @throws CliError NOT_LOADED, REFUSED
 */
export const letLeave = (username: string, options: PeopleOptions & { successor?: string }): Promise<Left> =>
  inDistrict(options, async ({ engine, tx, today }) => {
    const leaving = await accountNamed(tx, username, today);
    const successor =
      options.successor === undefined ? null : await accountNamed(tx, options.successor, today);
    if (successor?.personId === leaving.personId)
      throw new CliError('REFUSED', '接任人不能是离任人自己。请用 --successor 给出另一个账号。');
    const posts = await leaveOffice(engine.context, tx, leaving.personId, successor?.personId ?? null);
    const at = systemClock.now();
    await endAccess(tx, leaving.personId, at);
    await recordAccountChange(tx, BY_COMMAND, {
      action: 'accountClosed',
      at,
      personIds: [leaving.personId, ...(successor === null ? [] : [successor.personId])],
      details: { left: true, successorId: successor?.personId ?? null, posts },
    });
    return { username, name: leaving.name, successor: successor?.name ?? null, posts };
  });

interface InDistrict {
  engine: Engine;
  tx: Transaction;
  /** By the record's clock: roles hold by the day. */
  today: string;
}

const inDistrict = <T>(options: PeopleOptions, work: (at: InDistrict) => Promise<T>): Promise<T> =>
  withRecord(options, async (engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    const { database, clock } = engine.context;
    const today = civilDateOf(clock.now());
    return database.transaction({ jurisdictionId: id }, (tx) => work({ engine, tx, today }));
  });

/** @throws CliError REFUSED where there is none, or they have left */
async function accountNamed(tx: Transaction, username: string, today: string): Promise<Account> {
  const [account] = await accountsIn(tx, today, username);
  if (account?.active === true) return account;
  throw new CliError(
    'REFUSED',
    account === undefined
      ? `没有账号“${username}”。用 npx luoshi people list 查看。`
      : `账号“${username}”的人员已离任。`,
  );
}
