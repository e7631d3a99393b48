import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import pg, { type ClientBase, type QueryResultRow } from 'pg';
import { PersistenceError } from './persistence-error.js';

/** Whose rows a transaction sees: one jurisdiction's and, where a unit is named, of these only what is the unit's. */
export interface Scope {
  jurisdictionId: string;
  /** Null or absent: not bound to one unit (offices of the plan, the engine itself). */
  unitId?: string | null;
  /** A request of one of the three administrators: reports, findings and scores cannot be written. */
  office?: 'administration' | null;
}

/** Statements of one transaction. */
export interface Queryable {
  /**
   * The rows of a statement, also of INSERT, UPDATE and DELETE … RETURNING; columns by their names in SQL.
   *
   * timestamptz is an ISO string with milliseconds, date `YYYY-MM-DD`, numeric and int8 a number, jsonb parsed. A
   * value for a jsonb parameter goes through `json()`: pg would send an array as an array of PostgreSQL.
   */
  query<T extends object = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** The number of rows a statement changed. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}

export interface Transaction extends Queryable {
  readonly scope: Readonly<Required<Omit<Scope, 'office'>>>;
  /**
   * Sends a statement whose answer nobody waits for, ahead of whatever comes next. Where it fails, the next statement
   * that is waited for says why, at the latest the commit. What must have changed so many rows says so in SQL.
   */
  send(sql: string, params?: readonly unknown[]): void;
}

/** A value as the parameter of a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The statements of one client, one after the other also where the caller starts several at once. */
export function queryableOn(client: ClientBase): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  const run: Run = (sql, params) => {
    const send = (): ReturnType<Run> => sendOn(client, sql, params);
    const result = last.then(send, send);
    last = result;
    return result;
  };
  return queryable(run);
}

/**
 * The statements of one transaction on a client that pipelines: each goes out at once, behind those before it, so that
 * what is started together is one round trip. PostgreSQL answers in order, and after an error refuses all that follows.
 */
export class PipelinedStatements {
  readonly #client: ClientBase;
  #failure: Error | undefined;
  #gathering = false;

  /** @param client with pg's option `pipeline` */
  constructor(client: ClientBase) {
    this.#client = client;
  }

  /** The end of the transaction: with what was sent last, which is thrown where it has failed. */
  async commit(): Promise<void> {
    this.#gather();
    const { command } = await this.#client.query('commit');
    if (command === 'ROLLBACK') throw this.#failure ?? aborted();
  }

  /** What is said in one turn of the event loop goes to the network as one piece: each write of its own is a system call. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this.#client as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  readonly send = (sql: string, params?: readonly unknown[]): void => {
    this.#gather();
    sendOn(this.#client, sql, params).catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
    });
  };

  readonly queryable: Queryable = queryable(async (sql, params) => {
    this.#gather();
    try {
      return await sendOn(this.#client, sql, params);
    } catch (error) {
      // Where it was asked from, not where the answer came in.
      if (error instanceof Error) Error.captureStackTrace(error);
      // What failed first is the reason; that the transaction is aborted is not.
      throw this.#failure ?? error;
    }
  });
}

type Run = (
  sql: string,
  params?: readonly unknown[],
) => Promise<{ rows: QueryResultRow[]; rowCount: number | null }>;

function sendOn(client: ClientBase, sql: string, params?: readonly unknown[]): ReturnType<Run> {
  if (params === undefined) return client.query(sql);
  return new Promise((resolve, reject) => {
    // A query of pg's own making: from a description it would copy that first, property by property.
    const query = new pg.Query(sql, params as unknown[]) as Sent;
    query.name = nameOf(sql);
    query.callback = (error, result) => {
      if (error) reject(error);
      else resolve(result);
    };
    client.query(query);
  });
}

type Sent = pg.Query & {
  name: string;
  callback: (error: Error | null, result: Awaited<ReturnType<Run>>) => void;
};

const queryable = (run: Run): Queryable => ({
  query: async <T extends object>(sql: string, params?: readonly unknown[]) =>
    (await run(sql, params)).rows as T[],
  execute: async (sql, params) => (await run(sql, params)).rowCount ?? 0,
});

const names = new Map<string, string>();

/**
 * Statements with parameters are prepared once a connection: planning took longer than executing (of a simulated
 * period 2.8 s against 1.6 s). The name follows from the text, so that one text has one plan.
 */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `luoshi_${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`;
  names.set(sql, name);
  return name;
}

function aborted(): PersistenceError {
  return new PersistenceError(
    'TRANSACTION_ABORTED',
    '事务中有语句出错，出错后未中止，整个事务已回滚，什么也没有写入。这是程序错误，请附日志报告。',
  );
}
