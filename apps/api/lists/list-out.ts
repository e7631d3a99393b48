import { createParamDecorator, StreamableFile, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import {
  MOST_AT_ONCE,
  type ExportedList,
  type ExportFormat,
  type ExportItem,
  type ExportTable,
} from '#contract';
import { encodingWanted } from '../http/encoding-wanted.js';
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
   * Gives the page that `read` makes of the query or, where a file is wanted, everything that matches, or with a cursor
   * what comes behind it, page after page as it is taken. What `read` refuses is refused before the first byte.
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
  const response = context.switchToHttp().getResponse<Response>();
  return {
    give: async (name, query, read) => {
      const format = query.format ?? accepted(request);
      if (format === undefined) return read(query);
      const table = tableOfFile(name, format, query.fields);
      const end = beginExport(whoSends(request).personId);
      try {
        const first = await read({ ...query, limit: MOST_AT_ONCE });
        const pages = pagesFrom(first, (cursor) => read({ ...query, limit: MOST_AT_ONCE, cursor }));
        return exportFile(
          format,
          table as ExportTable<(typeof first)['items'][number]>,
          pages,
          membersOfFile(query.fields),
          end,
          // Rows for programs, the pages among them: tens of megabytes of words that come again and again.
          format === 'jsonl' ? squeezerFor(request, response) : undefined,
        );
      } catch (error) {
        end();
        throw error;
      }
    },
  };
});

/** As hard as an answer can be squeezed on its way, and so said in its head. */
function squeezerFor(request: Request, response: Response): Transform | undefined {
  response.vary('Accept-Encoding');
  const encoding = encodingWanted(request);
  if (encoding === null) return undefined;
  response.set('Content-Encoding', encoding);
  return encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : createGzip({ level: 6 });
}

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
