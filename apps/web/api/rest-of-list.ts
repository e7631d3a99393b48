import { z } from 'zod';
import { ApiProblem } from './api-problem.js';
import { addressOf, call, send, type Call, type ListAnswer, type Listed } from './client.js';
import { routeOf } from './routes.js';
import { answerInLanguage } from '../texts/in-language.js';

const listSchema = z.object({ shape: z.object({ items: z.instanceof(z.ZodArray) }) });

/**
 * What of a list comes behind a cursor, in one answer however much that is: it is sent as it is read, a line a row. Who has
 * as many files under way as a person may is given it page after page.
 */
export async function restOf<N extends Listed>(name: N, wanted: Call): Promise<unknown[]> {
  const route = await routeOf(name);
  const { items } = listSchema.parse(route.answer).shape;
  const { limit: _, ...query } = wanted.query ?? {};
  const address = addressOf(name, { ...wanted, query: { ...query, format: 'jsonl' } });
  const answer = await send(address, route, wanted).catch((problem: unknown) => {
    if (problem instanceof ApiProblem && problem.code === 'TooManyExports') return null;
    throw problem;
  });
  if (answer === null) return pagesOf(name, wanted);
  const rows: unknown[] = [];
  for await (const lines of linesOf(answer)) {
    const parsed = items.safeParse(answerInLanguage(lines.map((line) => JSON.parse(line) as unknown)));
    if (!parsed.success) throw ApiProblem.unexpectedShape();
    for (const row of parsed.data) rows.push(row);
  }
  return rows;
}

async function pagesOf<N extends Listed>(name: N, wanted: Call): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let cursor = wanted.query?.['cursor'] ?? null; cursor !== null;) {
    const page = (await call(name, { ...wanted, query: { ...wanted.query, cursor } })) as ListAnswer;
    for (const row of page.items) rows.push(row);
    cursor = page.nextCursor;
  }
  return rows;
}

/** The whole lines of an answer, as many at a time as have come; an answer that breaks off is thrown as an {@link ApiProblem}. */
async function* linesOf(answer: Response): AsyncGenerator<string[]> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let begun = '';
  for (;;) {
    const piece = await reader?.read().catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw ApiProblem.offline();
    });
    if (piece === undefined || piece.done) break;
    const lines = (begun + piece.value).split('\n');
    begun = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (begun !== '') yield [begun];
}
