import type { PublicationRules } from '#accountability';
import { latestPolicyVersion, type Transaction } from '#persistence';
import { periodFacts, type PeriodFacts } from '#products';
import { publicRecord } from '#publication';
import type { EngineContext } from '../engine-context.js';
import { addedTasks } from './added-tasks.js';

/** What the rules in force say of publications. */
export const publicationRulesNow = async (
  context: EngineContext,
  tx: Transaction,
): Promise<PublicationRules> => (await context.book.policy(tx, await latestPolicyVersion(tx))).publication;

/** Of the facts of a period those that a publication may be made of (`publicRecord`), by the rules in force. */
export async function publicFacts(
  context: EngineContext,
  tx: Transaction,
  { record }: PeriodFacts,
): Promise<PeriodFacts> {
  const rules = await publicationRulesNow(context, tx);
  return periodFacts(publicRecord(record, rules, await addedTasks(tx, record.plan.id)));
}
