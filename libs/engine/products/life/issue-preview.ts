import type { Role } from '#accountability';
import { nextOpenInstant, type Instant } from '#calendar';
import { documentNumberText } from '#official';
import { nextNoticeNumber, type ProductRead, type Transaction } from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import { placeOfProduct, productRulesNow } from './at-product.js';
import { receivers } from './deliver-product.js';
import { seriesOf } from './issue-product.js';

/** What the issue of a product would do now. */
export interface IssuePreviewed {
  /** The series, and its next number; null: it has none. */
  number: { series: string; next: string } | null;
  people: number;
  units: number;
  /** How many people of each role, each counted once. */
  roles: { role: Role; people: number }[];
  deliverAt: Instant;
}

/** Looks only: no number is taken, and another may take this one before. */
export async function previewIssue(
  context: EngineContext,
  tx: Transaction,
  product: ProductRead,
): Promise<IssuePreviewed> {
  const { policy, calendar } = await productRulesNow(context, tx);
  const now = context.clock.now();
  const place = await placeOfProduct(tx, product);
  const series = seriesOf({ product, policy, place, now });
  const people = await receivers({ tx, product, policy, place, now });
  const counts = new Map<Role, number>();
  for (const { role } of people) counts.set(role, (counts.get(role) ?? 0) + 1);
  const ofUnits = people.flatMap(({ scopeKind, unitId }) => (scopeKind === 'unit' ? [unitId] : []));
  return {
    number: series && {
      series: `${series.organ}〔${series.year}〕`,
      next: documentNumberText({
        ...series,
        serial: await nextNoticeNumber(tx, series.organ, series.year),
      }),
    },
    people: people.length,
    units: new Set(ofUnits).size,
    roles: [...counts].map(([role, count]) => ({ role, people: count })),
    deliverAt: nextOpenInstant(calendar, now, policy.quietHours),
  };
}
