import type { Clock, Database } from '#persistence';
import type { Fault } from './fault-points.js';
import type { RuleBook } from './rule-book.js';

/** What every use case works with. */
export interface EngineContext {
  database: Database;
  clock: Clock;
  book: RuleBook;
  fault: Fault;
  /** Called after a commit that armed clocks or wrote messages; best effort, and never needed for correctness. */
  wake: (jurisdictionId: string) => void;
  /**
   * Whether the documents of notices are kept as files: with their issue, and by the sweep those that the ladder issued, as soon as
   * it says so. Null: they are kept by who asks for them (`noticeFileOf`).
   */
  papers: { sweepNow: () => boolean } | null;
}

/** A transaction that answered a request with a refusal must leave nothing: thrown to roll it back, caught by `inTransaction`. */
class Refused<T> extends Error {
  constructor(readonly outcome: T) {
    super('refused');
  }
}

/**
 * Runs a use case in one transaction. A refusal rolls back what was written before it, and is returned, not thrown.
 */
export async function inTransaction<O extends { ok: boolean }>(
  context: EngineContext,
  jurisdictionId: string,
  work: (tx: Parameters<Parameters<Database['transaction']>[1]>[0]) => Promise<O>,
): Promise<O> {
  try {
    const outcome = await context.database.transaction({ jurisdictionId }, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
    context.wake(jurisdictionId);
    return outcome;
  } catch (error) {
    if (error instanceof Refused) return error.outcome as O;
    throw error;
  }
}
