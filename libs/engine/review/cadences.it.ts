import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ReviewDesk } from './testing/review-desk.js';

/** The second task's words say 每季度检查1次. */
describe('cadences in review', () => {
  let db: TestDatabase;
  let desk: ReviewDesk;
  let first = '';
  let second = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = await ReviewDesk.open(db.database);
    [first, second] = (await desk.codes()) as [string, string];
  });
  afterAll(() => db.drop());

  const effective = async (code: string) => {
    const { id } = await desk.draft(code);
    const found = (await desk.read()).cadences.get(id);
    if (!found) throw new Error('no such draft');
    return found;
  };
  const quarter = { kind: 'check', every: 'quarter' };
  const tenDays = { kind: 'dispatch', every: 'ten-day' };

  it('are those of the task’s words where plan and action say nothing', async () => {
    expect((await effective(first)).reportsEvery).toEqual(['ten-day']);
    const { reportsEvery, cadences } = await effective(second);
    expect(reportsEvery).toEqual(['quarter']);
    expect(cadences).toContainEqual(
      expect.objectContaining({ origin: 'task', ...quarter, raw: '每季度检查1次', duty: 'leadUnit' }),
    );
  });

  it('of plan and action are corrected, and inherited by every task of theirs', async () => {
    const action = (await desk.draft(first)).body as { task: { action: string } };
    const said = {
      type: 'setCadences' as const,
      plan: [
        { ...tenDays, by: '各工作专班' },
        { kind: 'bulletin', every: 'month', by: '各工作专班' },
      ],
      actions: [{ code: action.task.action, cadences: [{ kind: 'report', every: 'month' }] }],
    };
    expect(await desk.review(said)).toMatchObject({ ok: true });
    expect((await effective(first)).reportsEvery).toEqual(['ten-day', 'month']);
    expect((await effective(second)).reportsEvery).toEqual(['ten-day', 'month', 'quarter']);
    const { version } = (await desk.read()).review;
    expect(await desk.review(said)).toMatchObject({ ok: true, value: { version } });
    const [step] = await desk.rows<{ before: object; after: { plan: object[] }; actor_id: string }>(
      `select before, after, actor_id from plan_review_step where type = 'cadencesCorrected'`,
    );
    expect(step?.after.plan).toHaveLength(2);
    expect(step?.actor_id).toBe(desk.who.personId);
  });

  it('cost no more minutes than the finest rhythm of each task', async () => {
    const { burdens } = await desk.read();
    const bureau = burdens.find(({ name }) => name === '区教育局');
    // Two tasks every ten days, and two parts a quarter: months and quarters are filed with the ten days.
    expect(bureau).toMatchObject({ leads: 2, supports: 2, reportsPerMonth: 6.7 });
  });

  it('are replaced where a person says so with a reason, and only then', async () => {
    const replacements = [{ own: quarter, inherited: { origin: 'plan' as const, ...tenDays }, reason: ' ' }];
    expect(await desk.correct(second, { replacements })).toMatchObject({
      ok: false,
      rejection: { code: 'InputInvalid', detail: { field: 'replacements/0' } },
    });
    const reasoned = replacements.map((one) => ({ ...one, reason: '季度性工作' }));
    expect(await desk.correct(second, { replacements: reasoned })).toMatchObject({ ok: true });
    expect(await effective(second)).toMatchObject({
      reportsEvery: ['month', 'quarter'],
      replaced: [
        {
          cadence: { origin: 'plan', ...tenDays },
          replacement: { reason: '季度性工作', personId: desk.who.personId },
        },
      ],
    });
    expect((await desk.draft(second)).corrected).toContain('cadences');
  });

  it('keep their replacement while other fields are corrected, and lose it with the cadence that it rests on', async () => {
    await desk.correct(second, { title: '暑期托管' });
    expect((await effective(second)).replaced).toHaveLength(1);
    await desk.correct(second, { cadences: [] });
    expect((await effective(second)).reportsEvery).toEqual(['ten-day', 'month']);
    await desk.correct(second, {
      cadences: [quarter],
      replacements: [{ own: quarter, inherited: { origin: 'plan', ...tenDays }, reason: '季度性工作' }],
    });
    expect((await effective(second)).reportsEvery).toEqual(['month', 'quarter']);
  });

  it('that no period answers to, and replacements of what is gone, are shown as findings', async () => {
    await desk.correct(first, { cadences: [{ kind: 'check', every: 'day' }] });
    await desk.review({ type: 'setCadences', plan: [{ kind: 'dispatch', every: 'week' }] });
    const codes = (await desk.read()).findings.map(({ code, draft }) => `${code} ${draft ?? ''}`);
    expect(codes).toEqual(
      expect.arrayContaining([`CADENCE_WITHOUT_PERIODS ${first}`, `REPLACEMENT_IDLE ${second}`]),
    );
    await desk.review({ type: 'setCadences', plan: [{ ...tenDays, by: '各工作专班' }] });
  });

  it('go with the plan into the record: each task begins in its rhythms, and the trail says which', async () => {
    await desk.review({
      type: 'registerUnit',
      printed: '区体育局',
      name: '区体育局',
      kind: 'government-department',
    });
    await desk.actOnAll('confirm', await desk.codes());
    expect(await desk.dispatch()).toMatchObject({ ok: true });
    const tasks = await desk.rows<{
      every: string[];
      cadences: object[];
      replaced: object[];
      action: object[];
    }>(
      `select t.snapshot #> '{context,reportsEvery}' as every, t.cadences, t.cadence_replacements as replaced,
         a.cadences as action
       from task t join plan_review r on r.jurisdiction_id = t.jurisdiction_id and r.plan_id = t.plan_id
         join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id order by t.code limit 2`,
    );
    expect(tasks.map(({ every }) => every)).toEqual([
      ['ten-day', 'month'],
      ['month', 'quarter'],
    ]);
    expect(tasks[1]?.replaced).toMatchObject([
      { own: quarter, inherited: { origin: 'plan', ...tenDays }, personId: desk.who.personId },
    ]);
    expect(tasks[0]?.action).toEqual([{ kind: 'report', every: 'month' }]);
  });
});
