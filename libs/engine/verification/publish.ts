import { identifierOf, type Policy, type Role } from '#accountability';
import { civilDateOf, nextOpenInstant, type Instant, type WorkingCalendar } from '#calendar';
import { insertMessages, roleHolders, type Transaction } from '#persistence';
import { drawCommittedMessage, drawFrozenMessage } from '#reporting';
import { resolveAudience } from '../audience.js';
import type { PlanNamed } from './supervising.js';

/** Who gets what is published of a draw: everybody who could later be asked whether the record is the true one. */
const READERS: readonly Role[] = [
  'commander',
  'deputyCommander',
  'headquartersOffice',
  'auditor',
  'supervisor',
];

interface Published {
  drawId: string;
  plan: PlanNamed;
  step: 'committed' | 'frozen';
  hash: string;
  /** Of a frozen population: how many. */
  population: number;
  at: Instant;
}

/**
 * Publishes a hash of a draw: into the inbox of each office and of the auditor, where it stands, dated, out of the reach
 * of whoever draws.
 */
export async function publish(
  tx: Transaction,
  { policy, calendar }: { policy: Policy; calendar: WorkingCalendar },
  { drawId, plan, step, hash, population, at }: Published,
): Promise<void> {
  const holders = await roleHolders(tx, civilDateOf(at));
  const scope = {
    jurisdictionId: tx.scope.jurisdictionId,
    planCode: plan.code,
    actionCode: null,
    unitIds: [],
  };
  const { recipients } = resolveAudience(holders, { audience: [...READERS], unitId: '' }, scope, [], {});
  const text =
    step === 'committed'
      ? drawCommittedMessage({ plan: plan.title, drawId, hash })
      : drawFrozenMessage({ plan: plan.title, drawId, hash, population });
  await insertMessages(
    tx,
    recipients.map(({ personId, unitId }) => {
      const key = `${personId}/draw-${step}/${drawId}`;
      return {
        id: identifierOf('message', key),
        personId,
        unitId,
        kind: `draw:${step}`,
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        ...text,
        deliverAt: nextOpenInstant(calendar, at, policy.quietHours),
        createdAt: at,
        idempotencyKey: key,
      };
    }),
  );
}
