import type { Rules } from '#accountability';
import { latestPolicyVersion, type Transaction } from '#persistence';
import type { EngineContext } from '../engine-context.js';

/** The newest policy of a jurisdiction and its calendar: what messages go by, whatever version their subjects began under. */
export const rulesInForce =
  ({ book }: Pick<EngineContext, 'book'>) =>
  async (tx: Transaction): Promise<Rules> =>
    book.rules(tx, await latestPolicyVersion(tx));
