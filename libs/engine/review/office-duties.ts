import { burdenSchema, policySchema, type Role } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  latestPolicyVersion,
  policyOf,
  roleHolders,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import { BURDEN, resolveUnitName, type Draft, type OfficeDuty } from '#plan';
import type { ReviewAction } from './draft-cadences.js';
import type { ReviewFacts } from './first-facts.js';
import type { ReviewUnits } from './review-units.js';

export interface OwedByOffice {
  /** The unit of the office. */
  code: string;
  duty: OfficeDuty;
}

/**
 * What the offices of a plan in review would owe by the policy's duties (ledgers, meetings, bulletins, reviews), each
 * with the unit that it would fall to: a task force's office as the plan names it, otherwise whoever holds the post, or
 * stands in for it, today. A post that nobody holds owes nothing yet; that it is vacant is said elsewhere. Parts are in
 * the figures of supporting units.
 */
export async function officeDuties(
  tx: Transaction,
  review: PlanReviewRow,
  drafts: readonly Draft[],
  units: ReviewUnits,
  now: Instant,
): Promise<OwedByOffice[]> {
  const policy = policySchema.parse(await policyOf(tx, await latestPolicyVersion(tx)));
  const figures = policy.burden ?? burdenSchema.parse(BURDEN);
  const holders = await roleHolders(tx, civilDateOf(now));
  const { planCode } = review.facts as ReviewFacts;
  const holding = (owedBy: Role, action: string | null): string | undefined =>
    [owedBy, ...(policy.standIns[owedBy] ?? []), 'headquartersOffice' as const]
      .flatMap((role) =>
        holders.filter(
          (held) =>
            held.role === role &&
            (held.scopeKind === 'jurisdiction' ||
              held.scopeId === planCode ||
              (action !== null && held.scopeId === `${planCode}/${action}`)),
        ),
      )
      .flatMap(({ unitId }) => units.codeOfUnit.get(unitId) ?? [])[0];
  const busy = new Set(drafts.map(({ body }) => body.task.action));
  const actions = (review.actions as ReviewAction[]).filter(({ code }) => busy.has(code));
  return policy.duties.flatMap(({ kind, every, owedBy, about }): OwedByOffice[] => {
    if (kind === 'part' || about === 'task') return [];
    const duty: OfficeDuty = { kind: 'office', every, minutes: figures.minutesPerDuty[kind] };
    const places = about === 'plan' ? [null] : actions;
    return places.flatMap((action): OwedByOffice[] => {
      const named = owedBy === 'taskForceOffice' ? action?.taskForce?.officeUnit : undefined;
      const found = named ? resolveUnitName(named, units.directory, units.on) : undefined;
      const code = found?.ok ? found.unit : holding(owedBy, action?.code ?? null);
      return code === undefined ? [] : [{ code, duty }];
    });
  });
}
