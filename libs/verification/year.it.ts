import {
  begin,
  policySchema,
  replay,
  type Policy,
  type RecordedEvent,
  type Snapshot,
  type SubjectInput,
  type SubjectKind,
} from '#accountability';
import type { Queryable } from '#persistence';
import { runSimulation } from '#simulation';
import { createTestDatabase, type TestDatabase } from '#testing';

/**
 * `npm run verify` lives through the whole year of the bundled plan; a fortnight of it is replayed in every test run
 * (libs/simulation). `LUOSHI_VERIFY_TO=2024-05-31` ends it sooner.
 */
const WIDE = process.env['LUOSHI_VERIFY'] === 'wide';
const TO = process.env['LUOSHI_VERIFY_TO'] ?? '2024-12-31';
const HOUR = 3_600_000;
const BATCH = 20_000;
const JURISDICTION = '430811';
const path = (relative: string): string => new URL(`../../seeds/${relative}`, import.meta.url).pathname;

interface EventRow extends RecordedEvent {
  kind: SubjectKind;
  id: string;
  seq: number;
}
interface Stored {
  id: string;
  snapshot: Snapshot;
  policyVersion: number;
}

(WIDE ? describe : describe.skip)(`the bundled plan from its first day to ${TO}`, () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it(
    'gives every stored snapshot again, byte for byte, when its events are replayed from the first',
    async () => {
      const begun = Date.now();
      const { figures } = await runSimulation({
        database: db.database,
        seedsDir: path(''),
        scenarioFile: path('scenarios/typical.yaml'),
        from: '2024-04-12',
        to: TO,
        seed: 1,
      });
      const lived = Date.now();
      const { replayed, events, unlike } = await db.database.transaction(
        { jurisdictionId: JURISDICTION },
        replayAll,
      );
      console.info(
        `${figures.events} events of ${replayed} subjects, lived in ${Math.round((lived - begun) / 1000)} s, ` +
          `replayed in ${Math.round((Date.now() - lived) / 1000)} s`,
      );
      expect(unlike).toEqual([]);
      expect(events).toBe(figures.events);
      expect(replayed).toBeGreaterThan(500);
    },
    HOUR,
  );
});

/** Replays the trail of every subject by the policy that governs it, and names those that come out otherwise. */
async function replayAll(tx: Queryable): Promise<{ replayed: number; events: number; unlike: string[] }> {
  const policies = await policiesOf(tx);
  const stored = new Map<string, Stored>();
  for (const table of ['task', 'obligation', 'reporting_line'])
    for (const row of await tx.query<Stored>(
      `select id, snapshot, policy_version as "policyVersion" from ${table}`,
    ))
      stored.set(row.id, row);
  const replayed = new Map<string, Snapshot>();
  let events = 0;
  for await (const { kind, id, type, at, payload } of eventsOf(tx)) {
    events += 1;
    const policy = policies.get(stored.get(id)?.policyVersion ?? 0);
    if (!policy) throw new Error(`${kind} ${id} has events, and no row or no policy`);
    const before = replayed.get(id);
    const next =
      before === undefined
        ? begin({ kind, input: payload['input'] } as SubjectInput, policy)
        : replay(kind, before, { type, at, payload }, policy);
    if (next === null) throw new Error(`${kind} ${id} refuses ${type} at ${at} in a replay`);
    replayed.set(id, next);
  }
  const unlike = [...stored.values()]
    .filter(({ id, snapshot }) => bytesOf(replayed.get(id)) !== bytesOf(snapshot))
    .map(({ id }) => id);
  return { replayed: replayed.size, events, unlike };
}

async function policiesOf(tx: Queryable): Promise<Map<number, Policy>> {
  const rows = await tx.query<{ version: number; body: unknown }>('select version, body from policy_version');
  return new Map(rows.map(({ version, body }) => [version, policySchema.parse(body)]));
}

async function* eventsOf(tx: Queryable): AsyncGenerator<EventRow> {
  let [kind, id, seq] = ['', '00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const rows = await tx.query<EventRow>(
      `select subject_kind as kind, subject_id as id, seq::integer as seq, type, at, payload from event
       where (subject_kind, subject_id, seq) > ($1, $2, $3) order by subject_kind, subject_id, seq limit ${BATCH}`,
      [kind, id, seq],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    [kind, id, seq] = [last.kind, last.id, last.seq];
  }
}

/** A snapshot as bytes, its keys in order: jsonb keeps none. */
const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
