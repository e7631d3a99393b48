import {
  begin,
  policySchema,
  replay,
  type RecordedEvent,
  type Snapshot,
  type SubjectInput,
  type SubjectKind,
} from '#accountability';
import { createTestDatabase, FORTNIGHT, simulatedFortnight, type TestDatabase } from '#testing';
import { runSimulation, type SimulationFigures } from './index.js';

const JURISDICTION = '430811';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;

const run = async ({ database }: TestDatabase, seed: number): Promise<SimulationFigures> =>
  (await runSimulation({ database, ...FORTNIGHT, seed })).figures;

describe('the bundled plan through its first two reporting periods', () => {
  let db: TestDatabase;
  let figures: SimulationFigures;
  beforeAll(async () => {
    const lived = await simulatedFortnight();
    db = lived;
    figures = lived.figures;
  });
  afterAll(() => db.drop());

  it('leaves no task behind: all 149 are dispatched, signed and on their way', () => {
    const { inProgress = 0, closed = 0, ...others } = figures.tasks;
    const closing = Object.entries(others).filter(([state]) => state.startsWith('closing.'));
    expect(inProgress + closed + closing.reduce((sum, [, count]) => sum + count, 0)).toBe(149);
  });

  it('counts every sitting once, with the silent unit climbing to yellow and cured on the day it files', () => {
    expect(figures.periods).toEqual(['2024-04 中旬', '2024-W16', '2024-W17', '2024-04 下旬', '2024-W18']);
    expect(figures.byUnit.find(({ unit }) => unit === '区民政局')).toMatchObject({
      late: 1,
      blue: 1,
      yellow: 1,
      red: 0,
    });
    expect(figures.byUnit.find(({ unit }) => unit === '区教育局')).toMatchObject({
      late: 1,
      blue: 0,
      yellow: 0,
    });
    expect(figures.rungs).toEqual({ blue: 1, chase: 2, prompt: 2, yellow: 1 });
    expect(figures.notices).toEqual({ reminderLetter: { issued: 1 }, supervisionNotice: { issued: 1 } });
  });

  it('reports the desk that was vacant and goes to the next one', async () => {
    expect(figures.alerts['vacancy']).toBeGreaterThanOrEqual(1);
    const rows = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query(
        `select 1 from message m join person p on p.id = m.person_id where m.kind = 'reminder' and p.username = 'head-transport'`,
      ),
    );
    expect(rows.length).toBeGreaterThanOrEqual(1);
    const open = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query(`select 1 from alert where kind = 'vacancy' and state = 'open'`),
    );
    expect(open).toEqual([]); // a successor was named
  });

  it('gives the stored snapshot again, byte for byte, when any trail is replayed from its first event', async () => {
    const { events, stored, policy } = await db.database.transaction(
      { jurisdictionId: JURISDICTION },
      async (tx) => ({
        events: await tx.query<RecordedEvent & { subject_kind: SubjectKind; subject_id: string }>(
          'select subject_kind, subject_id, type, at, payload from event order by subject_kind, subject_id, seq',
        ),
        stored: await tx.query<{ id: string; snapshot: Snapshot }>(
          'select id, snapshot from task union all select id, snapshot from obligation union all select id, snapshot from reporting_line',
        ),
        policy: policySchema.parse(
          (await tx.query<{ body: unknown }>('select body from policy_version'))[0]?.body,
        ),
      }),
    );
    const replayed = new Map<string, Snapshot>();
    for (const { subject_kind: kind, subject_id: id, type, at, payload } of events) {
      const before = replayed.get(id);
      const next =
        before === undefined
          ? begin({ kind, input: payload['input'] } as SubjectInput, policy)
          : replay(kind, before, { type, at, payload }, policy);
      if (next === null) throw new Error(`${kind} ${id} refuses ${type} in a replay`);
      replayed.set(id, next);
    }
    expect(stored.length).toBeGreaterThan(500);
    for (const { id, snapshot } of stored) expect(canonical(replayed.get(id))).toBe(canonical(snapshot));
  });

  inCi('comes out the same to the byte under the same seed', async () => {
    const again = await createTestDatabase();
    try {
      expect(JSON.stringify(await run(again, 1))).toBe(JSON.stringify(figures));
    } finally {
      await again.drop();
    }
  });

  inCi('comes out otherwise under another seed', async () => {
    const other = await createTestDatabase();
    try {
      const { trail, texts } = await run(other, 2);
      expect(trail).not.toBe(figures.trail);
      expect(texts).not.toBe('');
    } finally {
      await other.drop();
    }
  });
});

/** jsonb keeps no order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
