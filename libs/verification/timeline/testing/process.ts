import { createCourier, outgoingRules, type Courier, type SecretBox } from '#courier';
import { createEngine, type Engine } from '#engine';
import { latestPolicyVersion, openDatabase, type Clock, type Database } from '#persistence';
import { asOwner, type TestDatabase } from '#testing';
import { ANSWERING, Fate, mortal, type Fault } from './faults.js';

export interface ProcessOptions {
  db: TestDatabase;
  index: number;
  /** How many there are. */
  processes: number;
  clock: Clock;
  /** Its own clock is so many minutes ahead. */
  aheadMinutes: number;
  faults: readonly Fault[];
  struck: Set<Fault>;
  box: SecretBox;
}

/** One process of the installation: a worker with its own clock, a courier, and what answers people at the right time. */
export class Process {
  readonly #options: ProcessOptions;
  readonly #database: Database;
  readonly #fate: Fate;
  worker!: Engine;
  desk!: Engine;
  courier!: Courier;

  private constructor(options: ProcessOptions, database: Database, fate: Fate) {
    this.#options = options;
    this.#database = mortal(database, fate);
    this.#fate = fate;
    this.restart();
  }

  static async start(options: ProcessOptions): Promise<Process> {
    const applicationName = `luoshi timeline ${options.index}`;
    const { db, index, faults, struck } = options;
    const database = await openDatabase({ appUrl: db.appUrl, poolSize: 3, applicationName });
    const cut = (): Promise<void> =>
      asOwner(db.ownerUrl, async (owner) => {
        await owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()`,
          [applicationName],
        );
      });
    const own = faults.filter((fault) => 'process' in fault && fault.process % options.processes === index);
    return new Process(options, database, new Fate(own, struck, cut));
  }

  /** What was in its memory is gone. */
  restart(): void {
    const { clock, aheadMinutes, box } = this.#options;
    const own: Clock = {
      now: () => new Date(Date.parse(clock.now()) + aheadMinutes * 60_000).toISOString(),
    };
    const fault = this.#fate.passes;
    const database = this.#database;
    this.worker = createEngine({ database, clock: own, fault });
    this.desk = createEngine({ database, clock, fault });
    this.courier = createCourier({
      database,
      clock: own,
      world: {
        now: () => new Date(own.now()),
        rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'], withinMs: 300 }),
        box,
      },
      rules: async (tx) => {
        const { book } = this.worker.context;
        return {
          policy: await book.policy(tx, await latestPolicyVersion(tx)),
          calendar: await book.calendar(tx),
        };
      },
      letters: { baseUrl: null, linkDays: 7 },
      fault,
    });
  }

  /** It has done what somebody asked for, and is about to say so. @throws Died */
  answers(): void {
    this.#fate.passes(ANSWERING);
  }

  async stop(): Promise<void> {
    await this.courier.close();
    await this.#database.close();
  }
}
