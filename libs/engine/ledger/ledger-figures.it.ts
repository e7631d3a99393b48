import { planIdOf } from '#accountability';
import { workbookCells, type ReadSheet } from '#documents';
import type { Engine } from '#engine';
import { manualClock, simulatedFortnight, type SimulatedFortnight } from '#testing';
import { ledgerOf } from './ledger-of.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('  ledgers of the bundled plan: recounted in CI (LUOSHI_VERIFY)\n');

const DISTRICT = '430811';
const PLAN = planIdOf(DISTRICT, 'wulingyuan-2024');

inCi('the figures of the ledgers of the bundled plan', () => {
  let db: SimulatedFortnight;
  let engine: Engine;
  beforeAll(async () => {
    db = await simulatedFortnight();
    const { createEngine } = await import('#engine');
    engine = createEngine({ database: db.database, clock: manualClock('2024-04-30T10:00:00.000Z') });
  }, 240_000);
  afterAll(() => db.drop());

  const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
    db.database.transaction({ jurisdictionId: DISTRICT }, (tx) => tx.query<T>(sql, params));
  const ledger = async (period: string, of: object = {}): Promise<ReadSheet[]> => {
    const written = await ledgerOf(engine.context, { jurisdictionId: DISTRICT, planId: PLAN, period, of });
    return workbookCells(written?.bytes ?? new Uint8Array());
  };
  /** The figures of a line of the overview by their headers. */
  const line = ([overview]: ReadSheet[], name: string): Record<string, number> => {
    const rows = overview?.rows ?? [];
    const head = rows.find(({ cells }) => cells.some(({ text }) => text === '任务数'));
    const row = rows.find(({ cells }) => cells.some(({ text, column }) => column <= 1 && text === name));
    return Object.fromEntries(
      (head?.cells ?? []).flatMap(({ column, text }) => {
        const value = row?.cells.find((cell) => cell.column === column)?.number;
        return value === undefined ? [] : [[text, value]];
      }),
    );
  };
  /** Reports that fell due, by what came of them, counted by events alone. */
  const counted = async (period: string, where = 'true', params: unknown[] = []) => {
    const [row] = await read<Record<string, number>>(
      `with due as (
         select o.due_at, (select min(e.at) from event e where e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.type = 'REPORT_FILED') as filed
         from obligation o join sitting s on s.id = o.sitting_id join task t on t.id = o.task_id join action a on a.id = t.action_id
         where o.kind = 'taskReport' and o.plan_id = $1 and (s.period = $2 or ($2 !~ '旬' and to_char(o.due_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $2))
           and o.due_at <= '2024-04-30T10:00:00Z' and o.state <> 'excused' and ${where})
       select count(*)::int as 应报, count(*) filter (where filed <= due_at)::int as 按时,
         count(*) filter (where filed > due_at)::int as 迟报 from due`,
      [PLAN, period, ...params],
    );
    return row ?? {};
  };

  it('of ten days are those that the events give, for the plan, each action and each unit', async () => {
    const whole = await ledger('2024-04 中旬');
    expect(line(whole, '合计')).toMatchObject(await counted('2024-04 中旬'));
    expect(line(whole, '合计')).toMatchObject({ 任务数: 149 });
    const actions = await read<{ id: string; code: string; name: string }>(
      'select id, code, name from action where plan_id = $1 order by position',
      [PLAN],
    );
    expect(actions).toHaveLength(8);
    for (const { id, name } of actions) {
      const expected = await counted('2024-04 中旬', 'a.id = $3', [id]);
      expect([name, line(whole, name)]).toMatchObject([name, expected]);
      const own = await ledger('2024-04 中旬', { actionId: id });
      expect([name, line(own, '合计')]).toMatchObject([name, expected]);
      expect(own).toHaveLength(2);
    }
    const units = await read<{ id: string; name: string }>(
      `select distinct u.id, u.name from obligation o join unit u on u.id = o.unit_id
       where o.kind = 'taskReport' order by u.name limit 6`,
    );
    expect(units.length).toBe(6);
    for (const { id, name } of units)
      expect([name, line(await ledger('2024-04 中旬', { unitId: id }), '合计')]).toMatchObject([
        name,
        await counted('2024-04 中旬', 'o.unit_id = $3', [id]),
      ]);
  }, 240_000);

  it('of a month are those that the events give', async () => {
    expect(line(await ledger('2024-04'), '合计')).toMatchObject(await counted('2024-04'));
  }, 120_000);
});
