import { policySchema, type OutgoingRules } from '#accountability';
import { latestPolicyVersion, policyOf, type Transaction } from '#persistence';

/** The jurisdiction's rules for other systems: of the newest policy, as they are about machines and not about a task. */
export async function outgoingRulesOf(tx: Transaction): Promise<OutgoingRules> {
  return policySchema.parse(await policyOf(tx, await latestPolicyVersion(tx))).outgoing;
}
