import type { Database } from './database.js';

/** Thrown to take back a transaction that did all it was to do. */
class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('taken back');
  }
}

/**
 * The same database, in which nothing stays: every transaction runs to its end, with all that the database checks, and is
 * then rolled back. What comes of something can so be known without its being done.
 */
export function rolledBack(database: Database): Database {
  const transaction: Database['transaction'] = async (scope, work, options) => {
    try {
      return await database.transaction(
        scope,
        async (tx) => {
          const result = await work(tx);
          // What was sent and not waited for says by now whether it failed.
          await tx.query('select');
          throw new TakenBack(result);
        },
        options,
      );
    } catch (error) {
      if (error instanceof TakenBack) return error.result as Awaited<ReturnType<typeof work>>;
      throw error;
    }
  };
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'transaction') return transaction;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
