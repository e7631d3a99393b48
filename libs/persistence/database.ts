import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { beginStatement, type TransactionOptions } from './begin-statement.js';
import { codeOf } from './connect-error.js';
import { PipelinedStatements, type Queryable, type Scope, type Transaction } from './transaction.js';

/** Serialisation failure and deadlock: the loser may simply try again. */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** The database, as luoshi_app. Every statement belongs to a transaction, every transaction to a scope. */
export class Database {
  readonly #source: DataSource;

  /** Use `openDatabase`. */
  constructor(source: DataSource) {
    this.#source = source;
    this.#pool.on('acquire', hearOut);
  }

  /**
   * Runs `work` in a transaction that sees the rows of `scope`. Commits when it returns, rolls back when it throws.
   * After a deadlock or a serialisation failure it is run again, up to five times: it must do nothing but database
   * work that may be repeated.
   *
   * @throws PersistenceError SCOPE_INVALID; TRANSACTION_ABORTED where `work` swallowed an error of a statement
   */
  async transaction<T>(
    scope: Scope,
    work: (tx: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    const begin = beginStatement(scope, options);
    const seen = { jurisdictionId: scope.jurisdictionId, unitId: scope.unitId ?? null };
    return this.#retrying(begin, ({ queryable, send }) => work({ scope: seen, send, ...queryable }));
  }

  /** Runs `work` with no jurisdiction set: no row is visible, only the few functions for that purpose answer. */
  outsideTenants<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.#retrying(beginStatement(null), ({ queryable }) => work(queryable));
  }

  /** Whether the database answers; throws where it does not. */
  async ping(): Promise<void> {
    await this.#pool.query('select 1');
  }

  /** Connections of the pool: all, those nobody uses, and those who wait for one. */
  connections(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  /** Waits for running transactions and closes all connections. */
  async close(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }

  async #retrying<T>(begin: string, work: (statements: PipelinedStatements) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(begin, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRIED.has(codeOf(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  async #once<T>(begin: string, work: (statements: PipelinedStatements) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      const statements = new PipelinedStatements(client);
      // Together with what is asked first. Should it fail while that goes on, no jurisdiction is set: no row is seen.
      statements.send(begin);
      const result = await work(statements);
      // Together with what was sent last. A transaction in which anything has failed is rolled back by it.
      await statements.commit();
      return result;
    } catch (error) {
      broken = gaveNoAnswer(error) ? error : await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  get #pool(): Pool {
    return (this.#source.driver as unknown as { master: Pool }).master;
  }
}

const heardOut = new WeakSet<PoolClient>();

/**
 * A client that loses its connection tells its query; the event besides, told to nobody, would end the process. The pool
 * listens to idle ones only: not between hands, and not to one that was thrown away and is yet told why. Heard from the
 * event on, not from when the client is in our hands: what ends it may stand in the same packet as its greeting.
 */
function hearOut(client: PoolClient): void {
  if (heardOut.has(client)) return;
  heardOut.add(client);
  client.on('error', () => undefined);
}

/**
 * Whether the server said nothing for longer than it may take: the network swallows what is sent. Such a connection
 * is thrown away; a rollback would wait as long again, and the server rolls back by itself when it notices.
 */
function gaveNoAnswer(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Undefined, or why the connection cannot be used again. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
