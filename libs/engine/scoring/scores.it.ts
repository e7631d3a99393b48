import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, explainScore, keepScores, scoresOf, type Engine, type Scores } from '#engine';
import { schemeSchema, type RankedScore, type Scheme } from '#scoring';
import { manualClock, moment, simulatedFortnight, type TestDatabase } from '#testing';
import { rehearseScheme } from './rehearse-scheme.js';

const JURISDICTION = '430811';
const FROM = '2024-04-12';
const TO = '2024-04-30';

let db: TestDatabase;
let engine: Engine;
let planId: string;
beforeAll(async () => {
  db = await simulatedFortnight();
  engine = createEngine({ database: db.database, clock: manualClock(moment('2024-05-01 00:00')) });
  [{ id: planId }] = (await read<{ id: string }>('select id from plan')) as [{ id: string }];
});
afterAll(() => db.drop());

const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => tx.query<T>(sql, params));
const scores = async (to = TO, scheme?: Scheme): Promise<Scores> => {
  const found = await scoresOf(engine.context, {
    jurisdictionId: JURISDICTION,
    planId,
    from: FROM,
    to,
    ...(scheme && { scheme }),
  });
  if (!found.ok) throw new Error(found.rejection.message);
  return found.value;
};
const all = ({ groups }: Scores): RankedScore[] => groups.flatMap((group) => group.scores);
const of = (given: Scores, name: string): RankedScore => {
  const found = all(given).find((one) => one.name === name);
  if (!found) throw new Error(`${name} has no score`);
  return found;
};
const shareOf = (score: RankedScore, item: string): { met: number; of: number } | null =>
  score.sections.flatMap(({ items }) => items).find(({ id }) => id === item)?.share ?? null;

describe('the scores of a simulated fortnight', () => {
  it('count reports as a query of its own over the obligations does', async () => {
    const given = await scores();
    const wanted = await read<{ name: string; met: number; of: number }>(
      `select u.name, count(*) filter (where (o.snapshot -> 'context' ->> 'late') = 'false' and o.snapshot -> 'context' ->> 'filedAt' is not null)::int as met,
         count(*)::int as of
       from obligation o join unit u on u.id = o.unit_id
       where o.kind = 'taskReport' and (o.state <> 'excused' or o.snapshot -> 'context' ->> 'filedAt' is not null)
         and o.snapshot -> 'context' ->> 'coveredBy' is null
         and (o.snapshot -> 'context' ->> 'filedAt' is not null or o.due_at <= '2024-04-30T15:59:59.999Z')
       group by u.name`,
    );
    expect(wanted.length).toBeGreaterThan(30);
    for (const { name, met, of: count } of wanted)
      expect({ name, ...shareOf(of(given, name), 'reporting') }).toEqual({ name, met, of: count });
  });

  it('count cards as the notices are, and signatures as the tasks have them', async () => {
    const given = await scores();
    const notices = await read<{ name: string; colour: string; count: number }>(
      `select u.name, n.colour, count(*)::int as count from notice n join unit u on u.id = n.unit_id
       where n.issued_at is not null and n.colour is not null group by u.name, n.colour order by u.name, n.colour`,
    );
    const scored = all(given).flatMap(({ name, deductions }) =>
      deductions.flatMap(({ id, incidents }) =>
        incidents.length > 0 ? [{ name, colour: id, count: incidents.length }] : [],
      ),
    );
    const order = (a: { name: string; colour: string }, b: { name: string; colour: string }): number =>
      a.name + a.colour < b.name + b.colour ? -1 : 1;
    expect(notices.length).toBeGreaterThan(0);
    expect(scored.sort(order)).toEqual([...notices].sort(order));

    const signed = await read<{ name: string; met: number; of: number }>(
      `with overdue as (select subject_id, min(at) as at from event where type = 'SIGNING_OVERDUE' group by 1),
         signed as (select subject_id, payload ->> 'unitId' as unit_id, min(at) as at from event where type = 'SIGNED' group by 1, 2)
       select u.name, count(*)::int as of, count(*) filter (where s.at is not null and (v.at is null or s.at <= v.at))::int as met
       from task t cross join jsonb_array_elements_text(t.snapshot -> 'context' -> 'leadUnitIds') l (unit_id)
         join unit u on u.id = l.unit_id::uuid
         left join overdue v on v.subject_id = t.id
         left join signed s on s.subject_id = t.id and s.unit_id = l.unit_id
       where (s.at is not null or v.at is not null) and not exists (select from event d where d.subject_id = t.id and d.type = 'DISPUTED')
       group by u.name`,
    );
    const disputed = new Set(
      (
        await read<{ name: string }>(
          `select distinct u.name from event d join event e on e.subject_id = d.subject_id and e.type = 'SIGNED'
             join unit u on u.id = (e.payload ->> 'unitId')::uuid where d.type = 'DISPUTED'`,
        )
      ).map(({ name }) => name),
    );
    const undisputed = signed.filter(({ name }) => !disputed.has(name));
    expect(undisputed.length).toBeGreaterThan(30);
    for (const { name, met, of: count } of undisputed)
      expect({ name, ...shareOf(of(given, name), 'signing') }).toEqual({ name, met, of: count });
  });

  it('give the unit that was silent twice what its ladder cost it, reckoned by hand', async () => {
    const silent = of(await scores(), '区民政局');
    const reporting = shareOf(silent, 'reporting');
    if (!reporting) throw new Error('it owed reports');
    // One blue letter and one yellow card; nothing came due among its results.
    const process = silent.sections.find(({ id }) => id === 'process');
    const signing = shareOf(silent, 'signing');
    if (!signing) throw new Error('it had to sign');
    const byHand =
      Math.round((signing.met / signing.of) * 500) / 100 +
      Math.round((reporting.met / reporting.of) * 1500) / 100;
    expect(process?.items.find(({ id }) => id === 'returned')?.points).toBeLessThanOrEqual(5);
    expect(process?.points).toBeCloseTo(
      byHand + (process?.items.find(({ id }) => id === 'returned')?.points ?? 0),
      9,
    );
    expect(silent.deductions.map(({ points }) => points)).toEqual([-0.5, -1, 0, 0]);
    expect(silent.total).toBeCloseTo(60 + (process?.points ?? 0) + 15 - 1.5, 9);
    expect(reporting.met).toBeLessThan(reporting.of);
  });

  it('follow who leads as the statechart does', async () => {
    const tasks = await read<{ id: string; leads: string[] }>(
      `select id, snapshot -> 'context' -> 'leadUnitIds' as leads from task where state not in ('drafted', 'confirmed')`,
    );
    const given = await scores();
    const signing = new Map<string, Set<string>>();
    for (const score of all(given))
      for (const one of score.sections.flatMap(({ items }) => items).find(({ id }) => id === 'signing')
        ?.cases ?? [])
        signing.set(one.taskId ?? '', (signing.get(one.taskId ?? '') ?? new Set()).add(score.unitId));
    expect(tasks.length).toBeGreaterThan(100);
    for (const { id, leads } of tasks) expect([...(signing.get(id) ?? [])].sort()).toEqual([...leads].sort());
  });

  it('name events that are there for every point', async () => {
    const silent = of(await scores(), '区民政局');
    const told = await explainScore(engine.context, {
      jurisdictionId: JURISDICTION,
      planId,
      from: FROM,
      to: TO,
      unitId: silent.unitId,
    });
    if (!told.ok) throw new Error(told.rejection.message);
    const { score, events } = told.value;
    const known = new Map(events.map(({ kind, id, seq, type }) => [`${kind}/${id}/${seq}`, type]));
    const cards = score.deductions.flatMap(({ incidents }) => incidents);
    expect(
      cards.map((card) => card.events.map(({ kind, id, seq }) => known.get(`${kind}/${id}/${seq}`))),
    ).toEqual([['RUNG_DUE'], ['NOTICE_ISSUED']]);
    for (const item of score.sections.flatMap(({ items }) => items))
      for (const one of [...item.cases, ...item.incidents]) {
        expect(one.events.length).toBeGreaterThan(0);
        for (const { kind, id, seq } of one.events) expect(known.has(`${kind}/${id}/${seq}`)).toBe(true);
      }
  });

  it('are for a past day what they were on that day', async () => {
    const past = await scores('2024-04-19');
    const earlier = createEngine({ database: db.database, clock: manualClock(moment('2024-04-20 00:00')) });
    const then = await scoresOf(earlier.context, {
      jurisdictionId: JURISDICTION,
      planId,
      from: FROM,
      to: '2024-04-19',
    });
    expect(then.ok && then.value.groups).toEqual(past.groups);
    expect(of(past, '区民政局').deductions.map(({ points }) => points)).toEqual([0, 0, 0, 0]);
  });

  it('rank within groups of comparable units, without the unit of who scores', async () => {
    const given = await scores();
    const assessors = await read<{ name: string }>(
      `select u.name from role_assignment r join person p on p.id = r.person_id join unit u on u.id = p.unit_id where r.role = 'assessor'`,
    );
    expect(assessors.length).toBeGreaterThan(0);
    for (const { scores: ranked } of given.groups) {
      for (const one of ranked)
        if (one.rank !== null)
          expect(one.rank).toBe(
            1 + ranked.filter(({ rank, total }) => rank !== null && total > one.total).length,
          );
    }
    const own = all(given).filter((one) => one.own);
    for (const one of own) expect(one.rank).toBeNull();
    for (const { name } of assessors) {
      const found = all(given).find((one) => one.name === name);
      if (found) expect(found.own).toBe(true);
    }
  });

  it('are kept with a hash that the same day and version give again', async () => {
    const command = {
      jurisdictionId: JURISDICTION,
      planId,
      from: FROM,
      to: TO,
      reason: '半月考核',
      actor: null,
    };
    const [first, second] = [
      await keepScores(engine.context, command),
      await keepScores(engine.context, command),
    ];
    if (!first.ok || !second.ok) throw new Error('not kept');
    expect([first.value.number, second.value.number]).toEqual([1, 2]);
    expect(second.value.hash).toBe(first.value.hash);
    const sheets = await read<{ total: number }>(
      `select (one ->> 'total')::numeric as total from score_sheet s cross join jsonb_array_elements(s.body) g
         cross join jsonb_array_elements(g -> 'scores') one where s.number = 1 and one ->> 'name' = '区民政局'`,
    );
    expect(sheets).toEqual([{ total: of(await scores(), '区民政局').total }]);
  });

  it('can be rehearsed under another scheme, over the same facts', async () => {
    const { scheme } = await scores();
    const harsher = schemeSchema.parse({
      ...scheme,
      version: 2,
      deductions: scheme.deductions.map((one) => (one.id === 'yellow' ? { ...one, each: 4 } : one)),
    });
    const events = await read('select count(*) from event');
    const tried = await rehearseScheme(engine.context, {
      jurisdictionId: JURISDICTION,
      planId,
      from: FROM,
      to: TO,
      scheme: harsher,
    });
    if (!tried.ok) throw new Error(tried.rejection.message);
    expect(
      tried.value.units.filter(({ change }) => change !== 0).map(({ name, change }) => [name, change]),
    ).toEqual([['区民政局', -3]]);
    expect(await read('select count(*) from event')).toEqual(events);
  });
});
