import { unitIdOf, type Outcome } from '#accountability';
import {
  abandonDraw,
  addRandomness,
  carryOutDraw,
  commitDraw,
  drawPopulation,
  drawRecordOf,
  freezeDraw,
  orderVerification,
  recordFinding,
  type DrawnVerifications,
} from '#engine';
import { readDraw, readVerification } from '#persistence';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { commitmentOf, drawRecordSchema, repeatDraw } from '#truth';

const SECRET = '5e'.repeat(32);

let db: TestDatabase;
let story: Story;
let planId: string;
let drawId: string;
let keys = 0;

const by = (username: string) => ({
  jurisdictionId: SMALL_DISTRICT,
  actor: actor(username),
  idempotencyKey: `key-${(keys += 1)}`,
});

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
}
const code = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.rejection.code);

const inTx = <T>(work: Parameters<typeof db.database.transaction<T>>[1]): Promise<T> =>
  db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);

beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 4);
  for (const task of [1, 2, 3, 4]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
  for (const task of [1, 2, 3, 4]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
  for (const task of [1, 2, 3, 4]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 30);
  // The same words again, and 40 points more, ten minutes before the time is over.
  await story.files('2024-10-10 17:20', 'liaison', '2024-10 上旬', 70);
  [{ id: planId }] = (await story.read<{ id: string }>('select id from plan')) as [{ id: string }];
});
afterAll(() => db.drop());

describe('a draw in the record', () => {
  it('weighs everybody by what speaks against their account, with the figures', async () => {
    const population = await inTx(async (tx) => {
      const policy = await story.engine.context.book.policy(tx, 3);
      return drawPopulation(tx, planId, policy.verification, story.clock.now());
    });
    expect(population.map(({ key, lots }) => [key, lots])).toEqual([
      ['A1-01/education', 18],
      ['A1-02/education', 18],
      ['A1-03/education', 18],
      ['A1-04/education', 18],
    ]);
    expect(population[0]?.signals).toMatchObject([
      {
        name: 'jumpBeforeDue',
        score: 1,
        says: '2024年10月上旬在截止前0.2小时填报，进度较上期跃升40个百分点（30%→70%）。',
      },
    ]);
  });

  it('begins with a commitment that binds, and tells nobody the secret', async () => {
    expect(code(await commitDraw(story.engine.context, { ...by('hq'), planId }))).toBe('NotPermitted');
    const begun = allowed(
      await commitDraw(story.engine.context, { ...by('supervisor'), planId, count: 2, secret: SECRET }),
    );
    drawId = begun.drawId;
    expect((await inTx((tx) => readDraw(tx, drawId)))?.commitment).toBe(commitmentOf(drawId, SECRET));
    // Whoever may be asked later whether the record is the true one has the commitment in the inbox, dated.
    const published = await story.read<{ name: string; body: string }>(
      `select p.name, m.body from message m join person p on p.id = m.person_id where m.kind = 'draw:committed' order by p.name`,
    );
    expect(published.map(({ name }) => name)).toEqual(['指挥部办公室', '指挥长', '督查室']);
    for (const { body } of published) expect(body).toContain(commitmentOf(drawId, SECRET));
    expect(code(await commitDraw(story.engine.context, { ...by('supervisor'), planId }))).toBe(
      'DrawAlreadyOpen',
    );
    expect(code(await carryOutDraw(story.engine.context, { ...by('supervisor'), drawId }))).toBe(
      'DrawNotOpen',
    );
  });

  it('goes on with the population frozen, and public randomness typed in by a second person', async () => {
    const { context } = story.engine;
    await story.until('2024-10-11 09:00');
    expect(code(await freezeDraw(context, { ...by('supervisor'), drawId, expectedVersion: 7 }))).toBe(
      'VersionConflict',
    );
    allowed(await freezeDraw(context, { ...by('supervisor'), drawId, expectedVersion: 1 }));
    expect(code(await freezeDraw(context, { ...by('supervisor'), drawId }))).toBe('DrawNotOpen');
    const typed = { drawId, text: '03 07 12 18 25 31 + 09', source: '双色球第2024118期' };
    expect(code(await addRandomness(context, { ...by('supervisor'), ...typed }))).toBe('SamePerson');
    expect(code(await addRandomness(context, { ...by('liaison'), ...typed }))).toBe('NotPermitted');
    allowed(await addRandomness(context, { ...by('hq'), ...typed }));
    expect(code(await addRandomness(context, { ...by('commander'), ...typed, text: '1' }))).toBe(
      'DrawNotOpen',
    );
  });

  it('draws once, makes verifications of what was drawn, and leaves a record that repeats', async () => {
    const { context } = story.engine;
    const drawn: DrawnVerifications = allowed(await carryOutDraw(context, { ...by('supervisor'), drawId }));
    expect(drawn.verificationIds).toHaveLength(2);
    expect(drawn.passedOver).toEqual([]);
    const record = drawRecordSchema.parse(await inTx((tx) => drawRecordOf(tx, drawId)));
    expect(repeatDraw(record, commitmentOf(drawId, SECRET))).toEqual({ equal: true });
    expect(record.randomness?.source).toBe('双色球第2024118期');
    const events = await story.read<{ payload: { drawId: string; recordHash: string } }>(
      `select payload from event where type = 'VERIFICATION_ORDERED'`,
    );
    expect(events.map(({ payload }) => [payload.drawId, payload.recordHash])).toEqual([
      [drawId, record.hash],
      [drawId, record.hash],
    ]);
    expect(code(await carryOutDraw(context, { ...by('supervisor'), drawId }))).toBe('DrawNotOpen');
    expect(code(await abandonDraw(context, { ...by('supervisor'), drawId, reason: '重抽' }))).toBe(
      'DrawNotOpen',
    );
  });

  it('cannot be changed or removed, also not by the database’s own user', async () => {
    const change = (sql: string): Promise<unknown> => inTx((tx) => tx.execute(sql, [drawId]));
    await expect(change(`update verification_draw set count = 9 where id = $1`)).rejects.toThrow(
      /drawn again/u,
    );
    await expect(change(`delete from verification_draw where id = $1`)).rejects.toThrow();
    const draft = allowed(await commitDraw(story.engine.context, { ...by('supervisor'), planId }));
    const secret = inTx((tx) =>
      tx.execute(`update verification_draw set secret = repeat('0', 64) where id = $1`, [draft.drawId]),
    );
    await expect(secret).rejects.toThrow(/drawn again/u);
    const abandon = (reason: string) =>
      abandonDraw(story.engine.context, { ...by('supervisor'), drawId: draft.drawId, reason });
    expect(code(await abandon(' '))).toBe('ReasonMissing');
    allowed(await abandon('演练'));
    expect((await inTx((tx) => readDraw(tx, draft.drawId)))?.state).toBe('abandoned');
  });

  it('tells nobody of the unit that it was drawn, and touches no card and no ladder', async () => {
    const told = await story.read<{ name: string }>(
      `select distinct p.name from message m join person p on p.id = m.person_id where m.kind = 'verificationOrdered'`,
    );
    expect(told).toEqual([{ name: '督查室' }]);
    expect(await story.read(`select 1 from notice where subject_kind = 'task'`)).toEqual([]);
    expect(await story.read(`select 1 from rung_claim where subject_kind = 'task'`)).toEqual([]);
  });
});

describe('a verification', () => {
  const open = () =>
    story.read<{ id: string; task_id: string; code: string }>(
      `select v.id, v.task_id, t.code from verification v join task t on t.id = v.task_id
       where v.state = 'open' order by t.code`,
    );
  const evidence = [{ label: '现场笔录', ref: '督查笔录2024-17' }];
  const education = unitIdOf(SMALL_DISTRICT, 'education');

  it('is not found by who has to do with it', async () => {
    const [first] = await open();
    const finding = {
      verificationId: first?.id ?? '',
      finding: 'untrue' as const,
      found: 20,
      words: '现场未开工',
      evidence,
    };
    const { context } = story.engine;
    expect(code(await recordFinding(context, { ...by('liaison'), ...finding }))).toBe('NotIndependent');
    const filer = {
      ...by('supervisor'),
      actor: { ...actor('supervisor'), personId: actor('liaison').personId },
    };
    expect(code(await recordFinding(context, { ...filer, ...finding }))).toBe('NotIndependent');
    expect(code(await recordFinding(context, { ...by('hq'), ...finding }))).toBe('NotPermitted');
    expect(code(await recordFinding(context, { ...by('supervisor'), ...finding, evidence: [] }))).toBe(
      'InputInvalid',
    );
  });

  it('that finds a report untrue goes straight to yellow, and is made good by one that finds it true', async () => {
    const { context } = story.engine;
    await story.until('2024-10-14 09:00');
    const [first] = await open();
    const verificationId = first?.id ?? '';
    const taskId = first?.task_id ?? '';
    const untrue = { verificationId, finding: 'untrue' as const, found: 20, words: '现场未开工', evidence };
    allowed(await recordFinding(context, { ...by('supervisor'), ...untrue }));
    expect(code(await recordFinding(context, { ...by('supervisor'), ...untrue }))).toBe('AlreadyFound');
    await story.until('2024-10-14 09:05');
    expect(await story.read(`select rung, state from notice where subject_id = $1`, [taskId])).toEqual([
      { rung: 'yellow', state: 'drafted' },
    ]);
    const number = Number((first?.code ?? '').slice(-1));
    await story.task('2024-10-14 15:00', 'liaison', number, 'correctFigure', {
      progress: 20,
      statement: '误报，已更正',
    });
    expect(await inTx((tx) => readVerification(tx, verificationId))).toMatchObject({
      finding: 'untrue',
      found: 20,
      corrected: 20,
      words: '现场未开工',
    });
    expect(await story.read(`select progress from task where id = $1`, [taskId])).toEqual([{ progress: 20 }]);
    const again = allowed(
      await orderVerification(context, {
        ...by('supervisor'),
        taskId,
        unitId: education,
        reason: '整改复核',
      }),
    );
    expect(
      code(
        await orderVerification(context, { ...by('supervisor'), taskId, unitId: education, reason: '复核' }),
      ),
    ).toBe('AlreadyVerified');
    allowed(
      await recordFinding(context, {
        ...by('supervisor'),
        verificationId: again.verificationId,
        finding: 'true',
        found: 20,
        words: '已开工，更正属实',
        evidence: [],
      }),
    );
    expect(await story.read(`select state from notice where subject_id = $1`, [taskId])).toEqual([
      { state: 'cancelled' },
    ]);
  });

  it('that is late is the office’s lateness: told to it and to the commander, without any card', async () => {
    await story.until('2024-11-01 09:00');
    const told = await story.read<{ name: string }>(
      `select distinct p.name from message m join person p on p.id = m.person_id
       where m.kind = 'verificationOverdue' order by p.name`,
    );
    expect(told).toEqual([{ name: '指挥长' }, { name: '督查室' }]);
    expect(
      await story.read(`select title from alert where kind = 'verificationLate' and state = 'open'`),
    ).toEqual([{ title: '督查核实超过时限' }]);
  });

  it('that found something untrue makes the other accounts of the unit weigh more in the next draw', async () => {
    await story.files('2024-11-20 10:00', 'liaison', '2024-11 中旬', 72);
    const population = await inTx(async (tx) => {
      const policy = await story.engine.context.book.policy(tx, 3);
      return drawPopulation(tx, planId, policy.verification, story.clock.now());
    });
    // One is being verified still, of one it was found since that it is true now: three are left, and two remember.
    const remembered = population.map(
      ({ signals }) => signals.find(({ name }) => name === 'earlierFinding')?.score ?? 0,
    );
    expect(remembered.filter((score) => score > 0.6)).toHaveLength(2);
    expect(remembered.filter((score) => score === 0)).toHaveLength(1);
  });

  it('and so does a closure that was found untrue at its gate', async () => {
    const [task] = await story.read<{ code: string }>(
      `select code from task t where state = 'inProgress'
         and not exists (select 1 from verification v where v.task_id = t.id) order by code limit 1`,
    );
    const number = Number((task?.code ?? '').slice(-1));
    await story.task('2024-11-21 09:00', 'liaison', number, 'requestClosure', { statement: '已完成' });
    await story.task('2024-11-21 10:00', 'taskforce', number, 'passGate', { finding: '材料齐全' });
    await story.task('2024-11-21 11:00', 'supervisor', number, 'returnClosure', {
      reason: '现场未完工',
      untrue: true,
    });
    const policy = await inTx((tx) => story.engine.context.book.policy(tx, 3));
    const population = await inTx((tx) => drawPopulation(tx, planId, policy.verification, story.clock.now()));
    const signal = population
      .find((entry) => entry.code === task?.code)
      ?.signals.find(({ name }) => name === 'earlierFinding');
    expect(signal).toMatchObject({
      score: 1,
      says: '2024年11月21日核实本任务，结论为不实。',
      evidence: [{ kind: 'event' }],
    });
  });
});
