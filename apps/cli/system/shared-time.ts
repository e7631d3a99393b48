import type { Instant } from '#calendar';
import type { Clock, Database } from '#persistence';
import type { Log } from '../terminal/log.js';

/** What two clocks differ by without anybody noticing, ms. */
const TOLERATED_MS = 100;
/** From here on it is worth a word in the log, ms. */
const WORTH_A_WORD_MS = 1_000;

export interface SharedTime extends Clock {
  /** Asks the database what time it is, and follows it where this process's own time has gone astray. */
  measure(this: void): Promise<void>;
}

type Asked = Pick<Database, 'outsideTenants'>;

export interface OwnClocks {
  /** The wall's, ms since 1970. */
  wall: () => number;
  /** Milliseconds that go by, from whenever: never set by anybody. */
  stopwatch: () => number;
}

const OWN: OwnClocks = { wall: () => Date.now(), stopwatch: () => performance.now() };

/**
 * One time for all processes of a record: the database's. A machine whose clock is two minutes ahead would find a
 * report overdue that its unit still has two minutes for. Between two measurements the time goes on by a stopwatch, so
 * that somebody who sets the machine's clock moves no deadline.
 */
export function sharedTime(database: Asked, log?: Log, { wall, stopwatch }: OwnClocks = OWN): SharedTime {
  let anchor = { at: wall(), read: stopwatch() };
  let astray = false;
  const ownMs = (): number => anchor.at + (stopwatch() - anchor.read);
  const tell = (byMs: number): void => {
    const worthAWord = Math.abs(byMs) > WORTH_A_WORD_MS;
    const seconds = Math.round(Math.abs(byMs) / 100) / 10;
    if (worthAWord && !astray)
      log?.error(
        `本机时钟比数据库${byMs > 0 ? '快' : '慢'} ${seconds} 秒，已改按数据库的时间运行。请校准本机时钟。`,
      );
    if (!worthAWord && astray) log?.info('本机时钟已与数据库一致。');
    astray = worthAWord;
  };
  return {
    now: () => new Date(Math.floor(ownMs())).toISOString() satisfies Instant,
    measure: async () => {
      const { theirs, read, within } = await ask(database, stopwatch);
      const tolerated = TOLERATED_MS + within;
      // Both are taken back to the moment between question and answer.
      const since = stopwatch() - read;
      tell(wall() - since - theirs);
      if (Math.abs(ownMs() - since - theirs) > tolerated) anchor = { at: theirs, read };
    },
  };
}

/** The database's time at a reading of the stopwatch, and how far that may be out, ms. The quickest of three answers. */
async function ask(
  database: Asked,
  stopwatch: () => number,
): Promise<{ theirs: number; read: number; within: number }> {
  let best = { theirs: 0, read: 0, within: Infinity };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await database.outsideTenants(async (tx) => {
      const before = stopwatch();
      const [row] = await tx.query<{ ms: number }>(
        'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
      );
      const within = (stopwatch() - before) / 2;
      return { theirs: row?.ms ?? 0, read: before + within, within };
    });
    if (answer.within < best.within) best = answer;
  }
  return best;
}
