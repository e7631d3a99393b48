import type { OutgoingRules } from '#accountability';
import { latestPolicyVersion, type Transaction } from '#persistence';
import type { EngineContext } from '../engine-context.js';

/** The jurisdiction's rules for other systems: of the newest policy, as they are about machines and not about a task. */
export const outgoingRulesOf =
  ({ book }: Pick<EngineContext, 'book'>) =>
  async (tx: Transaction): Promise<OutgoingRules> =>
    (await book.policy(tx, await latestPolicyVersion(tx))).outgoing;
