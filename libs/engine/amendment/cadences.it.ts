import { createTestDatabase, SMALL_DISTRICT, type Story, type TestDatabase } from '#testing';
import { dispatchPlan } from '../review/dispatch-plan.js';
import { decidePlanAmendment, planAmendment } from './plan-amendment.js';
import { act, beginAmendedPlan, FIRST, hq, taskId, textOf, uploadRevised } from './testing/amended-plan.js';

const BEFORE = [FIRST.kept, FIRST.date];
/** The first task is to be dispatched by the month from now on. */
const AFTER = [FIRST.kept.replace('配齐教学设备', '每月调度1次，配齐教学设备'), FIRST.date];

describe('a revised text that says another rhythm', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await beginAmendedPlan(db, textOf(3, BEFORE));
  });
  afterAll(() => db.drop());

  const rhythmsOf = async (code: string): Promise<string[]> => {
    const [row] = await story.read<{ every: string[] }>(
      `select snapshot #> '{context,reportsEvery}' as every from task where id = $1`,
      [taskId(code)],
    );
    return row?.every ?? [];
  };

  it('has its tasks reported on in that from then on, and leaves what headquarters decided of others', async () => {
    const { context } = story.engine;
    await act(story, hq, [taskId('A1-02')], 'changeCadences', {
      how: 'add',
      every: 'quarter',
      reason: '加密调度',
    });
    expect([await rhythmsOf('A1-01'), await rhythmsOf('A1-02')]).toEqual([
      ['ten-day'],
      ['ten-day', 'quarter'],
    ]);
    const { reviewId } = await uploadRevised(context, textOf(9, AFTER));
    const read = await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      planAmendment(context, tx, reviewId),
    );
    if (!read.ok) throw new Error(read.rejection.message);
    const command = { jurisdictionId: SMALL_DISTRICT, actor: hq, reviewId };
    const decided = await decidePlanAmendment(context, {
      ...command,
      idempotencyKey: 'decide',
      items: read.value.items
        .filter(({ entry }) => entry.kind !== 'unchanged')
        .map(({ key }) => ({ key, decision: 'approved' as const })),
      pairs: [],
    });
    if (!decided.ok) throw new Error(decided.rejection.message);
    const { version: expectedVersion } = decided.value;
    expect(await dispatchPlan(context, { ...command, idempotencyKey: 'put', expectedVersion })).toMatchObject(
      { ok: true },
    );
    expect([await rhythmsOf('A1-01'), await rhythmsOf('A1-02')]).toEqual([['month'], ['ten-day', 'quarter']]);
    const [changed] = await story.read<{ payload: Record<string, unknown> }>(
      `select payload from event where type = 'CADENCES_CHANGED' and subject_id = $1`,
      [taskId('A1-01')],
    );
    expect(changed?.payload).toMatchObject({ reason: '示政办发〔2024〕9号修订', reportsEvery: ['month'] });
  });
});
