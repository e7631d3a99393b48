import { expectedProgressOf, outlookOf } from '#accountability';
import { isUnknownYear, type Instant } from '#calendar';
import { listSittingItems, type SittingItemRow, type SittingRow, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';

/**
 * What is owed in a sitting, each with what is expected of the sitting's unit by now: the same that its report will be held against.
 * What was filed keeps what the record says.
 */
export async function itemsToday(
  { engine }: ApiContext,
  tx: Transaction,
  sitting: Pick<SittingRow, 'id' | 'unit_id'>,
  now: Instant,
): Promise<SittingItemRow[]> {
  const items = await listSittingItems(tx, sitting.id);
  const calendar = await engine.context.book.calendar(tx);
  return items.map((item) => {
    if (item.state !== 'open' && item.state !== 'returned') return item;
    try {
      const expected = expectedProgressOf(calendar, outlookOf(item.outlook), sitting.unit_id, now);
      return { ...item, expected };
    } catch (error) {
      if (isUnknownYear(error)) return item;
      throw error;
    }
  });
}
