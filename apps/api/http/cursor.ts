import { z } from 'zod';
import { parsed } from './parsed.js';

/** The mark of a page's last item, opaque to whoever carries it. */
export function cursorOf(mark: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url');
}

/** Reads a cursor of ours. Rejects with RequestInvalid for anything else. */
export function markOf<S extends z.ZodType>(schema: S, cursor: string | undefined): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  return parsed(schema, decoded(cursor), '/query/cursor');
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A list's next cursor: null when the page was not full. */
export function nextCursor<R>(
  rows: readonly R[],
  limit: number,
  mark: (row: R) => Record<string, unknown>,
): string | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : cursorOf(mark(last));
}

/** The mark of lists that run from the newest back. */
export const momentMarkSchema = z.object({ at: z.iso.datetime({ precision: 3 }), id: z.guid() });
