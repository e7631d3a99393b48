import { identifierOf, type Role } from '#accountability';
import { civilDateOf, nextOpenInstant, type Instant } from '#calendar';
import {
  insertMessages,
  latestPolicyVersion,
  raiseAlerts,
  roleHolders,
  type Transaction,
} from '#persistence';
import type { RuleBook } from './rule-book.js';

export interface ToldToSupervisors {
  /** Kind of message and alert. */
  kind: string;
  /** The same key is told once. */
  key: string;
  title: string;
  body: string;
}

/**
 * Something about the system itself that the supervision office has to know: a message to each of them within the hours in
 * which people may be messaged, and an open alert.
 */
export async function tellSupervisors(
  tx: Transaction,
  book: RuleBook,
  { kind, key, title, body }: ToldToSupervisors,
  now: Instant,
  { alert, roles = ['supervisor'] }: { alert: boolean; roles?: readonly Role[] } = { alert: true },
): Promise<void> {
  const nowhere = { subjectKind: null, subjectId: null, noticeId: null };
  const { quietHours } = await book.policy(tx, await latestPolicyVersion(tx));
  const deliverAt = nextOpenInstant(await book.calendar(tx), now, quietHours);
  const supervisors = (await roleHolders(tx, civilDateOf(now))).filter(({ role }) => roles.includes(role));
  const told = new Map(supervisors.map((one) => [one.personId, one]));
  await insertMessages(
    tx,
    [...told.values()].map(({ personId, unitId }) => ({
      id: identifierOf('message', key, personId),
      personId,
      unitId,
      kind,
      ...nowhere,
      title,
      body,
      deliverAt,
      createdAt: now,
      idempotencyKey: `${personId}/${key}`,
    })),
  );
  if (!alert) return;
  await raiseAlerts(tx, [
    {
      id: identifierOf('alert', tx.scope.jurisdictionId, key),
      kind,
      level: 'info',
      planId: null,
      unitId: null,
      ...nowhere,
      title,
      detail: body,
      raisedAt: now,
      idempotencyKey: key,
    },
  ]);
}
