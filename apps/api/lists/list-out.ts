import { createParamDecorator, StreamableFile, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import {
  MOST_AT_ONCE,
  type ExportedList,
  type ExportFormat,
  type ExportItem,
  type ExportTable,
} from '#contract';
import { whoSends } from '../who/who.js';
import { exportFile } from './export-file.js';
import { beginExport } from './exports-under-way.js';
import { membersOfFile, tableOfFile } from './fields-of-file.js';

interface Query {
  limit: number;
  cursor?: string | undefined;
  format?: ExportFormat | undefined;
  fields?: string | undefined;
}
interface Page<I> {
  items: I[];
  nextCursor: string | null;
}
/** A list's answer: a page, or a file of all that matches. */
export type Given<A> = A | StreamableFile;

export interface ListOut {
  /**
   * Gives the page that `read` makes of the query or, where a file is wanted, everything that matches, page after page
   * as it is taken. What `read` refuses is refused before the first byte.
   */
  give<N extends ExportedList, Q extends Query, A extends Page<ExportItem<N>>>(
    name: N,
    query: Q,
    read: (query: Q) => Promise<A>,
  ): Promise<Given<A>>;
}

const TYPES: Readonly<Record<string, ExportFormat>> = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/x-ndjson': 'jsonl',
};

/** What a list is given out by: as the request's `format` or `Accept` says. */
export const Out = createParamDecorator((_: unknown, context: ExecutionContext): ListOut => {
  const request = context.switchToHttp().getRequest<Request>();
  return {
    give: async (name, query, read) => {
      const format = query.format ?? accepted(request);
      if (format === undefined) return read(query);
      const table = tableOfFile(name, format, query.fields);
      const end = beginExport(whoSends(request).personId);
      try {
        const first = await read({ ...query, limit: MOST_AT_ONCE, cursor: undefined });
        const pages = pagesFrom(first, (cursor) => read({ ...query, limit: MOST_AT_ONCE, cursor }));
        return exportFile(
          format,
          table as ExportTable<(typeof first)['items'][number]>,
          pages,
          membersOfFile(query.fields),
          end,
        );
      } catch (error) {
        end();
        throw error;
      }
    },
  };
});

/** Whether the request is for a list as a file. */
export const isForFile = (request: Request): boolean =>
  request.query['format'] !== undefined || accepted(request) !== undefined;

/** A type of a file, where it is named before JSON; programs that take anything get a page. */
function accepted(request: Request): ExportFormat | undefined {
  const type = request.accepts(['application/json', ...Object.keys(TYPES)]);
  return type === false ? undefined : TYPES[type];
}

async function* pagesFrom<I>(
  first: Page<I>,
  next: (cursor: string) => Promise<Page<I>>,
): AsyncGenerator<readonly I[]> {
  let page = first;
  for (;;) {
    yield page.items;
    if (page.nextCursor === null) return;
    page = await next(page.nextCursor);
  }
}
