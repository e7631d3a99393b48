import { createHash } from 'node:crypto';
import type { ClientBase, QueryResult, QueryResultRow } from 'pg';

/** Whose rows a transaction sees: one jurisdiction's and, where a unit is named, of these only what is the unit's. */
export interface Scope {
  jurisdictionId: string;
  /** Null or absent: not bound to one unit (offices of the plan, the engine itself). */
  unitId?: string | null;
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
  readonly scope: Readonly<Required<Scope>>;
}

/** A value as the parameter of a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The statements of one client, one after the other also where the caller starts several at once. */
export function queryableOn(client: ClientBase): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  const run = <R extends QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<QueryResult<R>> => {
    const send = (): Promise<QueryResult<R>> =>
      params === undefined
        ? client.query<R>(sql)
        : client.query<R>({ name: nameOf(sql), text: sql, values: [...params] });
    const result = last.then(send, send);
    last = result;
    return result;
  };
  return {
    query: async <T extends object>(sql: string, params?: readonly unknown[]) =>
      (await run<QueryResultRow>(sql, params)).rows as T[],
    execute: async (sql, params) => (await run(sql, params)).rowCount ?? 0,
  };
}

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
