import { mostAtOnce } from '#contract';
import { call, type AnswerOf, type Call, type Listed, type ListAnswer } from './client.js';

/**
 * A list to its end in at most two answers: as many rows as come at once and, where there are more, all others as they are
 * read on the server.
 *
 * @param onBegun called with what the list begins with, where there is more of it
 */
export async function callAll<N extends Listed>(
  name: N,
  wanted: Call = {},
  onBegun?: (beginning: AnswerOf<N>) => void,
): Promise<AnswerOf<N>> {
  const query = { ...wanted.query, limit: mostAtOnce(name) };
  const whole = (await call(name, { ...wanted, query })) as ListAnswer;
  if (whole.nextCursor === null) return whole as AnswerOf<N>;
  onBegun?.(whole as AnswerOf<N>);
  const { restOf } = await import('./rest-of-list.js');
  const rest = await restOf(name, { ...wanted, query: { ...query, cursor: whole.nextCursor } });
  // Not pushed one by one as arguments: of tens of thousands there are more than a call takes.
  return { ...whole, items: whole.items.concat(rest), nextCursor: null } as AnswerOf<N>;
}
