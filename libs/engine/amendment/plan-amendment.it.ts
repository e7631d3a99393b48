import { correctDraftTask } from '../review/correct-draft-task.js';
import { createTask } from '../tasks/create-task.js';
import { splitTask } from '../tasks/supersede-tasks.js';
import { succeedUnit } from '../units/succeed-unit.js';
import { createTestDatabase, SMALL_DISTRICT, type Story, type TestDatabase } from '#testing';
import type { AmendmentOfPlan } from './amendment-items.js';
import { decidePlanAmendment, planAmendment } from './plan-amendment.js';
import {
  act,
  beginAmendedPlan,
  FIRST,
  hq,
  liaisonOf,
  PLAN_ID,
  REVISED,
  taskId,
  textOf,
  unitId,
  uploadRevised,
} from './testing/amended-plan.js';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await beginAmendedPlan(db);
});
afterAll(() => db.drop());

const amendmentOf = async (reviewId: string): Promise<AmendmentOfPlan> => {
  const { context } = story.engine;
  const outcome = await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
    planAmendment(context, tx, reviewId),
  );
  if (!outcome.ok) throw new Error(outcome.rejection.message);
  return outcome.value;
};
const shown = ({ items }: AmendmentOfPlan): string[] =>
  items.map(({ entry, row, revised, decision }) => {
    const fields = entry.changes.map(({ field }) => field).join(' ');
    return `${entry.kind} ${row?.code ?? '–'} → ${revised?.code ?? '–'}: ${fields}${decision === null ? '' : ` [${decision}]`}`;
  });
let keys = 0;
const decide = (
  reviewId: string,
  said: Partial<Pick<Parameters<typeof decidePlanAmendment>[1], 'items' | 'pairs'>>,
) =>
  decidePlanAmendment(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: hq,
    idempotencyKey: `decide-${(keys += 1)}`,
    reviewId,
    items: said.items ?? [],
    pairs: said.pairs ?? [],
  });
const keyOf = (code: string): string => `task/${taskId(code)}`;

describe('a revised text beside the running plan', () => {
  it('that says the same changes nothing, whatever happened to the tasks since', async () => {
    await act(story, hq, [taskId('A1-03')], 'extend', { reason: '连日降雨', deadlineOn: '2024-10-31' });
    await act(story, liaisonOf('liaison', 'education'), [taskId('A1-03')], 'requestClosure', {
      statement: '已完成',
    });
    const { reviewId } = await uploadRevised(story.engine.context, textOf(3, Object.values(FIRST)), 'same');
    const amendment = await amendmentOf(reviewId);
    expect(amendment.undecided).toBe(0);
    expect(shown(amendment).every((line) => /^unchanged A1-0\d → A1-0\d: $/.test(line))).toBe(true);
  });

  it('shows task by task what is other, and what that would do', async () => {
    const { reviewId } = await uploadRevised(
      story.engine.context,
      textOf(9, Object.values(REVISED)),
      'shown',
    );
    const amendment = await amendmentOf(reviewId);
    expect(shown(amendment)).toEqual([
      'changed A1-02 → A1-01: lead support number',
      'changed A1-03 → A1-02: text deadline number',
      'changed A1-04 → A1-03: text indicators number',
      'removed A1-05 → –: ',
      'removed A1-06 → –: ',
      'changed A1-07 → A1-04: text number',
      'added – → A1-05: ',
      'added – → A1-06: ',
      'unchanged A1-01 → A1-07: number',
    ]);
    expect(amendment.undecided).toBe(8);
    const effect = (code: string): string | undefined =>
      amendment.items.find(({ row }) => row?.code === code)?.effect;
    expect(effect('A1-02')).toBe(
      '区民政局签收后牵头，自签收起填报，不补报以前各期；区教育局不再牵头，未报各期免报；责任（配合）单位按新文本调整',
    );
    expect(effect('A1-03')).toBe('完成时限按新文本执行（此前准予的延期不再适用），重新计时；更新任务文字');
    expect(effect('A1-05')).toBe('撤销该任务，不再要求填报；已报内容和办理记录保留');
    expect(amendment.items.find(({ revised }) => revised?.code === 'A1-06')?.effect).toBe(
      '列为新任务；原文未写明牵头单位，待指定后下发',
    );
  });

  describe('in the hands of persons', () => {
    let reviewId: string;
    let drafts: Map<string, string>;
    beforeAll(async () => {
      ({ reviewId, drafts } = await uploadRevised(
        story.engine.context,
        textOf(10, Object.values(REVISED)),
        'decided',
      ));
    });

    it('is decided item by item; whoever rejects says why', async () => {
      expect(
        await decide(reviewId, { items: [{ key: keyOf('A1-06'), decision: 'rejected' }] }),
      ).toMatchObject({
        ok: false,
        rejection: { code: 'ReasonMissing' },
      });
      const decided = await decide(reviewId, {
        items: [
          { key: keyOf('A1-06'), decision: 'rejected', reason: '年内仍须清理' },
          { key: keyOf('A1-02'), decision: 'approved' },
          { key: keyOf('A1-03'), decision: 'approved' },
        ],
      });
      expect(decided).toMatchObject({ ok: true });
      const amendment = await amendmentOf(reviewId);
      expect(amendment.undecided).toBe(5);
      expect(amendment.items.find(({ row }) => row?.code === 'A1-06')).toMatchObject({
        decision: 'rejected',
        reason: '年内仍须清理',
      });
    });

    it('takes a decision back where the person does', async () => {
      await decide(reviewId, { items: [{ key: keyOf('A1-03'), decision: null }] });
      expect((await amendmentOf(reviewId)).undecided).toBe(6);
      await decide(reviewId, { items: [{ key: keyOf('A1-03'), decision: 'approved' }] });
    });

    it('keeps decisions when a draft is corrected, but for that very one', async () => {
      const { context } = story.engine;
      const corrected = await correctDraftTask(context, {
        jurisdictionId: SMALL_DISTRICT,
        actor: hq,
        idempotencyKey: 'correct',
        reviewId,
        draftTaskId: drafts.get('A1-02') ?? '',
        expectedVersion: 2,
        correction: { deadlines: [{ date: '2024-12-20', raw: '', inferred: false }] },
      });
      expect(corrected).toMatchObject({ ok: true });
      const amendment = await amendmentOf(reviewId);
      const decisions = Object.fromEntries(
        amendment.items.flatMap(({ row, decision }) => (row ? [[row.code, decision]] : [])),
      );
      expect(decisions).toMatchObject({ 'A1-02': 'approved', 'A1-03': null, 'A1-06': 'rejected' });
    });

    it('refuses a decision on what looked otherwise when the person saw it', async () => {
      const seen = (await amendmentOf(reviewId)).items.find(({ row }) => row?.code === 'A1-04');
      const item = { key: seen?.key ?? '', decision: 'approved' as const };
      expect(await decide(reviewId, { items: [{ ...item, content: 'older' }] })).toMatchObject({
        ok: false,
        rejection: { code: 'VersionConflict' },
      });
      expect(await decide(reviewId, { items: [{ ...item, content: seen?.content }] })).toMatchObject({
        ok: true,
      });
    });

    it('is paired by hand, and parted again', async () => {
      const pair = { draftTaskId: drafts.get('A1-05') ?? '', taskId: taskId('A1-05') };
      await decide(reviewId, { pairs: [pair] });
      const paired = (await amendmentOf(reviewId)).items.find(({ row }) => row?.code === 'A1-05');
      expect(paired?.entry).toMatchObject({ kind: 'changed', matchedBy: '人工指定' });
      await decide(reviewId, { pairs: [{ ...pair, taskId: null }] });
      expect(shown(await amendmentOf(reviewId))).toContain('removed A1-05 → –: ');
      expect(await decide(reviewId, { pairs: [{ ...pair, taskId: unitId('civil') }] })).toMatchObject({
        ok: false,
        rejection: { code: 'InputInvalid' },
      });
    });
  });

  it('misses no task that never stood in a text, and names those that one was split into', async () => {
    const { context } = story.engine;
    const by = { jurisdictionId: SMALL_DISTRICT, actor: hq };
    const split = await splitTask(context, {
      ...by,
      idempotencyKey: 'split',
      taskId: taskId('A1-07'),
      reason: '分头推进',
      into: [
        { title: '推广小学看护', leadUnitIds: [unitId('education')] },
        { title: '推广幼儿园看护', leadUnitIds: [unitId('civil')] },
      ],
    });
    const instructed = await createTask(context, {
      ...by,
      idempotencyKey: 'instruct',
      source: 'instruction',
      ref: '指挥长4月16日批示',
      planId: PLAN_ID,
      actionCode: 'A1',
      title: '排查危房校舍',
      text: '请立即排查。',
      leadUnitIds: [unitId('education')],
      deadlineOn: '2024-06-30',
    });
    expect([split.ok, instructed.ok]).toEqual([true, true]);
    const kept = Object.values({ ...FIRST, refused: REVISED.refused });
    const { reviewId } = await uploadRevised(context, textOf(11, kept), 'split');
    const amendment = await amendmentOf(reviewId);
    expect(shown(amendment).filter((line) => !line.startsWith('unchanged'))).toEqual([
      'changed A1-07 → A1-07: text',
    ]);
    expect(amendment.items.find(({ row }) => row?.code === 'A1-07')?.effect).toBe(
      '任务已办结或撤销，不重新启动；只更新任务文字和位置；该任务已拆分或合并，后续任务 A1-C01、A1-C02 请在任务页另行办理',
    );
  });

  it('takes a unit’s successor for the unit', async () => {
    const { context } = story.engine;
    await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      succeedUnit(tx, {
        predecessorId: unitId('civil'),
        successorIds: [unitId('office')],
        kind: 'merge',
        from: '2024-04-10',
        reason: '机构改革',
        by: null,
        at: context.clock.now(),
      }),
    );
    const renamed = Object.values(FIRST).map((text) =>
      text.replace('9月底前', '11月底前').replace('区民政局', '区政府办'),
    );
    const { reviewId } = await uploadRevised(context, textOf(14, renamed), 'merged');
    expect(shown(await amendmentOf(reviewId)).filter((line) => !line.startsWith('unchanged'))).toEqual([
      'changed A1-03 → A1-03: text deadline',
    ]);
  });

  it('is none where nobody knows the review', async () => {
    await expect(amendmentOf(unitId('civil'))).rejects.toThrow('没有修订对照');
  });
});
