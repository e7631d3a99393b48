import { CaseShelf, createEngine, fireInChunks, type Fault, type Pace } from '#engine';
import { parseCalendar, type CalendarData } from '#calendar';
import {
  asOwner,
  createTestDatabase,
  manualClock,
  seedText,
  shippedRules,
  type TestDatabase,
} from '#testing';
import { anyHabit } from './habits.js';
import { FALLS_DUE, writePopulation } from './write-population.js';
import { livedLine } from './lived-line.js';

const rules = shippedRules();
const J = '990000';

function calendarData(): CalendarData {
  const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.data;
}
/** Chunks so small that a population has many, and all alike on both roads. */
const PACE: Pace = { lanes: 1, clocks: 9, subjects: Infinity, togetherFrom: 1 };
const ONE_BY_ONE: Pace = { ...PACE, togetherFrom: Infinity };

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;

/** Everything that the record says, but for when it was written down and in which transaction. */
const TABLES = [
  'task',
  'obligation',
  'reporting_line',
  'sitting',
  'event',
  'deadline',
  'rung_claim',
  'notice',
  'notice_member',
  'message',
  'alert',
];
async function recordOf({ ownerUrl }: TestDatabase): Promise<Record<string, string[]>> {
  return asOwner(ownerUrl, async (owner) => {
    const record: Record<string, string[]> = {};
    for (const table of TABLES) {
      const { rows } = await owner.query<{ row: string }>(
        `select (to_jsonb(t) - 'recorded_at' - 'recorded_xid')::text as row from luoshi.${table} t order by 1`,
      );
      record[table] = rows.map(({ row }) => row);
    }
    return record;
  });
}

async function populated(seed: number, lines: number): Promise<TestDatabase> {
  const db = await createTestDatabase();
  const lived = (line: number): ReturnType<typeof livedLine> =>
    livedLine(rules, anyHabit(seed * 1_000 + line));
  await writePopulation(db.database, { jurisdictionId: J, lines, plans: 2, lived }, rules, calendarData());
  return db;
}

/** Lets the close and the two weeks after it happen, every clock in its chunk. */
async function live(
  db: TestDatabase,
  paces: readonly Pace[],
  until: string,
  fault?: Fault,
): Promise<{ died: number; together: number }> {
  const shelf = new CaseShelf();
  const shelves = [shelf, shelf];
  const clock = manualClock(FALLS_DUE);
  let engine = createEngine({ database: db.database, clock, ...(fault && { fault }) });
  let died = 0;
  for (;;) {
    const next = await engine.nextInstant(J);
    if (next === null || next > until) return { died, together: shelf.together };
    if (next > clock.now()) clock.set(next);
    try {
      await Promise.all(paces.map((pace) => fireInChunks(engine.context, J, pace, shelves)));
      await db.database.transaction({ jurisdictionId: J }, (tx) =>
        tx.execute(
          `update message set state = 'delivered' where jurisdiction_id = $1 and state = 'pending'`,
          [J],
        ),
      );
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      died += 1;
      engine = createEngine({ database: db.database, clock });
    }
  }
}

class Died extends Error {}

async function inBoth(seed: number, lines: number, until: string): Promise<void> {
  const [slow, fast] = [await populated(seed, lines), await populated(seed, lines)];
  try {
    const { together: none } = await live(slow, [ONE_BY_ONE], until);
    const { together: many } = await live(fast, [PACE], until);
    expect(none).toBe(0);
    expect(many).toBeGreaterThan(lines * 3);
    const [one, together] = [await recordOf(slow), await recordOf(fast)];
    expect(one['event']?.length).toBeGreaterThan(lines * 3);
    expect(together).toEqual(one);
  } finally {
    await slow.drop();
    await fast.drop();
  }
}

describe('a period that closes', () => {
  it('leaves the same rows one by one and together, hashes included', () => inBoth(1, 12, FALLS_DUE), 30_000);

  inCi.each([2, 3, 4])(
    'leaves the same rows to the second rung of what follows (population %i)',
    (seed) => inBoth(seed, 24, '2024-05-11T00:00:00.000Z'),
    120_000,
  );
});
