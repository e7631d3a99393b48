import type { ProductRules } from '#accountability';
import { latestPolicyVersion, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';

/** What the policy in force says of products. */
export async function productRules({ engine }: ApiContext, tx: Transaction): Promise<ProductRules> {
  const { book } = engine.context;
  return (await book.policy(tx, await latestPolicyVersion(tx))).products;
}
