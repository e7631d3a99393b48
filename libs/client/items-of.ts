import { answerOf } from './answer-of.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * Everything in a list, page by page as it is wanted.
 *
 *     for await (const task of itemsOf((page) => luoshi.GET('/api/v1/tasks', { params: { query: { ...page, state } } })))
 *
 * @throws LuoshiProblem
 */
export async function* itemsOf<T>(
  read: (page: { cursor?: string }) => Promise<{ data?: Page<T>; error?: unknown; response: Response }>,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | null = null;
  do {
    const { value }: { value: Page<T> } = await answerOf(read(cursor === null ? {} : { cursor }));
    yield* value.items;
    cursor = value.nextCursor;
  } while (cursor !== null);
}
