import { CaseShelf, createEngine, fireInChunks, type Fault, type FaultPoint, type Pace } from '#engine';
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
  it('leaves the same rows one by one and together, hashes included', () => inBoth(1, 6, FALLS_DUE));

  inCi.each([2, 3, 4])('leaves the same rows to the second rung of what follows (population %i)', (seed) =>
    inBoth(seed, 24, '2024-05-11T00:00:00.000Z'),
  );
});

/** Every matter that somebody was told, however they were listed together. */
const saidIn = (record: Record<string, string[]>): string[] =>
  (record['message'] ?? [])
    .map((row) => JSON.parse(row) as { person_id: string; kind: string; body: string })
    .flatMap(({ person_id, kind, body }) =>
      body
        .split('\n')
        .filter((line) => /^\d+\. /.test(line))
        .map((line) => `${person_id} ${kind} ${line.replace(/^\d+\. /, '').replace(/[；。]$/, '')}`),
    )
    .sort();

describe('a close that is broken off', () => {
  const LINES = 20;
  let whole: Record<string, string[]>;
  const closing = async (
    paces: readonly Pace[],
    fault?: Fault,
  ): Promise<{ record: Record<string, string[]>; died: number }> => {
    const db = await populated(9, LINES);
    try {
      const { died } = await live(db, paces, FALLS_DUE, fault);
      return { record: await recordOf(db), died };
    } finally {
      await db.drop();
    }
  };
  beforeAll(async () => {
    if (process.env['LUOSHI_VERIFY'] !== undefined) whole = (await closing([PACE])).record;
  });

  const points = ['bulk.taken', 'bulk.written', 'bulk.committed'] as const satisfies readonly FaultPoint[];
  inCi.each(points.flatMap((point) => [1, 3].map((passing) => [point, passing] as const)))(
    'at %s, passed %i times, goes on where it stood: nothing is lost, nothing doubled',
    async (point, passing) => {
      let passed = 0;
      const { record, died } = await closing([PACE], (at) => {
        if (at === point && ++passed === passing) throw new Died(point);
      });
      expect(died).toBe(1);
      expect(record).toEqual(whole);
    },
  );

  inCi('leaves the same rows where two workers with two lanes each are at it at once', async () => {
    const two = { ...PACE, lanes: 2, clocks: 4 };
    const { record } = await closing([two, two]);
    // What is said to an office is one list a transaction, and who takes what is chance: the lists differ, what they say does not.
    expect({ ...record, message: saidIn(record) }).toEqual({ ...whole, message: saidIn(whole) });
  });
});
