import { DELEGABLE_ROLES, type Actor, type DelegableRole } from '#accountability';
import { addDays, civilDateOf, type CivilDate, type Instant } from '#calendar';
import { recordAccountChange, type Engine, type TrailOrigin } from '#engine';
import { constraintCodeOf, insertMessages, roleHolders, type Transaction } from '#persistence';
import { randomUUID } from 'node:crypto';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';

/** 代办 (acting for another): who lends, who acts, and how either ends it. Who may is said once more by the database (migration 0042). */
export interface Delegating {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  identity: IdentityShell;
  /** Roles hold by the day, and the day is the engine's. */
  engine: Engine['context'];
}

export interface NewDelegation {
  delegateId: string;
  roles: readonly DelegableRole[];
  from: CivilDate;
  /** The last day. */
  to: CivilDate;
  reason: string;
}

/** So many days at most: who is away for longer hands over. */
export const DELEGATION_DAYS_AT_MOST = 92;

/** Roles of one's own that can be lent; none that one exercises for another: what is lent is not lent on. */
export const lendable = ({ roles }: Actor): DelegableRole[] =>
  DELEGABLE_ROLES.filter((role) => roles.some((held) => held.role === role && held.onBehalfOf === undefined));

/**
 * Lends roles for some days. On the trail; who acts, and the supervision office, are told.
 *
 * Rejections: DelegationNotHeld, DelegationOutside, DelegationApart, DelegationSpan, DelegationThere.
 */
export async function grantDelegation(
  by: Delegating,
  { delegateId, roles, from, to, reason }: NewDelegation,
): Promise<IdentityOutcome<{ id: string }>> {
  const { personId, unitId } = by.actor;
  const today = civilDateOf(by.engine.clock.now());
  const own = lendable(by.actor);
  if (personId === null || unitId === null || roles.some((role) => !own.includes(role)))
    return identityRejection('DelegationNotHeld');
  if (delegateId === personId) return identityRejection('DelegationOutside');
  if (from < today || to < from || addDays(from, DELEGATION_DAYS_AT_MOST - 1) < to)
    return identityRejection('DelegationSpan');
  try {
    return await by.engine.database.transaction({ jurisdictionId: by.jurisdictionId }, async (tx) => {
      const known = await lock(tx, personId, delegateId);
      if (!known) return identityRejection('DelegationOutside');
      const there = await tx.query(
        `select from delegation where jurisdiction_id = $1 and delegator_id = $2 and delegate_id = $3
           and ended_at is null and from_date <= $5 and to_date >= $4 and roles && $6::text[]`,
        [by.jurisdictionId, personId, delegateId, from, to, roles],
      );
      if (there.length > 0) return identityRejection('DelegationThere');
      const id = randomUUID();
      const at = by.identity.clock.now();
      await tx.execute(
        `insert into delegation (jurisdiction_id, id, delegator_id, delegate_id, unit_id, roles, from_date, to_date, reason, granted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [by.jurisdictionId, id, personId, delegateId, unitId, [...new Set(roles)], from, to, reason, at],
      );
      await recordAccountChange(tx, by.origin, {
        action: 'delegationGranted',
        at,
        personIds: [personId, delegateId],
        target: { kind: 'delegation', id },
        details: { delegatorId: personId, delegateId, roles, from, to },
        after: { reason },
      });
      await tell(tx, by, { id, personId, delegateId }, 'granted', `${from} 至 ${to}`);
      return { ok: true, value: { id } };
    });
  } catch (error) {
    const code = constraintCodeOf(error);
    if (code === 'DelegationNotHeld' || code === 'DelegationApart' || code === 'DelegationOutside')
      return identityRejection(code);
    throw error;
  }
}

/**
 * Ends it from now on: who lends, who acts, or the supervision office.
 *
 * Rejections: NotFound, NotPermitted, DelegationOver.
 */
export function endDelegation(
  by: Delegating,
  { id, reason }: { id: string; reason: string },
): Promise<IdentityOutcome<{ id: string }>> {
  return by.engine.database.transaction({ jurisdictionId: by.jurisdictionId }, async (tx) => {
    const [found] = await tx.query<{
      personId: string;
      delegateId: string;
      endedAt: Instant | null;
      to: CivilDate;
    }>(
      `select delegator_id as "personId", delegate_id as "delegateId", ended_at as "endedAt", to_date as "to"
       from delegation where jurisdiction_id = $1 and id = $2 for update`,
      [by.jurisdictionId, id],
    );
    const { personId } = by.actor;
    if (found === undefined || personId === null || !seesDelegation(by.actor, found))
      return identityRejection('NotFound');
    if (!mayEndDelegation(by.actor, found)) return identityRejection('DelegationNotYours');
    if (found.endedAt !== null || found.to < civilDateOf(by.engine.clock.now()))
      return identityRejection('DelegationOver');
    const at = by.identity.clock.now();
    await tx.execute(
      `update delegation set ended_at = $3, ended_by = $4, ended_reason = $5 where jurisdiction_id = $1 and id = $2`,
      [by.jurisdictionId, id, at, personId, reason],
    );
    await recordAccountChange(tx, by.origin, {
      action: 'delegationEnded',
      at,
      personIds: [found.personId, found.delegateId],
      target: { kind: 'delegation', id },
      details: { delegatorId: found.personId, delegateId: found.delegateId },
      after: { reason },
    });
    await tell(tx, by, { id, ...found }, 'ended', reason);
    return { ok: true, value: { id } };
  });
}

interface Between {
  personId: string;
  delegateId: string;
}

/** The supervision office, and the auditor, see who acts for whom; everybody else what is between them and another. */
export const overseesDelegations = ({ roles }: Actor): boolean =>
  roles.some(({ role }) => role === 'supervisor' || role === 'auditor');

const seesDelegation = (actor: Actor, { personId, delegateId }: Between): boolean =>
  actor.personId === personId || actor.personId === delegateId || overseesDelegations(actor);

export const mayEndDelegation = (actor: Actor, { personId, delegateId }: Between): boolean =>
  actor.personId === personId ||
  actor.personId === delegateId ||
  actor.roles.some(({ role }) => role === 'supervisor');

/** Both rows, in the order of their ids: two who lend to each other do not wait for each other. */
async function lock(tx: Transaction, personId: string, delegateId: string): Promise<boolean> {
  const rows = await tx.query(
    `select id from person where jurisdiction_id = $1 and id = any ($2::uuid[]) and active and barred_at is null
     order by id for no key update`,
    [tx.scope.jurisdictionId, [personId, delegateId]],
  );
  return rows.length === 2;
}

/** Both of them, and who supervises. */
async function tell(
  tx: Transaction,
  { engine, actor }: Delegating,
  { id, personId, delegateId }: Between & { id: string },
  what: 'granted' | 'ended',
  words: string,
): Promise<void> {
  const now = engine.clock.now();
  const people = await tx.query<{ id: string; unitId: string; name: string }>(
    `select id, unit_id as "unitId", name from person where jurisdiction_id = $1 and id = any ($2::uuid[])`,
    [tx.scope.jurisdictionId, [personId, delegateId]],
  );
  const nameOf = (one: string): string => people.find((person) => person.id === one)?.name ?? '';
  const supervisors = (await roleHolders(tx, civilDateOf(now))).filter(({ role }) => role === 'supervisor');
  const told = new Map([
    ...people.map((person) => [person.id, person.unitId] as const),
    ...supervisors.map((holder) => [holder.personId, holder.unitId] as const),
  ]);
  if (actor.personId !== null) told.delete(actor.personId);
  const title =
    what === 'granted'
      ? `${nameOf(delegateId)}代${nameOf(personId)}办理`
      : `${nameOf(delegateId)}不再代${nameOf(personId)}办理`;
  await insertMessages(
    tx,
    [...told].map(([recipient, unitId]) => message(id, what, recipient, unitId, title, words, now)),
  );
}

const message = (
  id: string,
  what: string,
  personId: string,
  unitId: string,
  title: string,
  words: string,
  now: Instant,
): Parameters<typeof insertMessages>[1][number] => ({
  id: randomUUID(),
  personId,
  unitId,
  kind: 'delegation',
  title,
  body: words,
  subjectKind: null,
  subjectId: null,
  noticeId: null,
  createdAt: now,
  deliverAt: now,
  idempotencyKey: `delegation/${id}/${what}/${personId}`,
});
