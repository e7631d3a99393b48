import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { burdenSchema } from '#accountability';
import { burdenOf, createEngine, type Burden, type BurdenCommand } from '#engine';
import { asOwner, manualClock, moment, simulatedFortnight, type TestDatabase } from '#testing';
import { flagBurdens } from './flag-burdens.js';
import { reckonBurden } from './reckon-burden.js';

const JURISDICTION = '430811';

let db: TestDatabase;
beforeAll(async () => {
  db = await simulatedFortnight();
});
afterAll(() => db.drop());

const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => tx.query<T>(sql, params));
const engineAt = (at: string) => createEngine({ database: db.database, clock: manualClock(moment(at)) });
const burden = async (command: Partial<BurdenCommand> = {}): Promise<Burden> => {
  const found = await burdenOf(engineAt('2024-05-01 09:00').context, {
    jurisdictionId: JURISDICTION,
    from: '2024-04',
    to: '2024-04',
    ...command,
  });
  if (!found.ok) throw new Error(found.rejection.message);
  return found.value;
};

describe('the burden of a month', () => {
  it('adds up demands, fields and minutes by hand', () => {
    const figures = burdenSchema.parse({
      minutesPerReport: 6,
      minutesPerSitting: 10,
      partsPerMonth: 0.33,
      minutesPerPart: 15,
      minutesPerAnswer: 60,
      minutesPerMonthCap: 200,
    });
    const asked = (kind: string, demands: number, sittings = 0, readings = 0, planId = 'plan') => ({
      unitId: 'unit',
      planId,
      kind,
      duty: kind,
      demands,
      sittings,
      readings,
    });
    const rows = [
      asked('taskReport', 11, 3, 8),
      asked('part', 2, 0, 1),
      asked('cardAnswer', 1),
      asked('meeting', 1),
    ];
    expect(reckonBurden(rows, figures)).toMatchObject([
      {
        unitId: 'unit',
        demands: 15,
        fields: 11 * 4 + 8 + (2 * 2 + 1) + 1 + 5,
        minutes: 11 * 6 + 3 * 10 + 2 * 15 + 60 + 90,
        overCap: true,
        made: [
          { kind: 'taskReport', minutes: 96 },
          { kind: 'meeting' },
          { kind: 'cardAnswer' },
          { kind: 'part' },
        ],
      },
    ]);
    expect(reckonBurden(rows.slice(1, 3), figures)[0]?.overCap).toBe(false);
    expect(() => reckonBurden([asked('dance', 1)], figures)).toThrow('unknown kind');
  });

  it('is that of everything that fell due, as a query of its own counts it, and says that its minutes are estimates', async () => {
    const { figures, months } = await burden();
    expect(figures.assumed).toBe(true);
    const [april] = months;
    const wanted = await read<{ name: string; reports: number; sittings: number }>(
      `select u.name, count(*)::int as reports, count(distinct o.sitting_id)::int as sittings
       from obligation o join unit u on u.id = o.unit_id
       where o.kind = 'taskReport' and o.state <> 'excused' and o.snapshot -> 'context' ->> 'coveredBy' is null
         and (o.due_at at time zone 'Asia/Shanghai')::date between '2024-04-01' and '2024-04-30' group by u.name`,
    );
    expect(wanted.length).toBeGreaterThan(30);
    for (const { name, reports, sittings } of wanted) {
      const unit = april?.units.find((one) => one.name === name);
      expect(unit?.made.find(({ kind }) => kind === 'taskReport')).toMatchObject({
        demands: reports,
        minutes: reports * figures.minutesPerReport + sittings * figures.minutesPerSitting,
      });
    }
    const minutes = april?.units.map((one) => one.minutes) ?? [];
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
  });

  it('counts a supervision notice that is to be answered, and the duties of offices by their kind', async () => {
    const { months } = await burden();
    const of = (name: string) =>
      months[0]?.units.find((one) => one.name === name)?.made.map(({ kind }) => kind);
    const answering = await read<{ name: string }>(
      `select distinct u.name from notice n join unit u on u.id = n.unit_id where n.kind = 'supervisionNotice' and n.issued_at is not null`,
    );
    expect(answering.length).toBeGreaterThan(0);
    const duties = await read<{ name: string; kind: string }>(
      `select distinct u.name, o.kind from obligation o join unit u on u.id = o.unit_id where o.kind <> 'taskReport'
         and o.state <> 'excused' and (o.due_at at time zone 'Asia/Shanghai')::date <= '2024-04-30'`,
    );
    expect(duties.length).toBeGreaterThan(0);
    for (const { name, kind } of duties) expect(of(name)).toContain(kind);
  });

  it('names every single demand of one unit', async () => {
    const [unit] = await read<{ id: string }>(`select id from unit where name = '区民政局'`);
    const { months } = await burden({ unitId: unit?.id ?? '' });
    const [april] = months;
    expect(april?.units).toHaveLength(1);
    const owed = april?.units[0]?.made.filter(({ kind }) => kind !== 'cardAnswer') ?? [];
    expect(april?.demands).toHaveLength(owed.reduce((sum, { demands }) => sum + demands, 0));
  });

  it('refuses what is no month', async () => {
    const refused = await burdenOf(engineAt('2024-05-01 09:00').context, {
      jurisdictionId: JURISDICTION,
      from: '2024-13',
      to: '2024-13',
    });
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'InputInvalid' } });
  });
});

describe('a unit of which too much is asked', () => {
  it('is flagged for the headquarters once a month, and the flag is settled when the month is over', async () => {
    const flags = () =>
      read<{ month: string; state: string }>(
        `select split_part(idempotency_key, '/', 2) as month, state from alert where kind = 'burden' order by 1, 2`,
      );
    expect(await flags()).toEqual([]);
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `alter table luoshi.policy_version disable trigger all;
         update luoshi.policy_version set body = jsonb_set(body, '{burden,minutesPerMonthCap}', '60')`,
      ),
    );
    const { months } = await burden();
    const over = months[0]?.units.filter(({ minutes }) => minutes > 60).length ?? 0;
    expect(over).toBeGreaterThan(0);

    // The record has looked on this day already; the next day it looks again.
    await asOwner(db.ownerUrl, (owner) => owner.query(`delete from luoshi.heartbeat where name = 'burden'`));
    expect(await flagBurdens(engineAt('2024-04-29 09:00').context, JURISDICTION)).toBe(over);
    expect(await flagBurdens(engineAt('2024-04-29 15:00').context, JURISDICTION)).toBe(0);
    expect(await flagBurdens(engineAt('2024-04-30 09:00').context, JURISDICTION)).toBe(over);
    expect(await flags()).toEqual(Array.from({ length: over }, () => ({ month: '2024-04', state: 'open' })));

    await flagBurdens(engineAt('2024-05-06 09:00').context, JURISDICTION);
    expect(
      (await flags()).filter(({ month }) => month === '2024-04').every(({ state }) => state === 'settled'),
    ).toBe(true);
  });
});
