import { civilDateOf, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import type { IssueFacts } from '#products';
import { headquartersName, type PlanRow } from './plan-rows.js';

interface Issuing {
  /** The office that makes it, where it is not the headquarters office. */
  office: string | null;
  now: Instant;
  fallback: string;
  addressees: readonly string[];
  copiesTo?: readonly string[];
}

/** Under whose name a product goes out, to whom, and on which day: what stands there until somebody changes it. */
export async function issueOf(
  tx: Transaction,
  plan: Pick<PlanRow, 'code'>,
  { office, now, fallback, addressees, copiesTo = ['指挥长', '副指挥长'] }: Issuing,
): Promise<IssueFacts> {
  const on = civilDateOf(now);
  const issuer = office ?? (await headquartersName(tx, plan.code, on)) ?? fallback;
  return { issuer, addressees, copiesTo, printedBy: issuer, on };
}
