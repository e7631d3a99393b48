import type { Transaction } from '../transaction.js';
import type { DeclaredList, ListSource, WantedPage } from './list-source.js';
import { countStatement, pageStatement } from './list-statement.js';

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
  const found = await tx.query<R & { list_mark: string[] }>(sql, params);
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
