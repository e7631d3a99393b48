import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Amendment, AmendmentItem, PlanReview } from '#contract';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, TASKS } from '../testing/district.js';

const HEAD =
  '武陵源区人民政府办公室关于印发《2024年林区增收实施方案》的通知\n张武政办发〔2024〕NUMBER号\n一、重点任务\n';
const textOf = (number: number, ...tasks: string[]): string =>
  HEAD.replace('NUMBER', String(number)) + tasks.map((task, i) => `${i + 1}.${task}`).join('\n');
const TEA = '扩大茶园面积。年底前新建茶园300亩，统一供应茶苗。(区农业农村局牵头)';
const PATROL = '加强森林巡护。6月底前落实护林员，划定巡护路线。(区林业局牵头,区农业农村局配合)';
const SEEDS = '培育良种苗木。年底前建成苗圃，推广乡土树种。(区林业局负责)';
const MARKET = '办好农产品展销会。10月底前办好展销会，组织企业参展。(区农业农村局牵头)';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
const planId = PLAN.id;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  hq = await api.as('hq');
  await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    const texts = { 'A1-01': TEA, 'A1-02': PATROL, 'A1-03': SEEDS };
    for (const [i, [code, text]] of Object.entries(texts).entries())
      await tx.execute('update task set title = $2, text = $3, number = $4 where id = $1', [
        TASKS[code as keyof typeof TASKS].id,
        text.split('。')[0],
        `${i + 1}.${text}`,
        String(i + 1),
      ]);
  });
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

let uploads = 0;
async function upload(text: string, amends?: string): Promise<PlanReview> {
  const query = new URLSearchParams({ fileName: `方案${(uploads += 1)}.txt`, ...(amends ? { amends } : {}) });
  const answer = await hq.send('POST', `/api/v1/plan-reviews?${query.toString()}`, {
    body: text,
    headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': `upload-${uploads}` },
  });
  expect(answer.status).toBe(201);
  return answer.body as unknown as PlanReview;
}

const confirmed = (id: string, tasks: PlanReview['tasks']): Promise<Answer> =>
  hq.change(`/api/v1/plan-reviews/${id}/acts`, {
    type: 'confirm',
    tasks: tasks.map((task) => ({ id: task.id, version: task.version })),
  });
const pathOf = (id: string): string => `/api/v1/plan-reviews/${id}/amendment`;
const amendmentOf = async (id: string, browser = hq): Promise<Amendment> =>
  (await browser.get(pathOf(id))).body as unknown as Amendment;
const decide = (id: string, body: unknown, browser = hq, key?: string): Promise<Answer> =>
  browser.change(pathOf(id), body, { method: 'PUT', ...(key === undefined ? {} : { key }) });
const itemOf = ({ items }: Amendment, kind: AmendmentItem['kind']): AmendmentItem =>
  items.find((item) => item.kind === kind) as AmendmentItem;

describe('the amendment of a running plan over HTTP', () => {
  let id: string;
  beforeAll(async () => {
    const review = await upload(textOf(9, TEA.replace('300亩', '500亩'), PATROL, SEEDS, MARKET), planId);
    id = review.id;
    await confirmed(id, review.tasks);
  });

  test('shows the differences, in words', async () => {
    const amendment = await amendmentOf(id);
    expect(amendment.undecided).toBe(2);
    expect(itemOf(amendment, 'changed')).toMatchObject({
      kindLabel: '修改',
      task: { code: 'A1-01', title: '扩大茶园面积', stateLabel: '拟办' },
      matchedBy: '标题相同、内容相近',
      changes: [
        { field: 'text', label: '内容', before: expect.stringContaining('300亩') },
        { field: 'indicators', label: '指标', after: expect.stringContaining('500亩') },
      ],
      effect: '指标按新文本考核，已报读数保留；更新任务文字',
      decision: null,
    });
    expect(itemOf(amendment, 'added')).toMatchObject({
      kindLabel: '新增',
      task: null,
      title: '办好农产品展销会',
      effect: '列为新任务并下发，由区农业农村局签收',
    });
    expect(itemOf(amendment, 'unchanged')).toMatchObject({ task: { code: 'A1-02' }, decision: 'approved' });
  });

  test('is seen by those who supervise, decided by the headquarters office alone, and none of a unit’s', async () => {
    const supervisor = await api.as('supervisor');
    expect((await amendmentOf(id, supervisor)).undecided).toBe(2);
    const { key, content } = itemOf(await amendmentOf(id), 'added');
    const approve = { items: [{ key, content, decision: 'approved' }] };
    expect(problemOf(await decide(id, approve, supervisor))).toEqual({ status: 403, code: 'NotPermitted' });
    for (const username of ['farming', 'taskforce'] as const) {
      const browser = await api.as(username);
      expect(problemOf(await browser.get(pathOf(id)))).toEqual({ status: 403, code: 'NotPermitted' });
      expect(problemOf(await decide(id, approve, browser))).toEqual({ status: 403, code: 'NotPermitted' });
    }
    expect((await amendmentOf(id)).undecided).toBe(2);
  });

  test('is refused where something is wrong with it', async () => {
    const { key, content } = itemOf(await amendmentOf(id), 'changed');
    const refusal = async (body: unknown, path = id) => problemOf(await decide(path, body));
    expect(await refusal({ items: [{ key, content, decision: 'rejected' }] })).toMatchObject({
      code: 'ReasonMissing',
    });
    expect(await refusal({ items: [{ key: 'task/none', content, decision: 'approved' }] })).toEqual({
      status: 412,
      code: 'VersionConflict',
    });
    expect(await refusal({ items: [{ key, decision: 'approved', content: 'older' }] })).toEqual({
      status: 412,
      code: 'VersionConflict',
    });
    expect(await refusal({ items: [{ key, content, decision: 'maybe' }] })).toEqual({
      status: 400,
      code: 'RequestInvalid',
    });
    expect(await refusal({ pairs: [{ draftTaskId: planId, taskId: null }] })).toEqual({
      status: 422,
      code: 'InputInvalid',
    });
    expect(await refusal({}, planId)).toEqual({ status: 404, code: 'SubjectNotFound' });
    expect(problemOf(await hq.get(pathOf(planId)))).toEqual({ status: 404, code: 'SubjectNotFound' });
  });

  test('is not decided on unseen: each decision says what it was made on', async () => {
    const { key } = itemOf(await amendmentOf(id), 'changed');
    expect(problemOf(await decide(id, { items: [{ key, decision: 'approved' }] }))).toEqual({
      status: 400,
      code: 'RequestInvalid',
    });
  });

  test('is decided once under a key, and comes into force when all is decided', async () => {
    const amendment = await amendmentOf(id);
    const dispatch = async (key?: string): Promise<Answer> => {
      const version = (await hq.get(`/api/v1/plan-reviews/${id}`)).body['version'] as number;
      return hq.change(
        `/api/v1/plan-reviews/${id}/dispatch`,
        {},
        { ifMatch: version, ...(key === undefined ? {} : { key }) },
      );
    };
    expect((await dispatch()).status).toBe(409);
    const body = {
      items: [
        {
          key: itemOf(amendment, 'changed').key,
          decision: 'approved',
          content: itemOf(amendment, 'changed').content,
        },
        {
          key: itemOf(amendment, 'added').key,
          decision: 'rejected',
          content: itemOf(amendment, 'added').content,
          reason: '经费未落实',
        },
      ],
    };
    const first = await decide(id, body, hq, 'decided');
    expect(first).toMatchObject({ status: 200, body: { undecided: 0 } });
    const steps = (await hq.get(`/api/v1/plan-reviews/${id}/steps`)).body['items'] as unknown[];
    const again = await decide(id, body, hq, 'decided');
    expect(again.body).toEqual(first.body);
    expect((await hq.get(`/api/v1/plan-reviews/${id}/steps`)).body['items']).toHaveLength(steps.length);

    const dispatched = await dispatch('dispatch');
    expect(dispatched).toMatchObject({ status: 200, body: { planId } });
    const codes = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query('select code, title from task where plan_id = $1 order by code', [planId]),
    );
    expect(codes).toEqual([
      { code: 'A1-01', title: '扩大茶园面积' },
      { code: 'A1-02', title: '加强森林巡护' },
      { code: 'A1-03', title: '培育良种苗木' },
    ]);
    expect(problemOf(await decide(id, { items: [] }))).toMatchObject({ code: 'ReviewNotOpen' });
  });
});
