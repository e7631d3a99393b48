import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ListDeclaration } from '#contract';
import { countRows, readPage, type ListSource, type Transaction, type WantedPage } from '#persistence';
import { cursorOf, markOf } from '../http/cursor.js';

/** What every list of the contract takes in its address, parsed. */
export interface ListQuery {
  limit: number;
  sort: string;
  cursor?: string | undefined;
}

export interface ListPage<R> {
  rows: R[];
  nextCursor: string | null;
  /** How many match in all, as far as is counted. */
  total: () => Promise<number | null>;
}

/** One page of a list as this transaction's scope sees it. Rejects with CursorInvalid. */
export async function listPage<R extends object>(
  tx: Transaction,
  declaration: ListDeclaration,
  source: ListSource,
  query: ListQuery,
  given: Readonly<Record<string, unknown>> = {},
): Promise<ListPage<R>> {
  const { limit, sort } = query;
  const asked = query as unknown as Record<string, unknown>;
  const filters = Object.fromEntries(Object.keys(declaration.filters).map((name) => [name, asked[name]]));
  const of = `${declaration.name}/${sort}/${digest(filters)}`;
  const wanted: WantedPage = { filters, sort, limit, given, after: markIn(query.cursor, of) };
  const { rows, mark } = await readPage<R>(tx, source, declaration, wanted);
  return {
    rows,
    nextCursor: mark === null ? null : cursorOf({ of, at: mark }),
    total: () => countRows(tx, source, declaration, wanted),
  };
}

/** A cursor goes on in the query that it came from and in no other. */
function markIn(cursor: string | undefined, of: string): string[] | undefined {
  const schema = z.object({ of: z.literal(of), at: z.array(z.string()).min(1).max(10) });
  return markOf(schema, cursor)?.at;
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10);
