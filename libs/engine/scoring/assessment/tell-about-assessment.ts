import { identifierOf, type Role } from '#accountability';
import { civilDateOf, nextOpenInstant, type Instant } from '#calendar';
import {
  insertMessages,
  latestPolicyVersion,
  roleHolders,
  type AssessmentRead,
  type RoleHolder,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../../engine-context.js';

/** Who speaks for a unit. */
export const UNIT_ROLES: readonly Role[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];

export interface Told {
  /** `opened`, `closed`, `decided`, `final`: part of the message's kind; told once for each key. */
  step: string;
  key: string;
  title: string;
  body: string;
}

interface Telling {
  tx: Transaction;
  assessment: Pick<AssessmentRead, 'id' | 'planCode'>;
  now: Instant;
}

/** Tells those who speak for the units, each what concerns its own, within the hours in which people may be messaged. */
export async function tellUnits(
  context: EngineContext,
  telling: Telling,
  told: ReadonlyMap<string, Told>,
): Promise<void> {
  await tell(context, telling, ({ role, scopeKind, scopeId }) =>
    UNIT_ROLES.includes(role) && scopeKind === 'unit' ? told.get(scopeId) : undefined,
  );
}

/** Tells those who score the plan. */
export async function tellAssessors(context: EngineContext, telling: Telling, told: Told): Promise<void> {
  const { jurisdictionId } = telling.tx.scope;
  const reached = [jurisdictionId, telling.assessment.planCode];
  await tell(context, telling, ({ role, scopeId }) =>
    role === 'assessor' && reached.includes(scopeId) ? told : undefined,
  );
}

async function tell(
  context: EngineContext,
  { tx, assessment, now }: Telling,
  toldTo: (holder: RoleHolder) => Told | undefined,
): Promise<void> {
  const { quietHours } = await context.book.policy(tx, await latestPolicyVersion(tx));
  const deliverAt = nextOpenInstant(await context.book.calendar(tx), now, quietHours);
  const messages = (await roleHolders(tx, civilDateOf(now))).flatMap((holder) => {
    const told = toldTo(holder);
    if (told === undefined) return [];
    const { personId, unitId } = holder;
    const key = `${personId}/assessment/${assessment.id}/${told.step}/${told.key}`;
    return {
      id: identifierOf('message', key),
      personId,
      unitId,
      kind: `assessment:${told.step}`,
      ...{ subjectKind: null, subjectId: null, noticeId: null },
      title: told.title,
      body: told.body,
      deliverAt,
      createdAt: now,
      idempotencyKey: key,
    };
  });
  await insertMessages(tx, [...new Map(messages.map((one) => [one.id, one])).values()]);
}
