import { expect } from '@jest/globals';
import { alarmClock, createWakeUps } from '#scheduling';
import { SMALL_DISTRICT, until, type RedisServerOfTest, type SmallDisk } from '#testing';
import type { Disturbances } from './live.js';
import type { Town, TownOptions } from './town.js';

export interface FaultOfMatrix {
  name: string;
  options?: TownOptions;
  /** On a server of its own: one on a disk that can be filled up, or one that is lost for good. */
  server?: 'own' | 'smallDisk';
  disturbances: (disk?: SmallDisk) => Disturbances;
  /** The record may differ in when a message was handed out, and in nothing else. */
  apartFromDelivery?: true;
  /** Lived through in the soak alone: another fault at the same place is in every run. */
  soakOnly?: true;
  /** That the fault did happen: what processes and server said. */
  happened?: (heard: { said: string; serverLog: string }) => void;
}

/** Of these the ones that this run is for. */
export const ofThisRun = (faults: readonly FaultOfMatrix[]): readonly FaultOfMatrix[] =>
  faults.filter(({ soakOnly }) => soakOnly !== true || process.env['LUOSHI_VERIFY'] === 'soak');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const RECOVERED = 'database system was interrupted';
const TRIES_AGAIN = '出错，稍后重试';

/** Words that are sent in the transaction which a moment is about, and in no other. */
const WORDS = {
  remindOnTheDay: '填报提醒',
  due: '催报',
  blue: '提醒函',
  yellow: '督办单',
  filing: 'REPORT_FILED',
};
const MOMENTS_OF_ENGINE = ['remindOnTheDay', 'due', 'blue', 'yellow'] as const;

/** The same at each moment at which the engine has something to say. */
const atEach = (disturb: (town: Town, words: string) => Promise<void>): Disturbances =>
  Object.fromEntries(MOMENTS_OF_ENGINE.map((name) => [name, (town: Town) => disturb(town, WORDS[name])]));

export const FAULTS_OF_PROCESSES: readonly FaultOfMatrix[] = [
  {
    name: 'the worker is killed in the middle of a transaction, each time',
    disturbances: () =>
      atEach((town, words) =>
        inTheMiddle(
          town,
          [words],
          () => town.killWorker(),
          () => town.restartWorker(),
        ),
      ),
  },
  {
    name: 'the worker is killed when its commit is on the way, each time',
    soakOnly: true,
    disturbances: () =>
      atEach((town, words) =>
        inTheMiddle(
          town,
          [words, 'commit'],
          () => town.killWorker(),
          () => town.restartWorker(),
        ),
      ),
  },
  {
    name: 'the worker is killed when its letter has arrived and nobody has said so',
    soakOnly: true,
    disturbances: () => {
      const kill = async (town: Town): Promise<void> => {
        await town.whenLetterComes(() => town.killWorker());
        await town.restartWorker();
      };
      return { due: kill, blue: kill };
    },
  },
  {
    name: 'the API is killed in the middle of an act, and when its commit is on the way',
    disturbances: () => ({
      issuing: (town) =>
        inTheMiddle(
          town,
          ['督办〔2024〕1号', 'commit'],
          () => town.killApi(),
          () => town.restartApi(),
        ),
      filing: (town) =>
        inTheMiddle(
          town,
          [WORDS.filing],
          () => town.killApi(),
          () => town.restartApi(),
        ),
    }),
  },
  {
    name: 'worker and API are killed together, each time',
    soakOnly: true,
    disturbances: () =>
      atEach((town, words) =>
        inTheMiddle(
          town,
          [words],
          async () => void (await Promise.all([town.killWorker(), town.killApi()])),
          () => town.restart(),
        ),
      ),
  },
  {
    name: 'wake-ups come many times over and in any order',
    soakOnly: true,
    options: { queue: 'postgres', workers: 2 },
    disturbances: () => ({ always: ringOutOfOrder }),
  },
  { name: 'two workers at once', options: { workers: 2 }, disturbances: () => ({}), soakOnly: true },
  { name: 'four workers at once', options: { workers: 4 }, disturbances: () => ({}) },
  {
    name: 'one of two workers has a clock that is two minutes ahead',
    options: { workers: 2, aheadSeconds: 120 },
    apartFromDelivery: true,
    disturbances: () => ({}),
  },
];

export const FAULTS_OF_SERVERS: readonly FaultOfMatrix[] = [
  {
    name: 'PostgreSQL crashes in the middle of a commit',
    disturbances: () => {
      // The commit does not arrive any more; or it does, and its answer does not.
      const before = (words: string) => (town: Town) =>
        inTheMiddle(town, [words, 'commit'], () => town.server.restart());
      const after = (words: string) => (town: Town) =>
        inTheMiddle(
          town,
          [words, 'commit'],
          () => Promise.resolve(),
          () => town.server.restart(),
        );
      return {
        due: before(WORDS.due),
        blue: after(WORDS.blue),
        yellow: before(WORDS.yellow),
        filing: after(WORDS.filing),
      };
    },
    happened: ({ serverLog, said }) => {
      expect(times(serverLog, RECOVERED)).toBe(4);
      expect(said).toContain(TRIES_AGAIN);
    },
  },
  {
    name: 'PostgreSQL crashes, and the queue lives in it too',
    soakOnly: true,
    options: { queue: 'postgres' },
    disturbances: () => ({
      remindOnTheDay: (town) => town.server.restart(),
      blue: (town) => inTheMiddle(town, [WORDS.blue], () => town.server.restart()),
    }),
    happened: ({ serverLog }) => expect(times(serverLog, RECOVERED)).toBe(2),
  },
  {
    name: 'Redis is emptied at every moment',
    soakOnly: true,
    disturbances: () => ({ always: (town) => town.redis.flush() }),
  },
  {
    name: 'Redis is away over a reminder, a due time and a letter, and comes back empty',
    disturbances: () => ({
      remindOnTheDay: (town) => town.redis.stop(),
      yellow: (town) => town.redis.start(),
    }),
    happened: ({ said }) => expect(said).toMatch(/唤醒队列.*暂不可用/u),
  },
  {
    name: 'the network to Redis stalls, and forgets the old connections',
    soakOnly: true,
    disturbances: () => ({
      due: (town) => Promise.resolve(town.redisNetwork.stall()),
      yellow: (town) => Promise.resolve(town.redisNetwork.forgetOld()),
    }),
  },
  {
    name: 'the network to PostgreSQL stalls in the middle of a transaction, longer than anybody waits',
    disturbances: () => {
      const stall = (words: string[]) => async (town: Town) => {
        await inTheMiddle(town, words, () => Promise.resolve(town.postgres.stall()));
        await pause(2_500);
        town.postgres.resume();
      };
      return { due: stall([WORDS.due]), blue: stall([WORDS.blue, 'commit']) };
    },
    happened: ({ said }) => expect(said).toContain(TRIES_AGAIN),
  },
  {
    name: 'every connection to PostgreSQL is cut, and none comes about for a while',
    soakOnly: true,
    disturbances: () =>
      atEach(async (town, words) => {
        await inTheMiddle(town, [words], () => Promise.resolve(town.postgres.cut()));
        await pause(500);
        town.postgres.resume();
      }),
    happened: ({ said }) => expect(said).toContain(TRIES_AGAIN),
  },
  {
    name: 'the disk of PostgreSQL is full for a while',
    server: 'smallDisk',
    disturbances: (disk) => ({
      due: (town) => fullDisk(town, disk),
      blue: (town) => fullDisk(town, disk),
    }),
    happened: ({ serverLog, said }) => {
      expect(serverLog).toContain('No space left on device');
      expect(said).toContain(TRIES_AGAIN);
    },
  },
  {
    name: 'the primary is lost in the middle of a commit, and its synchronous standby takes over',
    server: 'own',
    disturbances: () => ({ due: follow, blue: failOver }),
    happened: ({ said }) => expect(said).toContain(TRIES_AGAIN),
  },
];

export const FAULTS_OF_REDIS_SHAPES: readonly FaultOfMatrix[] = [
  {
    name: 'the master that holds the queue in a cluster is killed over a due time, and comes back empty',
    options: { queue: 'redisCluster', workers: 2 },
    disturbances: () => {
      let master: RedisServerOfTest | undefined;
      return {
        due: async ({ cluster }) => {
          master = await cluster?.holding('{luoshi}');
          await master?.kill();
        },
        yellow: async () => master?.startAgain(),
      };
    },
    happened: ({ said }) => expect(said).toMatch(/唤醒队列.*暂不可用/u),
  },
  {
    name: 'the master behind sentinels is killed before a due time, and its replica takes over',
    options: { queue: 'redisSentinel', workers: 2 },
    disturbances: () => ({
      due: async ({ sentinels }) => sentinels?.servers[0]?.kill(),
      // Whoever wakes now was woken by the one that was the replica.
      yellow: async ({ sentinels }) =>
        until(async () => (await sentinels?.masterPort()) === sentinels?.servers[1]?.port),
    }),
  },
];

const times = (text: string, words: string): number => text.split(words).length - 1;

/**
 * Does something at the moment that somebody sends these words to PostgreSQL, one after the other on one connection,
 * while the last of them are on the way; and something else, if so wanted, once they have been passed on.
 */
async function inTheMiddle(
  town: Town,
  words: string[],
  meanwhile: () => Promise<void>,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await town.postgres.whenSent(words, meanwhile);
  await after();
}

/** Thirty alarms for instants before, at and after this one, some of them the same, in no order. */
async function ringOutOfOrder(town: Town): Promise<void> {
  const now = Date.parse(town.now);
  const wakeUps = createWakeUps({
    backend: { kind: 'postgres', connectionString: town.environment()['DATABASE_URL'] ?? '' },
    clock: alarmClock({ now: () => new Date(now).toISOString() }),
  });
  const instants = Array.from({ length: 30 }, (_, index) => now + ((index * 7) % 10) * 60 - 240);
  await Promise.all(instants.map((at) => wakeUps.schedule(SMALL_DISTRICT, new Date(at).toISOString())));
  await wakeUps.close();
}

/** Nothing can be written any more, not even the server's log of changes: it may go down over that. */
async function fullDisk(town: Town, disk: SmallDisk | undefined): Promise<void> {
  disk?.fill();
  await town.server.exhaust();
  await pause(1_500);
  disk?.free();
  if (!town.server.isRunning()) await town.server.start();
}

/** A standby that has everything which the primary has confirmed. */
async function follow(town: Town): Promise<void> {
  town.standby = await town.server.standby();
  await town.server.waitForStandby();
}

/** The primary is gone for good at the moment of a commit. */
async function failOver(town: Town): Promise<void> {
  const { server: primary, standby } = town;
  if (standby === null) throw new Error('there is no standby');
  await inTheMiddle(
    town,
    [WORDS.blue, 'commit'],
    () => Promise.resolve(),
    async () => {
      await primary.stop('immediate');
      await standby.promote();
      town.server = standby;
      town.postgres.retarget(standby.port);
    },
  );
}
