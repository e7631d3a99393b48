import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskIdOf, unitIdOf } from '#accountability';
import { actor, createTestDatabase, SMALL_DISTRICT, type TestDatabase } from '#testing';
import type { Fault, FaultPoint } from '../fault-points.js';
import { placeInTree } from './place-in-tree.js';
import { OTHER, TwoLevels, UPPER } from './testing/two-levels.js';

let db: TestDatabase;
let levels: TwoLevels;
beforeAll(async () => {
  db = await createTestDatabase();
  levels = await TwoLevels.begin(db);
});
afterAll(() => db.drop());

class Died extends Error {}
/** One where there is little time, all where there is more. */
const WINDOWS: readonly FaultPoint[] =
  process.env['LUOSHI_VERIFY'] === undefined
    ? ['cascade.received']
    : ['cascade.taken', 'cascade.received', 'cascade.settled'];
const dyingAt =
  (point: FaultPoint): Fault =>
  (at) => {
    if (at === point) throw new Died(point);
  };
const codeOf = (outcome: { ok: true } | { ok: false; rejection: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.rejection.code;
const upper = async () =>
  (
    await levels.read<Record<string, unknown>>(
      UPPER,
      `select state, version, question, answer, reason, adopted, progress, delivered_at is not null as delivered
       from hand_down where lower_id = $1 order by offered_at desc limit 1`,
      [SMALL_DISTRICT],
    )
  )[0];
const lower = async () =>
  (
    await levels.read<Record<string, unknown>>(
      SMALL_DISTRICT,
      `select state, title, requirement, deadline_on, upper_name, answer, reason from handed_down_task
       order by offered_at desc limit 1`,
    )
  )[0];
const said = (scope: string, direction: 'in' | 'out', other = scope === UPPER ? SMALL_DISTRICT : UPPER) =>
  levels.read<{ seq: number; kind: string; state: string; body: Record<string, unknown> }>(
    scope,
    `select seq, kind, state, body from cascade_message where direction = $1 and other_id = $2 order by at, seq`,
    [direction, other],
  );

describe('the tree of jurisdictions', () => {
  const place = async (jurisdictionId: string, parentId: string | null, more: object = {}) =>
    codeOf(await placeInTree(levels.lower.engine.context, { jurisdictionId, parentId, ...more }));

  it('refuses a parent that is not above, itself, one below, one that is not there, and codes that do not lie in one another', async () => {
    expect(await place(UPPER, SMALL_DISTRICT, { despiteCode: true })).toBe('JurisdictionNotBelow');
    expect(await place(UPPER, UPPER)).toBe('JurisdictionNotBelow');
    expect(await place(OTHER, SMALL_DISTRICT, { despiteCode: true })).toBe('JurisdictionNotBelow');
    expect(await place(UPPER, null, { level: 'county', despiteCode: true })).toBe('JurisdictionNotAbove');
    expect(await place(UPPER, '990000')).toBe('JurisdictionUnknown');
    expect(await place('980000', null)).toBe('JurisdictionUnknown');
    expect(await place(SMALL_DISTRICT, '440000')).toBe('InputInvalid');
    expect(await place(SMALL_DISTRICT, UPPER, { level: 'prefecture' })).toBe('InputInvalid');
  });

  it('is seen from each place as names above and names directly below, and nothing else of them', async () => {
    const seen = (id: string) =>
      levels.read(id, 'select id, relation from jurisdiction_relations() order by id');
    expect(await seen(UPPER)).toEqual([
      { id: SMALL_DISTRICT, relation: 'child' },
      { id: OTHER, relation: 'child' },
    ]);
    expect(await seen(SMALL_DISTRICT)).toEqual([{ id: UPPER, relation: 'ancestor' }]);
    expect(await levels.read(SMALL_DISTRICT, 'select id from jurisdiction')).toEqual([
      { id: SMALL_DISTRICT },
    ]);
    expect(await levels.read(UPPER, 'select id from jurisdiction')).toEqual([{ id: UPPER }]);
  });

  it('lets a transaction place its own jurisdiction, and no unit any', async () => {
    await expect(levels.read(UPPER, `update jurisdiction set parent_id = null`)).rejects.toThrow(
      /permission denied/,
    );
    const ofUnit = { jurisdictionId: UPPER, unitId: levels.upper.units.education };
    await expect(levels.read(ofUnit, `select place_jurisdiction(null, 'province')`)).rejects.toThrow(
      /not a unit/,
    );
  });
});

describe('a task handed down', () => {
  it('is refused to whom does not stand directly below, to itself, and a second time', async () => {
    expect(codeOf(await levels.handsDown(['990103']))).toBe('JurisdictionNotBelow');
    expect(codeOf(await levels.handsDown([UPPER]))).toBe('JurisdictionNotBelow');
    expect(codeOf(await levels.handsDown([SMALL_DISTRICT, SMALL_DISTRICT]))).toBe('InputInvalid');
    const first = await levels.handsDown([SMALL_DISTRICT], 'k');
    expect(codeOf(first)).toBe('ok');
    expect(await levels.handsDown([SMALL_DISTRICT], 'k')).toEqual(first);
    expect(codeOf(await levels.handsDown([OTHER, SMALL_DISTRICT]))).toBe('HandedDownAlready');
    expect(await levels.read(UPPER, 'select lower_id from hand_down')).toEqual([
      { lower_id: SMALL_DISTRICT },
    ]);
  });

  it('comes over as a copy, and its headquarters’ office is told', async () => {
    await levels.carried();
    expect(await lower()).toMatchObject({
      state: 'offered',
      title: '任务',
      requirement: '请于年内完成校舍排查。',
      deadline_on: '2024-11-29',
      upper_name: `测试区${UPPER}`,
    });
    expect(await upper()).toMatchObject({ state: 'offered', delivered: true });
    expect(await levels.lower.read(`select 1 from message where kind = 'handedDown'`)).toHaveLength(1);
  });

  it.each(WINDOWS)('comes over as one copy, though the carrier dies at %s', async (point) => {
    await levels.handsDown([OTHER]);
    await expect(levels.carried(dyingAt(point))).rejects.toThrow(Died);
    await levels.carried();
    const copies = await levels.read(
      OTHER,
      `select count(*)::int as copies, count(distinct m.hand_down_id)::int as offers from cascade_message m
       join handed_down_task h on h.id = m.hand_down_id and h.state = 'offered' where m.direction = 'in'`,
    );
    expect(copies).toEqual([{ copies: 1, offers: 1 }]);
    expect(codeOf(await levels.onUpper('recall', '试送', OTHER))).toBe('ok');
    await levels.carried();
  });

  it('is asked about, answered, and says so on both sides', async () => {
    expect(codeOf(await levels.onLower('ask', ' '))).toBe('InputInvalid');
    expect(codeOf(await levels.onLower('ask', '民办学校是否包括在内？'))).toBe('ok');
    await levels.carried();
    expect(await upper()).toMatchObject({ state: 'asked', question: '民办学校是否包括在内？' });
    expect(codeOf(await levels.onUpper('answer', '包括在内。'))).toBe('ok');
    await levels.carried();
    expect(await lower()).toMatchObject({ state: 'offered', answer: '包括在内。' });
  });

  it('is adopted with a deadline that is later only for a stated reason, under units of one’s own', async () => {
    expect(codeOf(await levels.adopts({ deadlineOn: '2024-12-20' }))).toBe('DeadlineLaterThanUpper');
    expect(codeOf(await levels.adopts({ leadUnitIds: [levels.upper.units.education] }))).toBe('UnitUnknown');
    expect(codeOf(await levels.adopts({ actor: actor('liaison') }))).toBe('NotPermitted');
    expect(await levels.lower.read(`select 1 from task where code like 'A1-S%'`)).toEqual([]);
  });

  it('is adopted once, though the process dies over it and the request is sent again', async () => {
    const dying = levels.lower.resumed(dyingAt('cascade.adopted'));
    await expect(levels.adopts({}, dying)).rejects.toThrow(Died);
    expect(await levels.lower.read(`select 1 from task where code like 'A1-S%'`)).toEqual([]);
    const both = await Promise.all([
      levels.adopts({ idempotencyKey: 'one' }),
      levels.adopts({ idempotencyKey: 'two' }),
    ]);
    // The row's lock lets one through; the other finds a later version.
    expect(both.map(codeOf).sort()).toEqual(['VersionConflict', 'ok']);
    const won = both[0]?.ok === true ? 'one' : 'two';
    expect(codeOf(await levels.adopts({ idempotencyKey: won, expectedVersion: 0 }))).toBe('ok');
    const tasks = await levels.lower.read(
      `select code, title, state, deadline_on, origin ->> 'kind' as origin from task where code like 'A1-S%'`,
    );
    expect(tasks).toEqual([
      { code: 'A1-S01', title: '任务', state: 'dispatched', deadline_on: '2024-11-29', origin: 'handedDown' },
    ]);
    await levels.carried();
    expect(await upper()).toMatchObject({
      state: 'adopted',
      adopted: { code: 'A1-S01', deadlineOn: '2024-11-29', deadlineReason: null },
      progress: { state: 'dispatched', percent: null },
    });
  });
});

describe('progress of an adopted task', () => {
  const ownTask = async (): Promise<string> =>
    (await levels.lower.read<{ id: string }>(`select id from task where code = 'A1-S01'`))[0]?.id ?? '';
  const act = async (username: string, action: string, input: Record<string, unknown> = {}, key = action) => {
    const outcome = await levels.lower.engine.act({
      jurisdictionId: SMALL_DISTRICT,
      subject: { kind: 'task', id: await ownTask() },
      action,
      input,
      actor: actor(username),
      idempotencyKey: `${username}/${key}`,
    });
    expect(codeOf(outcome)).toBe('ok');
  };

  it('goes up when it is signed for, and what is filed goes up when it is accepted, not before', async () => {
    await levels.lower.task('2024-09-23 10:00', 'hq', 1, 'confirm');
    await act('liaison', 'sign');
    await levels.carried();
    expect(await upper()).toMatchObject({ progress: { state: 'inProgress', percent: null, words: null } });
    await levels.lower.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 40);
    await levels.carried();
    expect(await upper()).toMatchObject({ progress: { percent: null } });
    // Nobody says anything: after two working days it counts as accepted.
    await levels.lower.until('2024-10-12 09:00');
    await levels.carried();
    expect(await upper()).toMatchObject({
      progress: { state: 'inProgress', percent: 40, period: '2024-09 下旬' },
    });
    // Its own task is what it was: the copies stand beside it.
    expect(
      await levels.read(UPPER, 'select state, version, progress from task where id = $1', [
        levels.upper.tasks.education,
      ]),
    ).toEqual([{ state: 'inProgress', version: 0, progress: 0 }]);
  });

  it.each(WINDOWS)('is one copy of each message, in order, though the carrier dies at %s', async (point) => {
    const reason = `防汛（${point}）`;
    await act('hq', 'suspend', { reason, until: '2024-12-20', approvedBy: '指挥长' }, reason);
    await expect(levels.carried(dyingAt(point))).rejects.toThrow(Died);
    await levels.lower.engine.act({
      jurisdictionId: SMALL_DISTRICT,
      subject: { kind: 'task', id: await ownTask() },
      action: 'resume',
      input: { reason },
      actor: actor('hq'),
      idempotencyKey: reason,
    });
    await levels.carried();
    const [copies, sent] = [await said(UPPER, 'in'), await said(SMALL_DISTRICT, 'out')];
    expect(copies.map(({ seq }) => seq)).toEqual(copies.map((_, index) => index + 1));
    expect(copies.map(({ kind, body }) => ({ kind, body }))).toEqual(
      sent.map(({ kind, body }) => ({ kind, body })),
    );
    expect(sent.every(({ state }) => state === 'delivered')).toBe(true);
    expect(await upper()).toMatchObject({ progress: { state: 'inProgress' } });
  });

  it('is told once where two carriers meet', async () => {
    await levels.lower.read(`select tell_upper(array[$1]::uuid[], '{}', now())`, [await ownTask()]);
    const before = (await said(UPPER, 'in')).length;
    await act('hq', 'withdraw', { reason: '并入其他工作' });
    await Promise.all([levels.carried(), levels.carried()]);
    expect((await said(UPPER, 'in')).length).toBe(before + 1);
    expect(await upper()).toMatchObject({ progress: { state: 'withdrawn' } });
  });

  it('is recalled: the lower side hears of it, keeps its task, and tells no more', async () => {
    expect(codeOf(await levels.onUpper('recall', ''))).toBe('ReasonMissing');
    expect(codeOf(await levels.onUpper('recall', '任务调整'))).toBe('ok');
    await levels.carried();
    expect(await lower()).toMatchObject({ state: 'recalled', reason: '任务调整' });
    expect(await levels.lower.read(`select state from task where code = 'A1-S01'`)).toEqual([
      { state: 'withdrawn' },
    ]);
    expect(
      await levels.lower.read('select tell_upper(array[$1]::uuid[], array[]::uuid[], now()) as told', [
        await ownTask(),
      ]),
    ).toEqual([{ told: 0 }]);
  });

  it('after a recall may be handed down anew; sent back, that is said above', async () => {
    await levels.handsDown();
    await levels.carried();
    expect(codeOf(await levels.onLower('decline', '不属本区职责'))).toBe('ok');
    await levels.carried();
    expect(await upper()).toMatchObject({ state: 'declined', reason: '不属本区职责' });
  });

  it('is not carried to a jurisdiction that no longer stands above or below', async () => {
    await levels.handsDown([OTHER]);
    const { context } = levels.lower.engine;
    expect(codeOf(await placeInTree(context, { jurisdictionId: OTHER, parentId: null }))).toBe('ok');
    await levels.carried();
    expect((await said(UPPER, 'out', OTHER)).filter(({ state }) => state !== 'delivered')).toMatchObject([
      { kind: 'offered', state: 'stopped' },
    ]);
    expect(await levels.read(OTHER, `select 1 from handed_down_task where state = 'offered'`)).toEqual([]);
  });
});

describe('with the application’s own role, in the database itself', () => {
  const TABLES = [
    'hand_down',
    'handed_down_task',
    'cascade_message',
    'task',
    'progress_report',
    'event',
    'obligation',
  ];

  it('the upper jurisdiction reads no row of the lower one, and the lower none of the upper', async () => {
    for (const table of TABLES)
      for (const [asker, other] of [
        [UPPER, SMALL_DISTRICT],
        [SMALL_DISTRICT, UPPER],
        [OTHER, UPPER],
      ] as const)
        expect({
          table,
          asker,
          seen: await levels.read(asker, `select 1 from ${table} where jurisdiction_id = $1`, [other]),
        }).toEqual({ table, asker, seen: [] });
    const task = taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01');
    expect(
      await levels.read(UPPER, 'select released_facts($1, $2) as facts', [SMALL_DISTRICT, task]),
    ).toEqual([{ facts: null }]);
  });

  it('nobody writes a message into another’s rows, changes one, or takes one away', async () => {
    const insert = `insert into cascade_message (jurisdiction_id, hand_down_id, direction, seq, other_id, kind, body, at, state,
      settled_at) values ($1, gen_random_uuid(), 'in', 1, $2, 'progress', '{}', now(), 'received', now())`;
    await expect(levels.read(SMALL_DISTRICT, insert, [UPPER, SMALL_DISTRICT])).rejects.toThrow(
      /row-level security/,
    );
    const unit = { jurisdictionId: SMALL_DISTRICT, unitId: unitIdOf(SMALL_DISTRICT, 'education') };
    await expect(levels.read(unit, insert, [SMALL_DISTRICT, UPPER])).rejects.toThrow(/row-level security/);
    await expect(levels.read(UPPER, `update cascade_message set body = '{}'`)).rejects.toThrow(/not changed/);
    await expect(levels.read(UPPER, 'delete from cascade_message')).rejects.toThrow(/permission denied/);
  });

  it('a unit sees what is about its own tasks', async () => {
    const count = (unitId: string) =>
      levels.read(
        { jurisdictionId: UPPER, unitId },
        'select 1 from hand_down union all select 1 from cascade_message',
      );
    expect((await count(levels.upper.units.education)).length).toBeGreaterThan(0);
    expect(await count(levels.upper.units.transport)).toEqual([]);
  });
});
