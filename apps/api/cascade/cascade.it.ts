import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { placeInTree } from '#engine';
import { asOwner, createTestDatabase, insertDistrict, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, TASKS, UNITS } from '../testing/district.js';

const ABOVE = '430800';
const BELOW = '430811001';
let db: TestDatabase;
let api: ApiUnderTest;
const at = {} as Record<'hq' | 'supervisor' | 'farming' | 'forestry', Browser>;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  await asOwner(db.ownerUrl, async (owner) => {
    await insertDistrict(owner, ABOVE);
    await insertDistrict(owner, BELOW);
  });
  for (const [jurisdictionId, parentId, level] of [
    [ABOVE, null, 'prefecture'],
    [JURISDICTION, ABOVE, 'county'],
    [BELOW, JURISDICTION, 'township'],
  ] as const)
    expect(await placeInTree(api.engine.context, { jurisdictionId, parentId, level })).toMatchObject({
      ok: true,
    });
  for (const user of ['hq', 'supervisor', 'farming', 'forestry'] as const) at[user] = await api.as(user);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const TASK = `/api/v1/tasks/${TASKS['A1-01'].id}`;
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }): string =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;
const items = (body: Record<string, unknown>): Record<string, unknown>[] =>
  body['items'] as Record<string, unknown>[];

test('a person sees the own jurisdiction, the names above it and those directly below', async () => {
  expect((await at.farming.get('/api/v1/jurisdiction')).body).toMatchObject({
    id: JURISDICTION,
    levelLabel: '县区级',
    ancestors: [{ id: ABOVE, levelLabel: '市级' }],
    children: [{ id: BELOW, levelLabel: '乡镇级' }],
  });
});

describe('handing a task down', () => {
  const version = async (): Promise<number> => Number((await at.hq.get(TASK)).body['version']);
  const hands = (user: Browser, ifMatch: number | undefined, more: object = {}, key: string = randomUUID()) =>
    user.change(
      `${TASK}/cascade`,
      { to: [BELOW], requirement: '请于月底前报送。', ...more },
      { key, ...(ifMatch !== undefined && { ifMatch }) },
    );

  test('waits until somebody answers for it here, and needs what was seen, the role and a jurisdiction below', async () => {
    expect(codeOf(await hands(at.hq, await version()))).toBe('409 EventNotAllowed');
    for (const action of ['confirm', 'dispatch'])
      await at.hq.change(`${TASK}/actions/${action}`, {}, { ifMatch: await version() });
    const seen = await version();
    expect(codeOf(await hands(at.hq, undefined))).toBe('428 IfMatchMissing');
    expect(codeOf(await hands(at.hq, seen + 1))).toBe('412 VersionConflict');
    expect(codeOf(await hands(at.supervisor, seen))).toBe('403 NotPermitted');
    expect(codeOf(await hands(at.farming, seen))).toBe('403 NotPermitted');
    expect(codeOf(await hands(at.forestry, seen))).toBe('404 NotFound');
    expect(codeOf(await hands(at.hq, seen, { to: [ABOVE] }))).toBe('422 JurisdictionNotBelow');
    expect(codeOf(await hands(at.hq, seen, { deadlineOn: '2099-01-01' }))).toBe('422 InputInvalid');
    expect(codeOf(await hands(at.hq, seen, { colour: 'red' }))).toBe('400 RequestInvalid');
  });

  test('is shown to who sees the task, once, and is recalled in the version that was seen', async () => {
    const seen = await version();
    const made = await hands(at.hq, seen, {}, 'k');
    expect(made.status).toBe(201);
    expect((await hands(at.hq, seen, {}, 'k')).body).toEqual(made.body);
    expect(codeOf(await hands(at.hq, seen))).toBe('409 HandedDownAlready');
    const [item] = items((await at.farming.get(`${TASK}/cascade`)).body);
    expect(item).toMatchObject({ lower: { id: BELOW }, stateLabel: '待承接', mayRecall: false });
    expect(codeOf(await at.forestry.get(`${TASK}/cascade`))).toBe('404 NotFound');
    expect(items((await at.hq.get(`${TASK}/lower-progress`)).body)).toMatchObject([
      { direction: 'out', kindLabel: '交办', summary: '请于月底前报送。', state: 'pending' },
    ]);
    const recall = `/api/v1/hand-downs/${String(item?.['id'])}/recall`;
    const one = `/api/v1/hand-downs/${String(item?.['id'])}`;
    expect((await at.farming.get(one)).headers.get('etag')).toBe('"1"');
    expect(codeOf(await at.forestry.get(one))).toBe('404 NotFound');
    expect(codeOf(await at.farming.change(recall, { reason: '调整' }, { ifMatch: 1 }))).toBe(
      '403 NotPermitted',
    );
    expect(codeOf(await at.forestry.change(recall, { reason: '调整' }, { ifMatch: 1 }))).toBe('404 NotFound');
    expect(codeOf(await at.hq.change(recall, { reason: '调整' }, { ifMatch: 9 }))).toBe(
      '412 VersionConflict',
    );
    const recalled = await at.hq.change(recall, { reason: '调整' }, { ifMatch: 1 });
    expect(recalled.body).toMatchObject({ stateLabel: '已收回', reason: '调整' });
    expect(recalled.headers.get('etag')).toBe('"2"');
  });
});

describe('what was handed down from above', () => {
  const ids = [randomUUID(), randomUUID()] as const;
  const path = (which: 0 | 1, act = ''): string => `/api/v1/handed-down-tasks/${ids[which]}${act}`;
  const adoption = { planId: PLAN.id, actionCode: 'A1', leadUnitIds: [UNITS.farming.id], dispatch: true };
  beforeAll(() =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      for (const id of ids)
        await tx.execute(
          `insert into handed_down_task (jurisdiction_id, id, upper_id, upper_name, upper_task_code, upper_plan_title, offered_by,
             title, requirement, deadline_on, state, offered_at, received_at)
           values ($1, $2, $3, '上级市', 'A2-01', '市级方案', '指挥部办公室', '高标准农田', '新建1000亩', '2024-10-31', 'offered',
             '2024-04-12T01:00:00Z', '2024-04-12T01:00:00Z')`,
          [JURISDICTION, id, ABOVE],
        );
    }),
  );

  test('is for the headquarters’ office to decide and for who supervises to see', async () => {
    const list = await at.supervisor.get('/api/v1/handed-down-tasks');
    expect(list.body).toMatchObject({ waiting: 2 });
    expect(items(list.body)[0]).toMatchObject({ title: '高标准农田', mayDecide: false });
    expect(codeOf(await at.farming.get('/api/v1/handed-down-tasks'))).toBe('403 NotPermitted');
    expect(codeOf(await at.farming.get(path(0)))).toBe('403 NotPermitted');
    expect(codeOf(await at.supervisor.change(path(0, '/adoption'), adoption, { ifMatch: 1 }))).toBe(
      '403 NotPermitted',
    );
    expect((await at.hq.get(path(0))).headers.get('etag')).toBe('"1"');
  });

  test('becomes a task of one’s own, once, with a later deadline only for a reason', async () => {
    const later = { ...adoption, deadlineOn: '2024-11-30' };
    expect(codeOf(await at.hq.change(path(0, '/adoption'), later, { ifMatch: 1 }))).toBe(
      '422 DeadlineLaterThanUpper',
    );
    expect(codeOf(await at.hq.change(path(0, '/adoption'), adoption, { ifMatch: 7 }))).toBe(
      '412 VersionConflict',
    );
    const told = { ...later, deadlineReason: '秋收后施工' };
    const adopted = await at.hq.change(path(0, '/adoption'), told, { ifMatch: 1, key: 'adopt' });
    expect(adopted.body).toMatchObject({ stateLabel: '已承接', task: { code: 'A1-S01' }, mayDecide: false });
    expect((await at.hq.change(path(0, '/adoption'), told, { ifMatch: 1, key: 'adopt' })).body).toEqual(
      adopted.body,
    );
    const { id } = adopted.body['task'] as { id: string };
    expect((await at.farming.get(`/api/v1/tasks/${id}`)).body).toMatchObject({ stateLabel: '已下发' });
    expect((await at.farming.get(`/api/v1/tasks/${id}/cascade`)).body).toMatchObject({
      handedDown: { upperName: '上级市', upperTaskCode: 'A2-01' },
    });
    expect(
      items((await at.farming.get(`/api/v1/tasks/${id}/lower-progress`)).body).map(({ kind }) => kind),
    ).toEqual(expect.arrayContaining(['adopted', 'progress']));
  });

  test('is asked about, and sent back with a reason', async () => {
    const asked = await at.hq.change(path(1, '/question'), { question: '含林地吗？' }, { ifMatch: 1 });
    expect(asked.body).toMatchObject({ stateLabel: '询问中', question: '含林地吗？' });
    expect(codeOf(await at.hq.change(path(1, '/question'), { question: '再问' }, { ifMatch: 2 }))).toBe(
      '409 EventNotAllowed',
    );
    const declined = await at.hq.change(path(1, '/refusal'), { reason: '不属本区' }, { ifMatch: 2 });
    expect(declined.body).toMatchObject({ stateLabel: '已退回', reason: '不属本区' });
    expect(codeOf(await at.hq.change(path(1, '/adoption'), adoption, { ifMatch: 3 }))).toBe(
      '409 EventNotAllowed',
    );
  });
});
