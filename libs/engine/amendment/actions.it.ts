import { createTestDatabase, SMALL_DISTRICT, type Story, type TestDatabase } from '#testing';
import { dispatchPlan } from '../review/dispatch-plan.js';
import { decidePlanAmendment, planAmendment } from './plan-amendment.js';
import { beginAmendedPlan, hq, PLAN_ID, uploadRevised } from './testing/amended-plan.js';

const HEAD = '示例区人民政府办公室关于印发《2024年为民办实事实施方案》的通知\n示政办发〔2024〕3号\n';
const BOTH = '(区教育局牵头,区民政局配合)';
const SCHOOLS = `改善办学条件。年底前新建改扩建校舍，配齐教学设备。${BOTH}`;
const BUSES = `开通校车线路。9月底前购置校车，培训驾驶人员。${BOTH}`;
const CARE = `扩大托育服务。年底前建成社区托育点，规范收费标准。${BOTH}`;
const DRILLS = `组织应急演练。11月底前开展疏散演练，普及自救知识。${BOTH}`;
/** Annexes by their names, with the tasks of each. */
const planOf = (annexes: Record<string, string[]>): string =>
  HEAD +
  Object.entries(annexes)
    .map(
      ([name, tasks], i) =>
        `附件${i + 1}\n${name}实施方案\n一、重点任务\n${tasks.map((task, k) => `${k + 1}.${task}`).join('\n')}`,
    )
    .join('\n');

describe('an annex that is put in before the others', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await beginAmendedPlan(db, planOf({ 教育提质行动: [SCHOOLS, BUSES], 民生保障行动: [CARE] }));
  });
  afterAll(() => db.drop());

  it('renumbers actions and tasks without touching them, and takes over what moved to it', async () => {
    const { context } = story.engine;
    const text = planOf({
      安全护航行动: [BUSES, DRILLS],
      教育提质行动: [SCHOOLS],
      民生保障行动: [CARE],
    });
    const { reviewId } = await uploadRevised(context, text);
    const by = { jurisdictionId: SMALL_DISTRICT, actor: hq, reviewId };
    const read = await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      planAmendment(context, tx, reviewId),
    );
    if (!read.ok) throw new Error(read.rejection.message);
    const open = read.value.items.filter(({ entry }) => entry.kind !== 'unchanged');
    expect(
      open.map(({ entry, effect }) => [entry.kind, entry.changes.map(({ field }) => field), effect]),
    ).toEqual([
      ['changed', ['action', 'number'], '改由所属行动的专班办公室审核'],
      ['added', [], '列为新任务并下发，由区教育局签收'],
    ]);
    const decided = await decidePlanAmendment(context, {
      ...by,
      idempotencyKey: 'decide',
      items: open.map(({ key, content }) => ({ key, content, decision: 'approved' })),
      pairs: [],
    });
    if (!decided.ok) throw new Error(decided.rejection.message);
    const expectedVersion = decided.value.version;
    expect(await dispatchPlan(context, { ...by, idempotencyKey: 'dispatch', expectedVersion })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(
      await story.read('select code, number, name from action where plan_id = $1 order by position', [
        PLAN_ID,
      ]),
    ).toEqual([
      { code: 'A3', number: '附件1', name: '安全护航行动' },
      { code: 'A1', number: '附件2', name: '教育提质行动' },
      { code: 'A2', number: '附件3', name: '民生保障行动' },
    ]);
    expect(
      await story.read(
        `select t.code, a.code as action, t.title, t.state, t.place ->> 'annex' as annex
         from task t join action a on a.id = t.action_id where t.plan_id = $1 order by t.code`,
        [PLAN_ID],
      ),
    ).toEqual([
      { code: 'A1-01', action: 'A1', title: '改善办学条件', state: 'inProgress', annex: '附件2' },
      { code: 'A1-02', action: 'A3', title: '开通校车线路', state: 'inProgress', annex: '附件1' },
      { code: 'A2-01', action: 'A2', title: '扩大托育服务', state: 'inProgress', annex: '附件3' },
      { code: 'A3-01', action: 'A3', title: '组织应急演练', state: 'dispatched', annex: '附件1' },
    ]);
  });
});
