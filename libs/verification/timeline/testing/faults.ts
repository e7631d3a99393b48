import type { Database, Transaction } from '#persistence';

/** What goes wrong in one life of a story; each happens once, at the so-manieth occasion of its process or story. */
export type Fault =
  /** One of the processes (the number goes round) dies at a named point, or between any two statements, or right after a commit. */
  | { kind: 'death'; process: number; point: string; passing: number }
  /** The connection is cut by the server at a statement. */
  | { kind: 'cut'; process: number; passing: number }
  /** Nobody wakes at that instant; a sweeper looks in so many minutes later. */
  | { kind: 'late'; instant: number; minutes: number }
  /** Everybody wakes at that instant, at once and twice. */
  | { kind: 'crowd'; instant: number }
  /** Everybody wakes though nothing is due, so many minutes before. */
  | { kind: 'early'; instant: number; minutes: number }
  /** The tables that all write to are locked for a moment. */
  | { kind: 'stall'; instant: number; table: string }
  /** What the receiver of letters does with the so-manieth request. */
  | { kind: 'peer'; request: number; answer: PeerMood };

export type PeerMood = 'hangUp' | 'silent' | 500 | 429;

export interface Schedule {
  /** How many processes share the database. */
  processes: number;
  /** Whether the last of them has a clock that is two minutes ahead. */
  ahead: boolean;
  /** Whether every wake-up reaches all of them, or one in turn. */
  together: boolean;
  /** Letters go by mail, over SMTP; else to the unit's own system, over HTTP. */
  byMail: boolean;
  faults: readonly Fault[];
}

/** What is left of a process that died in the middle of something. */
export class Died extends Error {}

/** Between any two statements of a transaction, and after its commit. */
export const STATEMENT = 'statement';
export const COMMITTED = 'committed';
/** When all is done that a person asked for, and the answer is not given yet. */
export const ANSWERING = 'answering';

/** Counts how often a process passes each point, and dies there when its time has come. */
export class Fate {
  readonly #faults: readonly Fault[];
  readonly #passed = new Map<string, number>();
  readonly #cut: () => Promise<void>;
  /** How many faults have struck. */
  readonly struck: Set<Fault>;

  constructor(faults: readonly Fault[], struck: Set<Fault>, cut: () => Promise<void>) {
    this.#faults = faults;
    this.struck = struck;
    this.#cut = cut;
  }

  /** @throws Died */
  readonly passes = (point: string): void => {
    const passed = (this.#passed.get(point) ?? 0) + 1;
    this.#passed.set(point, passed);
    const fault = this.#faults.find(
      (one) => one.kind === 'death' && one.point === point && one.passing === passed,
    );
    if (!fault) return;
    this.struck.add(fault);
    throw new Died(`${point} ${passed}`);
  };

  async beforeStatement(): Promise<void> {
    this.passes(STATEMENT);
    const passed = this.#passed.get(STATEMENT) ?? 0;
    const fault = this.#faults.find((one) => one.kind === 'cut' && one.passing === passed);
    if (!fault) return;
    this.struck.add(fault);
    await this.#cut();
  }
}

/** The same database, whose user can die between any two statements. */
export function mortal(database: Database, fate: Fate): Database {
  const watched = <T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    work({
      scope: tx.scope,
      query: async <R extends object>(sql: string, params?: readonly unknown[]) => {
        await fate.beforeStatement();
        return tx.query<R>(sql, params);
      },
      execute: async (sql, params) => {
        await fate.beforeStatement();
        return tx.execute(sql, params);
      },
      send: (sql, params) => {
        fate.passes(STATEMENT);
        tx.send(sql, params);
      },
    });
  const shown: Pick<Database, 'transaction' | 'outsideTenants' | 'ping' | 'connections' | 'close'> = {
    transaction: async (scope, work, options) => {
      const result = await database.transaction(scope, (tx) => watched(tx, work), options);
      fate.passes(COMMITTED);
      return result;
    },
    outsideTenants: (work) => database.outsideTenants(work),
    ping: () => database.ping(),
    connections: () => database.connections(),
    close: () => database.close(),
  };
  return shown as unknown as Database;
}
