import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { debianPostgres, haveRedis, OutagePostgres, SmallDisk } from '#testing';
import { LuoshiProcess } from '../../testing/luoshi-process.js';
import type { FaultOfMatrix } from './faults.js';
import { live } from './live.js';
import { apartFromDelivery, lettersOf, recordOf, type LettersOfStory, type StoryRecord } from './record.js';
import { prepareTemplate } from './template.js';
import { Town } from './town.js';

/** A cluster takes 40 MB, its copies of the template 15 MB each. */
const SMALL_DISK_MB = 120;
/** On a machine that has a lot of other things to do; where it has not, some seconds. */
const LIFE_WITHIN_MS = 400_000;

interface Lived {
  record: StoryRecord;
  letters: LettersOfStory;
  /** What its processes said on standard error. */
  said: string;
  serverLog: string;
}

/**
 * Has the same week lived through by real processes on real servers, once undisturbed and once for each fault: what is
 * in the record in the end, and what the receiver of letters was told, is the same. Answers what is missing for that.
 */
export function liveThrough(what: string, faults: readonly FaultOfMatrix[]): string | null {
  if (debianPostgres() === null || !haveRedis()) return 'postgresql-15 of Debian and redis-server are needed';
  describe(`the same week, with ${what}`, () => {
    let shared: OutagePostgres;
    let expected: Lived;

    beforeAll(async () => {
      await LuoshiProcess.build();
      shared = await OutagePostgres.create();
      await prepareTemplate(shared);
      expected = await lifeOf({ name: 'undisturbed', disturbances: () => ({}) }, shared);
    });
    afterAll(() => shared.remove());
    let unharmed = 0;
    afterAll(() => {
      process.stderr.write(`soak: ${what}: ${unharmed} of ${faults.length} lives as if nothing had been\n`);
    });

    test('has something to lose: a chase, a blue letter, a yellow card, a late report, and letters of all', () => {
      const { record, letters } = expected;
      expect(record['notices']).toHaveLength(2);
      expect(record['rungs']).toHaveLength(3);
      expect(record['reports']).toHaveLength(4);
      expect(letters.told.length).toBeGreaterThan(8);
      expect(letters.requests).toBe(letters.sent.length);
    });

    test.each(faults.map((fault) => [fault.name, fault] as const))(
      '%s',
      async (_, fault) => {
        const lived = await lifeWith(fault, shared);
        if (lived === null) return;
        const compared = fault.apartFromDelivery === true ? apartFromDelivery : (one: StoryRecord) => one;
        expect(compared(lived.record)).toEqual(compared(expected.record));
        // Each message reached its person in one letter; whatever was sent twice was marked so.
        const { told, received, sent, doubled } = lived.letters;
        expect(told).toEqual(expected.letters.told);
        expect(received).toEqual(sent);
        expect(doubled).toEqual([]);
        fault.happened?.(lived);
        unharmed += 1;
      },
      LIFE_WITHIN_MS,
    );
  });
  return null;
}

const skipped = (why: string): boolean => process.stderr.write(`skipped: ${why}\n`);

/** Null, and said so, where this machine cannot have such a fault. */
async function lifeWith(fault: FaultOfMatrix, shared: OutagePostgres): Promise<Lived | null> {
  if (fault.server === undefined) return lifeOf(fault, shared);
  if (fault.server === 'own') return onServerOfItsOwn(fault);
  const disk = SmallDisk.mount(SMALL_DISK_MB);
  if (disk === null) {
    skipped('a full disk needs a tmpfs, which only root can mount');
    return null;
  }
  try {
    return await onServerOfItsOwn(fault, disk);
  } finally {
    disk.unmount();
  }
}

async function onServerOfItsOwn(fault: FaultOfMatrix, disk?: SmallDisk): Promise<Lived> {
  const server = await OutagePostgres.create(disk === undefined ? {} : { below: disk.path });
  try {
    await prepareTemplate(server);
    return await lifeOf(fault, server, disk);
  } finally {
    await server.remove();
  }
}

async function lifeOf(fault: FaultOfMatrix, server: OutagePostgres, disk?: SmallDisk): Promise<Lived> {
  const town = await Town.open(server, fault.options);
  const past = server.log().length;
  try {
    await live(town, fault.disturbances(disk));
    const { ownerUrl, peer } = town;
    return {
      record: await recordOf(ownerUrl),
      letters: await lettersOf(ownerUrl, peer),
      said: town.said(),
      serverLog: server.log().slice(past),
    };
  } finally {
    await town.close();
  }
}
