import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from './problem.js';

/** Before what a cursor says: whoever comes with one of another version begins anew. */
const VERSION = 'c1';
const SUM_LENGTH = 12;

/**
 * The mark of a page's last item, opaque to whoever carries it. Its sum tells a cursor that was cut short or changed from
 * a whole one. It is no secret: a mark says only where to go on, and what is seen there is for row-level security.
 */
export function cursorOf(mark: unknown): string {
  const text = Buffer.from(JSON.stringify(mark)).toString('base64url');
  return `${VERSION}.${text}.${sumOf(text)}`;
}

/** Reads a cursor of ours. Rejects with CursorInvalid for anything else. */
export function markOf<S extends z.ZodType>(schema: S, cursor: string | undefined): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  const result = schema.safeParse(decoded(cursor));
  if (!result.success) throw problem('CursorInvalid');
  return result.data;
}

function decoded(cursor: string): unknown {
  const [version, text = '', sum, ...rest] = cursor.split('.');
  if (version !== VERSION || rest.length > 0 || sum !== sumOf(text)) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const sumOf = (text: string): string =>
  createHash('sha256').update(`${VERSION}.${text}`).digest('base64url').slice(0, SUM_LENGTH);

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
