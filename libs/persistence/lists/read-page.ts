import type { Transaction } from '../transaction.js';
import type { DeclaredList, ListSource, WantedPage } from './list-source.js';
import { countStatement, pageStatement } from './list-statement.js';

/**
 * The planner takes row-level security to let through one row in two hundred, and so to be done soonest by reading and
 * sorting everything. A page is to be read in its order, as far as it goes. Said for one statement.
 */
export const ALONG_INDEXES = 'set local enable_sort = off; set local enable_seqscan = off';
const AS_USUAL = 'set local enable_sort = on; set local enable_seqscan = on';

export interface ReadPage<R> {
  rows: R[];
  /** Of the page's last row; null: nothing comes after it. */
  mark: string[] | null;
}

/** One page of a list, as the transaction's scope sees it. */
export async function readPage<R extends object>(
  tx: Transaction,
  source: ListSource,
  list: DeclaredList,
  wanted: WantedPage,
): Promise<ReadPage<R>> {
  // One more than is wanted tells whether there is a next page.
  const { sql, params } = pageStatement(source, list, tx.scope.jurisdictionId, {
    ...wanted,
    limit: wanted.limit + 1,
  });
  tx.send(ALONG_INDEXES);
  const asked = tx.query<R & { list_mark: string[] }>(sql, params);
  tx.send(AS_USUAL);
  const found = await asked;
  const page = found.slice(0, wanted.limit);
  const rows = page.map(({ list_mark: _, ...row }) => row as unknown as R);
  return { rows, mark: found.length > wanted.limit ? (page.at(-1)?.list_mark ?? null) : null };
}

/** Counting further costs more than anybody needs to know. */
export const COUNTED_AT_MOST = 10_000;

/** How many rows match in all; null: more than is counted. */
export async function countRows(
  tx: Transaction,
  source: ListSource,
  list: DeclaredList,
  wanted: WantedPage,
): Promise<number | null> {
  const { sql, params } = countStatement(source, list, tx.scope.jurisdictionId, wanted, COUNTED_AT_MOST + 1);
  const [row] = await tx.query<{ total: number }>(sql, params);
  const total = row?.total ?? 0;
  return total > COUNTED_AT_MOST ? null : total;
}
