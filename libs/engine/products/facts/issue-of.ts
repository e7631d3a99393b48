import { civilDateOf, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import type { IssueFacts } from '#products';
import { officeName, type PlanRow } from './plan-rows.js';

interface Issuing {
  /** Under whose name it goes out; null: that of the unit that holds `role`. */
  office: string | null;
  role?: 'headquartersOffice' | 'assessor';
  now: Instant;
  fallback: string;
  addressees: readonly string[];
  copiesTo?: readonly string[];
}

/** Under whose name a product goes out, to whom, and on which day: what stands there until somebody changes it. */
export async function issueOf(
  tx: Transaction,
  plan: Pick<PlanRow, 'code'>,
  { office, role, now, fallback, addressees, copiesTo = ['指挥长', '副指挥长'] }: Issuing,
): Promise<IssueFacts> {
  const on = civilDateOf(now);
  const issuer = office ?? (await officeName(tx, plan.code, on, role)) ?? fallback;
  return { issuer, addressees, copiesTo, printedBy: issuer, on };
}
