import type { Outcome } from '#accountability';
import type { FaultPoint } from '#engine';
import {
  listPlanRevisions,
  placeOfTaskAt,
  readPlanRevision,
  type Transaction,
  verifyChains,
} from '#persistence';
import { createTestDatabase, moment, SMALL_DISTRICT, type Story, type TestDatabase } from '#testing';
import { attachPlanSource } from '../load/attach-source.js';
import { dispatchPlan } from '../review/dispatch-plan.js';
import type { ReviewDone } from '../review/hold-review.js';
import { decidePlanAmendment, planAmendment } from './plan-amendment.js';
import {
  act,
  beginAmendedPlan,
  dyingAt,
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

const REJECTED = ['A1-06', 'A1-07'];
const AT = '2024-05-06 10:00';

type Decided = Pick<ReviewDone, 'reviewId' | 'version'>;

/** Uploaded, confirmed, decided: removal of A1-06 and the change of A1-07 rejected, all else approved. */
async function decided(story: Story): Promise<Decided> {
  const { context } = story.engine;
  const { reviewId } = await uploadRevised(context, textOf(9, Object.values(REVISED)));
  const read = await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
    planAmendment(context, tx, reviewId),
  );
  if (!read.ok) throw new Error(read.rejection.message);
  const said = await decidePlanAmendment(context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: hq,
    idempotencyKey: 'decide',
    reviewId,
    items: read.value.items
      .filter(({ entry }) => entry.kind !== 'unchanged')
      .map(({ key, row }) =>
        REJECTED.includes(row?.code ?? '')
          ? { key, decision: 'rejected', reason: '仍按原文办理' }
          : { key, decision: 'approved' },
      ),
    pairs: [],
  });
  if (!said.ok) throw new Error(said.rejection.message);
  return said.value;
}

const dispatch = (story: Story, { reviewId, version }: Decided): Promise<Outcome<ReviewDone>> =>
  dispatchPlan(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: hq,
    idempotencyKey: `dispatch/${reviewId}`,
    reviewId,
    expectedVersion: version,
  });

const inRecord = <T>(story: Story, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  story.engine.context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);

const TABLES = ['task', 'event', 'deadline', 'message', 'responsibility', 'indicator', 'obligation'];
/** Everything that an amendment could leave half done. */
const wholeRecord = async (story: Story): Promise<unknown[]> => {
  const tables = [...TABLES, 'plan', 'action', 'plan_revision', 'plan_review', 'plan_review_step'];
  const rows: unknown[] = [];
  for (const table of tables)
    rows.push(
      await story.read(
        `select to_jsonb(t) - 'recorded_at' as row from ${table} t order by to_jsonb(t)::text`,
      ),
    );
  return rows;
};

describe('a revised text is put in force in mid-period', () => {
  let db: TestDatabase;
  let story: Story;
  let review: Decided;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await beginAmendedPlan(db);
    await story.files('2024-04-18 15:00', 'liaison', '2024-04 中旬', 20);
    await story.until('2024-05-06 09:30'); // late April was not reported on, and chased for
    await story.heard();
    await story.until(AT);
    review = await decided(story);
  });
  afterAll(() => db.drop());

  const task = async (code: string) =>
    (
      await story.read<Record<string, unknown>>(
        `select state, number, title, text, deadline_on, original_deadline_on, needs_assignment, place
         from task where id = $1`,
        [taskId(code)],
      )
    )[0];
  const unitsOf = (code: string, kind: string) =>
    story.read(
      `select r.printed_name as name from responsibility r where task_id = $1 and kind = $2 order by position`,
      [taskId(code), kind],
    );
  const typesOf = async (code: string): Promise<string[]> =>
    (
      await story.read<{ type: string }>('select type from event where subject_id = $1 order by seq', [
        taskId(code),
      ])
    ).map(({ type }) => type);

  it('is refused while anything is undecided, and leaves nothing', async () => {
    const { reviewId: other } = await uploadRevised(
      story.engine.context,
      textOf(8, Object.values(REVISED)),
      'other',
    );
    const before = await wholeRecord(story);
    const refused = await dispatch(story, { reviewId: other, version: 2 });
    expect(refused).toMatchObject({
      ok: false,
      rejection: { code: 'AmendmentUndecided', detail: { undecided: 8 } },
    });
    expect(await wholeRecord(story)).toEqual(before);
  });

  it.each<FaultPoint>([
    'applyEvents.locked',
    'applyEvents.decided',
    'applyEvents.written',
    'dispatchPlan.dispatched',
  ])('leaves nothing where the process dies at %s', async (point) => {
    const before = await wholeRecord(story);
    const dying = story.resumed(dyingAt(point));
    await expect(dispatch(dying, review)).rejects.toThrow('died');
    expect(await wholeRecord(story)).toEqual(before);
  });

  it('happens once: a repeat under the same key is answered alike and changes nothing', async () => {
    const first = await dispatch(story, review);
    expect(first).toMatchObject({ ok: true });
    const after = await wholeRecord(story);
    expect(await dispatch(story, review)).toEqual(first);
    expect(await wholeRecord(story)).toEqual(after);
  });

  it('does to each task what was approved for it', async () => {
    expect(
      await story.read(`select code, state from task where plan_id = $1 order by code`, [PLAN_ID]),
    ).toEqual([
      { code: 'A1-01', state: 'inProgress' },
      { code: 'A1-02', state: 'dispatched' },
      { code: 'A1-03', state: 'inProgress' },
      { code: 'A1-04', state: 'inProgress' },
      { code: 'A1-05', state: 'withdrawn' },
      { code: 'A1-06', state: 'inProgress' },
      { code: 'A1-07', state: 'inProgress' },
      { code: 'A1-08', state: 'dispatched' },
      { code: 'A1-09', state: 'confirmed' },
    ]);
    expect(await task('A1-03')).toMatchObject({
      deadline_on: '2024-11-30',
      original_deadline_on: '2024-09-30',
      text: expect.stringContaining('11月底前') as string,
    });
    expect(await unitsOf('A1-02', 'lead')).toEqual([{ name: '区民政局' }]);
    expect(await unitsOf('A1-02', 'support')).toEqual([{ name: '区教育局' }]);
    expect(
      await story.read('select value::float8 from indicator where task_id = $1', [taskId('A1-04')]),
    ).toEqual([{ value: 450 }]);
    expect(await task('A1-09')).toMatchObject({ needs_assignment: true, title: '整治电动车停放' });
  });

  it('keeps the history: events are added, reports stay', async () => {
    expect(await typesOf('A1-02')).toEqual([
      'DRAFTED',
      'CONFIRMED',
      'DISPATCHED',
      'SIGNED',
      'PROGRESS_REPORTED',
      'AMENDED',
    ]);
    expect((await typesOf('A1-05')).at(-1)).toBe('WITHDRAWN');
    expect((await typesOf('A1-06')).at(-1)).toBe('PROGRESS_REPORTED');
    expect((await typesOf('A1-07')).at(-1)).toBe('PROGRESS_REPORTED');
    expect(await typesOf('A1-08')).toEqual(['DRAFTED', 'CONFIRMED', 'DISPATCHED']);
    expect(await story.read(`select count(*)::int as n from progress_report`)).toEqual([{ n: 7 }]);
    const [withdrawn] = await story.read<{ payload: { reason: string } }>(
      `select payload from event where subject_id = $1 and type = 'WITHDRAWN'`,
      [taskId('A1-05')],
    );
    expect(withdrawn?.payload.reason).toBe('示政办发〔2024〕9号修订后不再列入');
  });

  it('leaves every chain of the trail whole', async () => {
    const report = await inRecord(story, (tx) => verifyChains(tx));
    expect(report.checked).toBeGreaterThan(50);
    expect(report.broken).toEqual([]);
  });

  it('prints the new text, and what was rejected as it was', async () => {
    expect(await task('A1-01')).toMatchObject({ number: '7', state: 'inProgress', place: { revision: 2 } });
    expect(await task('A1-07')).toMatchObject({
      number: '7',
      text: expect.stringContaining('落实教师补助') as string,
    });
    expect(
      await story.read('select document_number, source_text from plan where id = $1', [PLAN_ID]),
    ).toEqual([{ document_number: '示政办发〔2024〕9号', source_text: textOf(9, Object.values(REVISED)) }]);
  });

  it('keeps the old text readable at its old places', async () => {
    const revisions = await inRecord(story, (tx) => listPlanRevisions(tx, PLAN_ID));
    expect(
      revisions.map((row) => [row.number, row.document_number, row.in_force_at, row.put_in_force_by_name]),
    ).toEqual([
      [1, '示政办发〔2024〕3号', null, null],
      [2, '示政办发〔2024〕9号', moment(AT), '指挥部办公室'],
    ]);
    const first = await inRecord(story, (tx) => readPlanRevision(tx, PLAN_ID, 1));
    const place = first?.places.find(({ taskId: id }) => id === taskId('A1-03'))?.place as {
      start: number;
      end: number;
    };
    expect(
      Array.from(first?.text ?? '')
        .slice(place.start, place.end)
        .join(''),
    ).toContain('9月底前完成选址施工');
    const at = (code: string, moment_: string) =>
      inRecord(story, (tx) => placeOfTaskAt(tx, taskId(code), moment(moment_)));
    expect(await at('A1-03', '2024-04-20 10:00')).toMatchObject({ revision: 1, number: '3' });
    expect(await at('A1-03', '2024-05-20 10:00')).toMatchObject({ revision: 2, number: '2' });
    expect(await at('A1-05', '2024-05-20 10:00')).toMatchObject({ revision: 1 });
  });

  it('leaves the words of what was rejected also where the new document is attached', async () => {
    const bytes = Buffer.from(textOf(9, Object.values(REVISED)));
    const attached = await attachPlanSource(story.engine.context, { jurisdictionId: SMALL_DISTRICT, bytes });
    expect(attached).toMatchObject({ ok: true, value: { tasks: 6 } });
    expect(await task('A1-07')).toMatchObject({ text: expect.stringContaining('落实教师补助') as string });
    expect(await task('A1-03')).toMatchObject({ text: expect.stringContaining('11月底前') as string });
  });

  it('tells each unit once what changed, and asks the new leads to sign', async () => {
    await story.until('2024-05-06 10:05');
    const heard = await story.heard();
    expect(heard).toEqual([
      '05-06 10:00 教育局负责人：方案修订：本单位6项任务有调整',
      '05-06 10:00 民政局负责人：2项任务已下发，待签收',
      '05-06 10:00 民政局负责人：方案修订：本单位4项任务有调整',
      '05-06 10:00 教育局联络员：方案修订：本单位6项任务有调整',
      '05-06 10:00 民政局联络员：2项任务已下发，待签收',
      '05-06 10:00 民政局联络员：方案修订：本单位4项任务有调整',
    ]);
    const [message] = await story.read<{ body: string }>(
      `select m.body from message m join person p on p.id = m.person_id where m.kind = 'planAmended' and p.username = 'liaison'`,
    );
    expect(message?.body).toContain(
      'A1-03 建设口袋公园：任务内容有修改；完成时限由“2024年9月30日”改为“2024年11月30日”',
    );
    expect(message?.body).toContain('A1-05 组织暑期夏令营：不再列入方案，任务撤销，不再填报');
  });

  it('leaves the old lead without debts: its ladder goes on with what it still leads', async () => {
    const owed = await story.read(
      `select t.code, o.state from obligation o join task t on t.id = o.task_id
       where o.unit_id = $1 and o.period = '2024-04 下旬' order by t.code`,
      [unitId('education')],
    );
    expect(owed).toEqual([
      { code: 'A1-01', state: 'open' },
      { code: 'A1-02', state: 'excused' },
      { code: 'A1-03', state: 'open' },
      { code: 'A1-04', state: 'open' },
      { code: 'A1-05', state: 'excused' },
      { code: 'A1-06', state: 'open' },
      { code: 'A1-07', state: 'open' },
    ]);
    await story.until('2024-05-06 17:45');
    const [letter] = await story.read<{ body: string; unit_id: string }>(
      `select body, unit_id from notice where kind = 'reminderLetter'`,
    );
    expect(letter?.unit_id).toBe(unitId('education'));
    expect(letter?.body).toContain('建设口袋公园');
    expect(letter?.body).not.toContain('扩大托育服务');
    expect(letter?.body).not.toContain('组织暑期夏令营');
  });

  it('has the new lead owe from when it signed on, nothing of the past', async () => {
    await story.until('2024-05-07 09:00');
    const civil = liaisonOf('liaison2', 'civil');
    await act(story, civil, [taskId('A1-02'), taskId('A1-08')], 'sign');
    await story.until('2024-05-21 09:00');
    const owed = await story.read<{ code: string; period: string; late: boolean }>(
      `select distinct t.code, o.period, o.due_at < '2024-05-07T01:00:00Z' as late from obligation o join task t on t.id = o.task_id
       where o.unit_id = $1 order by o.period, t.code`,
      [unitId('civil')],
    );
    expect(owed.slice(0, 2)).toEqual([
      { code: 'A1-02', period: '2024-05 上旬', late: false },
      { code: 'A1-08', period: '2024-05 上旬', late: false },
    ]);
    expect(owed.some(({ late }) => late)).toBe(false);
    const educationOwes = await story.read(
      `select distinct o.period from obligation o where o.unit_id = $1 and o.task_id = any ($2::uuid[])
         and o.state <> 'excused' and o.period >= '2024-04 下旬'`,
      [unitId('education'), [taskId('A1-02'), taskId('A1-05')]],
    );
    expect(educationOwes.filter((row) => (row as { period: string }).period !== '2024-04 中旬')).toEqual([]);
  });

  it('is amended again: what was rejected is asked again, what was withdrawn is over', async () => {
    const { context } = story.engine;
    const { reviewId: again } = await uploadRevised(context, textOf(12, Object.values(REVISED)), 'again');
    const read = await inRecord(story, (tx) => planAmendment(context, tx, again));
    if (!read.ok) throw new Error(read.rejection.message);
    expect(
      read.value.items
        .filter(({ entry }) => entry.kind !== 'unchanged')
        .map(({ entry, row }) => [entry.kind, row?.code]),
    ).toEqual([
      ['changed', 'A1-07'],
      ['removed', 'A1-06'],
    ]);
    const { reviewId: back } = await uploadRevised(
      context,
      textOf(13, [...Object.values(REVISED), FIRST.gone]),
      'back',
    );
    const restored = await inRecord(story, (tx) => planAmendment(context, tx, back));
    if (!restored.ok) throw new Error(restored.rejection.message);
    expect(restored.value.items.filter(({ entry }) => entry.kind === 'added')).toHaveLength(1);
  });
});
