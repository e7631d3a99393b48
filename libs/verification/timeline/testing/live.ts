import { secretBox } from '#courier';
import { instantOfMinute, mayBeTold, minuteOfInstant, under, type Minute } from '../../oracle/days.js';
import { asOwner, createTestDatabase, manualClock, type ManualClock, type TestDatabase } from '#testing';
import { foretell } from '../oracle/foretell.js';
import type { Foretold, PlannedAct, Plot } from '../oracle/plot.js';
import { DISTRICT, foundDistrict } from './district.js';
import { Died, type Fault, type Schedule } from './faults.js';
import { wrongWithLetters } from './letters-of.js';
import { People } from './people.js';
import { Process } from './process.js';
import type { Mailbox, Receiver } from './receiver.js';
import { recordOf, type Recorded } from './record-of.js';

export const BOX = secretBox(Buffer.alloc(32, 7));

export const PROMPT: Schedule = { processes: 1, ahead: false, together: false, byMail: false, faults: [] };

export interface Lived {
  recorded: Recorded;
  foretold: Foretold;
  /** Acts that were allowed though the oracle says not, or the other way round. */
  otherwise: string[];
  wrongLetters: string[];
  /** How many of the schedule's faults struck. */
  struck: number;
}

/** A month's beginning, prepared once and copied for every life. */
export class Beginnings {
  readonly #prepared = new Map<Minute, Promise<TestDatabase>>();

  of(dispatched: Minute): Promise<TestDatabase> {
    const known = this.#prepared.get(dispatched) ?? this.#prepare(dispatched);
    this.#prepared.set(dispatched, known);
    return known;
  }

  async #prepare(dispatched: Minute): Promise<TestDatabase> {
    const db = await createTestDatabase();
    await foundDistrict(db.database, instantOfMinute(dispatched), BOX);
    await asOwner(db.ownerUrl, async (owner) => {
      // Nobody is written to of what lies before the story.
      await owner.query(`update luoshi.message set shared_out = true`);
    });
    await db.database.close();
    return db;
  }

  async drop(): Promise<void> {
    for (const db of this.#prepared.values()) await (await db).drop();
  }
}

let lives = 0;

/** A story is lived by the real engine, on a database of its own, under a schedule of faults. */
export async function live(
  plot: Plot,
  schedule: Schedule,
  beginnings: Beginnings,
  receiver: Receiver,
): Promise<Lived> {
  const beginning = await beginnings.of(plot.dispatched);
  const db = await createTestDatabase({ template: beginning.name, poolSize: 2 });
  const name = `life${++lives}`;
  const struck = new Set<Fault>();
  const mailbox = receiver.begin(name, schedule.faults, struck);
  const life = new Life(plot, schedule, db, struck);
  try {
    await asOwner(db.ownerUrl, async (owner) => {
      await (schedule.byMail ? reachedByMail(owner, mailbox) : reachedOverHttp(owner, mailbox));
      const absent = plot.units.filter(({ liaison }) => !liaison).map(({ unit }) => `liaison-${unit}`);
      await owner.query(
        `delete from luoshi.role_assignment where person_id in (select id from luoshi.person where username = any($1::text[]))`,
        [absent],
      );
    });
    await life.begin();
    await life.liveOn();
    const since = instantOfMinute(plot.dispatched);
    return {
      recorded: await recordOf(db.database, since),
      foretold: life.foretold,
      otherwise: life.otherwise,
      wrongLetters: await wrongWithLetters(db.database, mailbox.received, since, plot.announcement),
      struck: struck.size,
    };
  } finally {
    await life.end();
    receiver.end(name);
    await db.drop();
  }
}

type Owner = Parameters<Parameters<typeof asOwner>[1]>[0];

const reachedOverHttp = (owner: Owner, { url }: Mailbox): Promise<unknown> =>
  owner.query(`update luoshi.contact set address = $1 || '/' || address`, [url]);

/** Everybody has a mailbox instead, on a server of the house. */
async function reachedByMail(owner: Owner, { domain, port }: Mailbox): Promise<void> {
  const from = '督查室 <ducha@luoshi.example>';
  // Whoever is silent is waited for as short a time as may be.
  const patience = { withinMs: 1_000, sendsPerMinute: 6_000 };
  const settings = { host: '127.0.0.1', port, encryption: 'none', from, ...patience };
  await owner.query(`update luoshi.channel set kind = 'mail', settings = $1, sealed_secret = null`, [
    settings,
  ]);
  await owner.query(`update luoshi.contact set address = address || '@' || $1`, [domain]);
}

/** Whoever has died so often without getting anywhere never will. */
const HEALED_AFTER = 60;

class Life {
  readonly foretold: Foretold;
  readonly otherwise: string[] = [];
  readonly #plot: Plot;
  readonly #schedule: Schedule;
  readonly #db: TestDatabase;
  readonly #struck: Set<Fault>;
  readonly #clock: ManualClock;
  readonly #people: People;
  readonly #processes: Process[] = [];
  #instant = 0;

  constructor(plot: Plot, schedule: Schedule, db: TestDatabase, struck: Set<Fault>) {
    this.#plot = plot;
    this.#schedule = schedule;
    this.#db = db;
    this.#struck = struck;
    this.#clock = manualClock(instantOfMinute(plot.dispatched));
    this.foretold = foretell(plot);
    this.#people = new People(
      db.database,
      plot.units.filter(({ liaison }) => !liaison).map(({ unit }) => unit),
    );
  }

  async begin(): Promise<void> {
    const { processes, ahead, faults } = this.#schedule;
    for (let index = 0; index < processes; index += 1)
      this.#processes.push(
        await Process.start({
          db: this.#db,
          index,
          processes,
          clock: this.#clock,
          aheadMinutes: ahead && index > 0 && index === processes - 1 ? 2 : 0,
          faults,
          struck: this.#struck,
          box: BOX,
        }),
      );
  }

  async end(): Promise<void> {
    for (const process of this.#processes) await process.stop();
  }

  /** From instant to instant: clocks and letters, what people do, and outages in which nobody is there. */
  async liveOn(): Promise<void> {
    const acts = [...this.foretold.acts].sort((a, b) => a.at - b.at);
    const { until, outages } = this.#plot;
    for (let looks = 0, lookedAt = 0; ;) {
      looks = lookedAt === this.#now ? looks + 1 : 0;
      lookedAt = this.#now;
      if (looks > HEALED_AFTER) throw new Error(`it never gets beyond ${this.#clock.now()}`);
      const due = await this.#due();
      const act = acts[0];
      const at = Math.max(this.#now, Math.min(due.clock, due.letter, act?.at ?? until, until));
      const outage = outages.find(([from, to]) => at >= from && at < to);
      if (outage) {
        this.#set(outage[1]);
        // Whoever comes back first has the right time; the others come after.
        await this.#goesThrough(0, (process) => process.worker.sweep(DISTRICT));
        await this.#carry([0]);
        continue;
      }
      await this.#wakesEarly(at);
      this.#set(at);
      if (due.clock <= at) {
        const planned = Math.min(act?.at ?? until, outages.find(([from]) => from >= at)?.[0] ?? until, until);
        await this.#wake(planned, due.clock);
        // What people do comes after what was due before it, and what that brings about.
        if ((await this.#due()).clock <= this.#now) continue;
      }
      if (due.letter <= at) await this.#carry([looks % this.#processes.length]);
      while (acts[0] && acts[0].at === this.#now) await this.#acts(acts.shift() as PlannedAct);
      if (this.#now >= until && (await this.#due()).clock > this.#now) break;
    }
    await this.#drain();
  }

  get #now(): Minute {
    return minuteOfInstant(this.#clock.now());
  }

  #set(at: Minute): void {
    if (at > this.#now) this.#clock.set(instantOfMinute(at));
  }

  async #acts(act: PlannedAct): Promise<void> {
    const by = act.at % this.#processes.length;
    const outcome = await this.#goesThrough(by, async (process) => {
      const done = await this.#people.do(process.desk, act);
      process.answers();
      return done;
    });
    if (outcome.ok !== act.allowed)
      this.otherwise.push(
        `${instantOfMinute(act.at)} ${JSON.stringify(act)}: ${outcome.ok ? 'done' : outcome.rejection.code}`,
      );
  }

  /** What is due now is looked at by one process or all of them, in time or a little late. */
  async #wake(planned: Minute, due: Minute): Promise<void> {
    const instant = ++this.#instant;
    const all = this.#processes.map((_, index) => index);
    const turn = all[instant % all.length] ?? 0;
    const struck = this.#schedule.faults.filter((fault) => 'instant' in fault && fault.instant === instant);
    for (const fault of struck) this.#struck.add(fault);
    const late = struck.find((fault) => fault.kind === 'late');
    // Not later each time that it did not go through.
    if (late) this.#set(Math.min(planned, due + late.minutes));
    const crowd = struck.some(({ kind }) => kind === 'crowd');
    const wakers = crowd ? [...all, ...all, ...all] : this.#schedule.together ? all : [turn];
    const stalls = struck.flatMap((fault) => (fault.kind === 'stall' ? [fault.table] : []));
    let delivered = 0;
    await this.#during(stalls, async () => {
      const swept = await Promise.all(
        wakers.map((index) => this.#tries(index, (process) => process.worker.sweep(DISTRICT))),
      );
      for (const one of swept) delivered += one?.delivered ?? 1;
    });
    if (delivered > 0) await this.#carry(wakers);
  }

  /** A wake-up that has no reason: before the next instant, with nothing due. */
  async #wakesEarly(at: Minute): Promise<void> {
    const early = this.#schedule.faults.find(
      (fault) => fault.kind === 'early' && fault.instant === this.#instant + 1,
    );
    if (early?.kind !== 'early' || at - early.minutes <= this.#now) return;
    this.#set(at - early.minutes);
    for (const index of this.#processes.keys())
      await this.#tries(index, (process) => process.worker.sweep(DISTRICT));
  }

  async #carry(wakers: readonly number[]): Promise<void> {
    await Promise.all(
      wakers.map((index) => this.#tries(index, (process) => process.courier.carry(DISTRICT))),
    );
  }

  /** Once; whoever dies of it comes back. */
  async #tries<T>(index: number, work: (process: Process) => Promise<T>): Promise<T | null> {
    const process = this.#processes[index];
    if (!process) throw new Error(`there is no process ${index}`);
    try {
      return await work(process);
    } catch (error) {
      if (!isStruck(error)) throw error;
      process.restart();
      return null;
    }
  }

  /** Again and again, as whoever got no answer does. */
  async #goesThrough<T>(index: number, work: (process: Process) => Promise<T>): Promise<T> {
    for (let tried = 0; tried < HEALED_AFTER; tried += 1) {
      const done = await this.#tries(index, async (process) => ({ value: await work(process) }));
      if (done) return done.value;
    }
    throw new Error('it never goes through');
  }

  async #during(tables: readonly string[], work: () => Promise<void>): Promise<void> {
    if (tables.length === 0) return work();
    await asOwner(this.#db.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query(`set local search_path = luoshi; lock table ${tables.join(', ')} in share mode`);
      const working = work();
      await new Promise((resolve) => setTimeout(resolve, 25));
      await owner.query('rollback');
      await working;
    });
  }

  /** When the next clock or message is due, which may be now; and when there is a letter to look after, which is later. */
  async #due(): Promise<{ clock: Minute; letter: Minute }> {
    const [row] = await this.#db.database.transaction({ jurisdictionId: DISTRICT }, (tx) =>
      tx.query<{ clock: string | null; letter: string | null }>(
        `select least(
             (select min(projected_at) from deadline where state = 'armed'),
             (select min(deliver_at) from message where state = 'pending')) as clock,
           least(
             (select min(not_before) from letter where state <> 'sending'),
             (select min(lease_until) + interval '1 minute' from letter where state = 'sending'),
             (select min(due_at) from parcel where letter_id is null and due_at > $1)) as letter`,
        [this.#clock.now()],
      ),
    );
    const of = (at: string | null | undefined): Minute => (at ? Math.ceil(minuteOfInstant(at)) : Infinity);
    const letter = Math.max(of(row?.letter), this.#now + 1);
    const { announcement } = this.#plot;
    const calendar = announcement && announcement.at <= this.#now ? announcement : null;
    const told = Number.isFinite(letter) ? under(calendar, () => mayBeTold(letter)) : letter;
    return { clock: of(row?.clock), letter: told };
  }

  /** Whatever waits for a pause, a lease or a throttle goes out in the end. */
  async #drain(): Promise<void> {
    for (const minutes of [...Array<number>(12).fill(30), 17 * 60, 1_440, 1_440, 1_440]) {
      this.#set(this.#now + minutes);
      await this.#carry([0]);
    }
  }
}

/** What a fault of the schedule looks like to whoever is struck by it. */
function isStruck(error: unknown): boolean {
  if (error instanceof Died) return true;
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return code === '57P01' || /terminat|Connection ended|ECONNRESET|not queryable/iu.test(message);
}
