import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyDatabase, KeptOwner, moment, until } from '#testing';
import { LuoshiProcess } from '../../../cli/testing/luoshi-process.js';

const PASSWORD = 'luoshi-demo-1';
/** The clock is moved about so many times as fast as the wall's: for sweeps and alarms. */
const PACE = 20_000;

/** The whole system in a process of its own, with the demo's people, on a clock that the story moves. */
export interface TownOfStory {
  url: string;
  /** Of everybody. */
  password: string;
  /** Lets the time pass to a civil moment (`2024-05-20 17:30`), each thing that falls due at its instant. */
  goTo(civil: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Nothing has happened in it yet: the bundled plan is drafted and nobody owes anything.
 *
 * @param from the civil moment at which its clock stands at first
 */
export async function startTownOfStory(from: string): Promise<TownOfStory> {
  await LuoshiProcess.build();
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-story-'));
  const database = await createEmptyDatabase();
  const owner = new KeptOwner(() => database.ownerUrl);
  const file = join(folder, 'now');
  let now = moment(from);
  const set = async (at: string): Promise<void> => {
    now = at;
    await writeFile(`${file}.new`, now);
    await rename(`${file}.new`, file);
  };
  await set(now);
  const process = LuoshiProcess.run(['start', '--port', '0', '--demo-password', PASSWORD], {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LUOSHI_DATA: join(folder, 'data'),
    LUOSHI_CLOCK: `file:${file}@${PACE}`,
  });

  const isSettled = async (): Promise<boolean> => {
    const [left] = await owner.rows<{ due: boolean; waiting: boolean }>(
      `select exists (select from luoshi.jurisdictions_with_due_work($1)) as due,
              exists (select from luoshi.message where not shared_out) as waiting`,
      [now],
    );
    return left !== undefined && !left.due && !left.waiting;
  };
  /** When the next thing falls due after now: a clock, or a message that may go out. */
  const nextInstant = async (): Promise<string | null> => {
    const [next] = await owner.rows<{ at: Date | null }>(
      `select min(at) as at from (
         select projected_at as at from luoshi.deadline where state = 'armed'
         union all select deliver_at from luoshi.message where state = 'pending') t where at > $1`,
      [now],
    );
    return next?.at?.toISOString() ?? null;
  };
  const settled = async (): Promise<void> => {
    await until(isSettled, 120_000).catch((error: unknown) => {
      throw new Error(`something that is due at ${now} is not being done:\n${process.stderr}`, {
        cause: error,
      });
    });
  };

  const stop = async (): Promise<void> => {
    const { code, signal } = await process.stop();
    await owner.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`ended with ${String(code ?? signal)}:\n${process.stderr}`);
  };
  return {
    url: await process.url().catch(async (error: unknown) => {
      await stop().catch(() => undefined);
      throw error;
    }),
    password: PASSWORD,
    async goTo(civil) {
      const end = moment(civil);
      await settled();
      for (;;) {
        const next = await nextInstant();
        if (next === null || next > end) break;
        await set(next);
        await settled();
      }
      await set(end);
      await settled();
    },
    stop,
  };
}
