import { isAdministration, type Actor, type Administration } from '#accountability';
import { addMinutes, civilDateOf, type Instant } from '#calendar';
import { recordAccountChange, type TrailAction } from '#engine';
import { insertMessages, roleHolders, type Transaction } from '#persistence';
import { randomUUID } from 'node:crypto';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { resetAccess, endAccess } from '../keep-access.js';
import { deleteFactor } from '../second-factor/second-factor.store.js';
import { administer, type Administering, type At } from './administer.js';
import { firstPassword } from './first-password.js';
import type { Target } from './keep-account.js';

/** So long a request waits for the second person. */
export const ACCESS_REQUEST_HOURS = 24;

/** What one office asks for, the other confirms: neither of the two comes in as somebody else alone. */
const CONFIRMS = { password: 'securityAdministrator', secondFactor: 'administrator' } as const;

export interface AccessRequest {
  id: string;
  personId: string;
  password: boolean;
  secondFactor: boolean;
  reason: string;
  askedAt: Instant;
  askedBy: string;
  askedByName: string;
  until: Instant;
}

/** The system administrator asks for a new first password. Rejections: those of `administer`; AccessRequestOpen. */
export const askForPassword = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'resetPassword', target, (at) => ask(by, at, target.reason, 'password'));

/** The security administrator asks for the end of a second factor. Rejections: those of `administer`; AccessRequestOpen, SecondFactorOff. */
export const askForSecondFactor = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'endSecondFactor', target, async (at) => {
    const on = await at.tx.query(
      'select from second_factor where jurisdiction_id = $1 and person_id = $2 and confirmed_at is not null',
      [by.jurisdictionId, target.personId],
    );
    return on.length === 0
      ? identityRejection('SecondFactorOff')
      : ask(by, at, target.reason, 'secondFactor');
  });

/**
 * The second person agrees, and it is done: what the owner came in by ends, and the first password is told to who confirms, once.
 *
 * Rejections: those of `administer`; AccessRequestNone, AccessRequestNotYours.
 */
export const confirmAccess = (
  by: Administering,
  target: Target,
): Promise<IdentityOutcome<{ password: string | null }>> =>
  administer(by, 'confirmAccess', target, async (at) => {
    const { tx, account, now } = at;
    const [request] = await openAccessRequests(tx, [account.personId], now);
    if (request === undefined) return identityRejection('AccessRequestNone');
    if (!mayConfirm(by.actor, request)) return identityRejection('AccessRequestNotYours');
    await decide(at, by, request.id, true);
    const password = request.password ? firstPassword() : null;
    if (password === null) {
      await deleteFactor(tx, account.personId);
      await endAccess(tx, account.personId, now);
    } else await resetAccess(tx, account.personId, { password, secondFactor: request.secondFactor }, now);
    await record(by, at, password === null ? 'secondFactorOff' : 'passwordReset', request, target.reason);
    await record(by, at, 'changeApproved', request, target.reason);
    await tell(
      at,
      by,
      request,
      '已由另一位管理员复核办理，您原有的登录已失效。如非本人所请，请立即联系审计管理员。',
    );
    return { ok: true, value: { password } };
  });

/** The second person does not agree, or who asked takes it back. Rejections: as of `confirmAccess`. */
export const refuseAccess = (by: Administering, target: Target): Promise<IdentityOutcome<null>> =>
  administer(by, 'refuseAccess', target, async (at) => {
    const [request] = await openAccessRequests(at.tx, [at.account.personId], at.now);
    if (request === undefined) return identityRejection('AccessRequestNone');
    if (!mayConfirm(by.actor, request) && by.actor.personId !== request.askedBy)
      return identityRejection('AccessRequestNotYours');
    await decide(at, by, request.id, false);
    await record(by, at, 'changeRefused', request, target.reason);
    await tell(at, by, request, '未予办理，您的登录不受影响。');
    return { ok: true, value: null };
  });

/** Of these people, whose request waits. @param now by the wall's clock */
export const openAccessRequests = (
  tx: Transaction,
  personIds: readonly string[],
  now: Instant,
): Promise<AccessRequest[]> =>
  tx.query<AccessRequest>(
    `select a.id, a.person_id as "personId", a.password, a.second_factor as "secondFactor", a.reason, a.asked_at as "askedAt",
       a.asked_by as "askedBy", p.name as "askedByName", a.until
     from access_request a join person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.asked_by
     where a.jurisdiction_id = $1 and a.person_id = any ($2::uuid[]) and a.decided_at is null and a.until >= $3`,
    [tx.scope.jurisdictionId, personIds, now],
  );

/** Whether this is the second person: of the other office, and not who asked. */
export function mayConfirm(
  { personId, roles }: Actor,
  request: Pick<AccessRequest, 'password' | 'askedBy'>,
): boolean {
  const office: Administration = request.password ? CONFIRMS.password : CONFIRMS.secondFactor;
  return personId !== request.askedBy && roles.some(({ role }) => isAdministration(role) && role === office);
}

async function ask(
  by: Administering,
  at: At,
  reason: string,
  what: 'password' | 'secondFactor',
): Promise<IdentityOutcome<null>> {
  const { tx, account, now } = at;
  const { personId } = by.actor;
  if (personId === null) return identityRejection('NotPermitted');
  if ((await openAccessRequests(tx, [account.personId], now)).length > 0)
    return identityRejection('AccessRequestOpen');
  // One that nobody confirmed in time is closed by who asks anew.
  await tx.execute(
    `update access_request set decided_at = $3, decided_by = $4, confirmed = false
     where jurisdiction_id = $1 and person_id = $2 and decided_at is null`,
    [by.jurisdictionId, account.personId, now, personId],
  );
  const id = randomUUID();
  const until = addMinutes(now, ACCESS_REQUEST_HOURS * 60);
  await tx.execute(
    `insert into access_request (jurisdiction_id, id, person_id, password, second_factor, reason, asked_at, asked_by, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      by.jurisdictionId,
      id,
      account.personId,
      what === 'password',
      what === 'secondFactor',
      reason,
      now,
      personId,
      until,
    ],
  );
  const request = { id, password: what === 'password', askedBy: personId };
  await record(by, at, 'changeAsked', request, reason);
  await tell(at, by, request, '已由一位管理员申请，待另一位管理员复核。如非本人所请，请立即联系审计管理员。');
  return { ok: true, value: null };
}

const decide = ({ tx, now }: At, by: Administering, id: string, confirmed: boolean): Promise<number> =>
  tx.execute(
    `update access_request set decided_at = $3, decided_by = $4, confirmed = $5 where jurisdiction_id = $1 and id = $2`,
    [by.jurisdictionId, id, now, by.actor.personId, confirmed],
  );

type Asked = Pick<AccessRequest, 'id' | 'password' | 'askedBy'>;

const record = (
  by: Administering,
  { tx, account, now }: At,
  action: TrailAction<'account'>,
  { id, password, askedBy }: Asked,
  reason: string,
): Promise<void> =>
  recordAccountChange(tx, by.origin, {
    action,
    at: now,
    personIds: [account.personId],
    details: { requestId: id, what: password ? 'password' : 'secondFactor', askedBy },
    after: { reason },
  });

/** The owner of the account, and who has to confirm. */
async function tell(
  { tx, account }: At,
  { engine }: Administering,
  request: Asked,
  words: string,
): Promise<void> {
  const now = engine.clock.now();
  const office = request.password ? CONFIRMS.password : CONFIRMS.secondFactor;
  const holders = (await roleHolders(tx, civilDateOf(now))).filter(({ role }) => role === office);
  const told = new Map([
    [account.personId, account.unitId],
    ...holders.map((holder) => [holder.personId, holder.unitId] as const),
  ]);
  const what = request.password ? '重置密码' : '重置第二重验证';
  await insertMessages(
    tx,
    [...told].map(([personId, unitId]) => ({
      id: randomUUID(),
      personId,
      unitId,
      kind: 'access',
      title: `${account.name}（${account.username}）${what}`,
      body: words,
      subjectKind: null,
      subjectId: null,
      noticeId: null,
      createdAt: now,
      deliverAt: now,
      idempotencyKey: `access/${request.id}/${words.slice(0, 3)}/${personId}`,
    })),
  );
}
