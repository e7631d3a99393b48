import { personIdOf, taskIdOf, unitIdOf, type Actor } from '#accountability';
import { actingFrom, todayIn, type Fault, type FiledReport } from '#engine';
import { readDesk, readSitting } from '#persistence';
import { actor, createTestDatabase, SMALL_DISTRICT, smallTaskCode, Story, type TestDatabase } from '#testing';
import {
  returnFromSignOff,
  sendForSignOff,
  signOff,
  takeBackFromSignOff,
  turnSignOff,
  type SignedOff,
} from './index.js';

const EDUCATION = unitIdOf(SMALL_DISTRICT, 'education');
const PERIOD = '2024-09 下旬';

/** Who stands in for the head (代办): a liaison with the head's role lent. */
const standingIn = (username: string): Actor => {
  const own = actor(username);
  const [head] = actor('head').roles;
  if (head === undefined) throw new Error('nobody is the head');
  return {
    ...own,
    roles: [...own.roles, { ...head, onBehalfOf: personIdOf(SMALL_DISTRICT, 'head') }],
  };
};

/** Four tasks under way, and the window of the period open. */
async function begun(db: TestDatabase, fault?: Fault): Promise<Story> {
  const story = await Story.begin(db.database, '2024-09-23 09:00', 4, fault);
  for (const task of [1, 2, 3, 4]) {
    await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  }
  await story.until('2024-09-29 15:00');
  await story.heard();
  return story;
}

const turn = (story: Story, wanted: boolean, who: Actor = actor('head')) =>
  turnSignOff(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: who,
    unitId: EDUCATION,
    wanted,
  });

async function sittingOf(story: Story): Promise<string> {
  const [row] = await story.read<{ id: string }>(
    `select id from sitting where period = $1 and duty = 'taskReport'`,
    [PERIOD],
  );
  return row?.id ?? '';
}

const idsOf = async (story: Story): Promise<string[]> =>
  (
    await story.read<{ id: string }>(
      'select o.id from obligation o join task t on t.id = o.task_id where o.sitting_id = $1 order by t.code',
      [await sittingOf(story)],
    )
  ).map(({ id }) => id);

const report = (obligationId: string, more: Partial<FiledReport> = {}): FiledReport => ({
  obligationId,
  progress: 70,
  noChange: false,
  done: '按计划推进',
  problems: '场地未落实',
  helpWanted: '请区自然资源局提供用地',
  nextSteps: '下旬开工',
  readings: [],
  ...more,
});

const about = async (story: Story, who: Actor, idempotencyKey: string) => ({
  jurisdictionId: SMALL_DISTRICT,
  sittingId: await sittingOf(story),
  actor: who,
  idempotencyKey,
});

const send = async (story: Story, reports: FiledReport[], key: string, who = actor('liaison')) =>
  sendForSignOff(story.engine.context, { ...(await about(story, who, key)), reports });
const sign = async (story: Story, obligationIds: string[], key: string, who = actor('head')) =>
  signOff(story.engine.context, { ...(await about(story, who, key)), obligationIds });
const takeBack = async (story: Story, obligationIds: string[], key: string, who = actor('liaison')) =>
  takeBackFromSignOff(story.engine.context, { ...(await about(story, who, key)), obligationIds });
const giveBack = async (
  story: Story,
  obligationIds: string[],
  remark: string,
  key: string,
  who = actor('head'),
) => returnFromSignOff(story.engine.context, { ...(await about(story, who, key)), obligationIds, remark });

const codeOf = (outcome: { ok: boolean; rejection?: { code: string } }): string =>
  outcome.ok ? 'done' : (outcome.rejection?.code ?? '');
const outcomesOf = (outcome: Awaited<ReturnType<typeof sign>>): SignedOff['rows'][number]['outcome'][] => {
  if (!outcome.ok) throw new Error(outcome.rejection.message);
  return outcome.value.rows.map((row) => row.outcome);
};

const parked = (story: Story): Promise<{ state: string; progress: number; remark: string }[]> =>
  story.read(
    `select k.state, k.progress::float8 as progress, k.remark from parked_report k join task t on t.id = k.task_id
     order by t.code, k.sent_at`,
  );
const states = (story: Story): Promise<string[]> =>
  story.states('obligation', `period = '${PERIOD}' and kind = 'taskReport'`);

/** What the record says of a filing, without what differs by who acts, when and under which key. */
const filingOf = async (story: Story): Promise<object[]> => {
  const rows = await story.read<{ payload: Record<string, unknown> }>(
    `select e.subject_kind, e.type, e.payload from event e
     where e.type in ('REPORT_FILED', 'SITTING_FILED') and (e.subject_kind <> 'obligation' or e.subject_id in (
       select id from obligation where period = $1)) order by e.subject_kind, e.subject_id`,
    [PERIOD],
  );
  return rows.map(({ payload: { signedBy: _, ...payload }, ...row }) => ({ ...row, payload }));
};

describe('a unit that wants its head’s signature on what it reports', () => {
  let db: TestDatabase;
  let story: Story;
  let ids: string[];
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await begun(db);
    ids = await idsOf(story);
  });
  afterAll(() => db.drop());

  it('says so by its head alone, on the trail; it does not from the beginning, and nobody who acts for the head says it', async () => {
    expect(
      codeOf(
        await send(
          story,
          ids.map((id) => report(id)),
          'early',
        ),
      ),
    ).toBe('SignOffNotWanted');
    for (const who of [actor('liaison'), actor('supervisor'), actor('head2'), standingIn('liaison')])
      expect(codeOf(await turn(story, true, who))).toBe('NotPermitted');
    const turned = await actingFrom({ actorId: personIdOf(SMALL_DISTRICT, 'head'), via: 'page' }, () =>
      turn(story, true),
    );
    expect(turned).toMatchObject({
      ok: true,
      value: { wanted: true, changedByName: '教育局负责人', waiting: 0 },
    });
    expect(codeOf(await turn(story, true))).toBe('done'); // once more: nothing to do, and nothing on the trail
    expect(
      await story.read(`select action, target_id as target from trail_line where action like 'signOff%'`),
    ).toEqual([{ action: 'signOffTurnedOn', target: EDUCATION }]);
  });

  it('files nothing of what the liaison sends: it lies beside the record as it was typed, and the head is told once', async () => {
    await story.until('2024-09-29 15:01');
    expect(codeOf(await story.tryFiling('liaison', PERIOD, 70, 'direct'))).toBe('SignOffWanted');
    expect(codeOf(await send(story, [report(ids[0] ?? '')], 'one'))).toBe('SittingIncomplete');
    expect(
      codeOf(
        await send(
          story,
          ids.map((id) => report(id, { done: ' ' })),
          'mute',
        ),
      ),
    ).toBe('InputInvalid');
    expect(
      codeOf(
        await send(
          story,
          ids.map((id) => report(id)),
          'foreign',
          actor('liaison2'),
        ),
      ),
    ).toBe('NotPermitted');
    const sent = await send(
      story,
      ids.map((id, at) => report(id, { progress: 60 + at })),
      'four',
    );
    expect(sent).toMatchObject({ ok: true, value: { waiting: 4, heads: [{ name: '教育局负责人' }] } });
    expect(
      await send(
        story,
        ids.map((id) => report(id)),
        'four',
      ),
    ).toEqual(sent); // the same key: the same answer
    expect((await parked(story)).map(({ state, progress }) => [state, progress])).toEqual(
      [60, 61, 62, 63].map((progress) => ['waiting', progress]),
    );
    expect(
      await story.read(
        `select distinct k.done, k.problems, k.help_wanted, k.next_steps, k.revision, p.name from parked_report k
         join person p on p.id = k.sent_by`,
      ),
    ).toEqual([
      {
        done: '按计划推进',
        problems: '场地未落实',
        help_wanted: '请区自然资源局提供用地',
        next_steps: '下旬开工',
        revision: 1,
        name: '教育局联络员',
      },
    ]);
    expect(await states(story)).toEqual(['open', 'open', 'open', 'open']);
    expect(await story.read('select 1 from progress_report')).toEqual([]);
    await story.until('2024-09-29 15:05');
    expect(await story.heard()).toEqual(['09-29 15:01 教育局负责人：填报待您审签：2024年9月下旬，4项任务']);
  });

  it('is on the head’s desk and on the liaison’s, and no longer among what is to be filed', async () => {
    const desk = (username: string): Promise<Record<string, [number, string | null | undefined]>> =>
      db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
        const now = story.clock.now();
        const today = (await todayIn(story.engine.context.book, tx, now)).values;
        const cards = await readDesk(tx, actor(username).roles, {
          personId: personIdOf(SMALL_DISTRICT, username),
          now,
          today,
        });
        const wanted = ['toSignOff', 'atSignOff', 'signOffReturned', 'toFile'];
        return Object.fromEntries(
          cards
            .filter(({ card }) => wanted.includes(card.name))
            .map(({ card, count, items }) => [card.name, [count, items[0]?.note]]),
        );
      });
    expect(await desk('head')).toMatchObject({
      toSignOff: [1, '教育局联络员 · 4 项'],
      toFile: [0, undefined],
    });
    expect(await desk('liaison')).toMatchObject({
      atSignOff: [1, '4 项'],
      toFile: [0, undefined],
      signOffReturned: [0, undefined],
    });
    const sittingId = await sittingOf(story);
    expect(
      await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => readSitting(tx, sittingId)),
    ).toMatchObject({ open_count: 4, at_sign_off_count: 4, to_file_count: 0 });
  });

  it('does not let the clocks stand still: who has it is reminded, and both hear that the head has it', async () => {
    await story.until('2024-09-30 14:05');
    expect(await story.heard()).toEqual([
      '09-30 14:00 教育局负责人：填报提醒：2024年9月下旬，4项任务待填报',
      '09-30 14:00 教育局联络员：填报提醒：2024年9月下旬，4项任务待填报',
    ]);
    expect(
      await story.read(
        `select 1 from message where kind = 'reminder' and body like '%4项联络员已送审，待单位负责人审签%'`,
      ),
    ).toHaveLength(2);
  });

  it('is taken back by the liaison, and by nobody else, as long as it is not signed', async () => {
    const [one = ''] = ids;
    expect(codeOf(await takeBack(story, [one], 'no', actor('supervisor')))).toBe('NotPermitted');
    expect(codeOf(await takeBack(story, [one], 'back'))).toBe('done');
    expect(codeOf(await takeBack(story, [one], 'back'))).toBe('done');
    expect((await parked(story)).map(({ state }) => state)).toEqual([
      'takenBack',
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(outcomesOf(await sign(story, [one], 'late'))).toEqual(['notWaiting']);
    // Sent again by itself: what the head has already may be left out.
    expect(codeOf(await send(story, [report(one, { progress: 66 })], 'again'))).toBe('done');
    // Something waited there all the time: the head is not told once more.
    expect(await story.read(`select 1 from message where kind = 'signOffWaiting'`)).toHaveLength(1);
    expect((await parked(story)).map(({ state }) => state)).toEqual([
      'replaced',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
  });

  it('comes back from the head with a remark, and stays with the liaison as it was typed', async () => {
    const [one = ''] = ids;
    await story.until('2024-09-30 14:10');
    await story.heard();
    await story.until('2024-09-30 14:11');
    expect(codeOf(await giveBack(story, [one], ' ', 'mute'))).toBe('ReasonMissing');
    expect(codeOf(await giveBack(story, [one], '不行', 'no', actor('liaison')))).toBe('NotPermitted');
    expect(codeOf(await giveBack(story, [one], '请写明差额原因', 'why'))).toBe('done');
    expect(codeOf(await giveBack(story, [one], '请写明差额原因', 'why again', actor('head2')))).toBe(
      'NotPermitted',
    );
    expect(await parked(story)).toContainEqual({ state: 'returned', progress: 66, remark: '请写明差额原因' });
    await story.until('2024-09-30 14:30');
    expect(await story.heard()).toContain(
      '09-30 14:11 教育局联络员：负责人退回：2024年9月下旬，1项任务的填报',
    );
  });

  it('is filed by the signature: the liaison its author, the head who signed, the package still open', async () => {
    const rest = ids.slice(1);
    for (const who of [actor('liaison'), actor('supervisor'), actor('head2')])
      expect(codeOf(await sign(story, rest, 'no', who))).toBe('NotPermitted');
    const signed = await sign(story, rest, 'sign');
    expect(signed).toMatchObject({ ok: true, value: { late: false, stillOwed: 1 } });
    expect(outcomesOf(signed)).toEqual(['signed', 'signed', 'signed']);
    expect(outcomesOf(await sign(story, rest, 'sign'))).toEqual(['signed', 'signed', 'signed']);
    const [liaison, head] = ['liaison', 'head'].map((name) => personIdOf(SMALL_DISTRICT, name));
    expect(
      await story.read(
        `select distinct payload ->> 'filedBy' as author, payload ->> 'signedBy' as signer, actor_id as actor from event
         where type = 'REPORT_FILED'`,
      ),
    ).toEqual([{ author: liaison, signer: head, actor: head }]);
    expect(await story.read('select distinct filed_by, signed_by from progress_report')).toEqual([
      { filed_by: liaison, signed_by: head },
    ]);
    expect([...(await states(story))].sort()).toEqual(['open', 'submitted', 'submitted', 'submitted']);
    expect(await story.read('select 1 from sitting where filed_at is not null')).toEqual([]);
  });

  it('is filed whole with the last one, which only the head signs, or who acts for them and did not write it', async () => {
    const [one = ''] = ids;
    expect(codeOf(await send(story, [report(one, { progress: 67, done: '差额系单价调整' })], 'resent'))).toBe(
      'done',
    );
    expect(codeOf(await sign(story, [one], 'self', standingIn('liaison')))).toBe('OwnSignOff');
    expect(outcomesOf(await sign(story, [one], 'deputy', standingIn('liaison2')))).toEqual(['signed']);
    expect(
      await story.read(
        `select p.name, e.payload ->> 'onBehalfOf' as "for" from event e join person p on p.id = e.actor_id
         where e.type = 'REPORT_FILED' and e.subject_id = $1`,
        [one],
      ),
    ).toEqual([{ name: '民政局联络员', for: personIdOf(SMALL_DISTRICT, 'head') }]);
    expect(
      await story.read(
        'select p.name from sitting s join person p on p.id = s.filed_by where s.period = $1 and s.filed_at is not null',
        [PERIOD],
      ),
    ).toEqual([{ name: '教育局联络员' }]);
    expect(await story.line()).toMatchObject({ state: 'calm' });
    // Whoever signed reviews it as little as whoever wrote it.
    const both: Actor = { ...actor('taskforce'), personId: personIdOf(SMALL_DISTRICT, 'head') };
    const accepted = await story.engine.act({
      jurisdictionId: SMALL_DISTRICT,
      subject: { kind: 'obligation', id: ids[1] ?? '' },
      action: 'accept',
      input: {},
      actor: both,
      idempotencyKey: 'own',
    });
    expect(codeOf(accepted)).toBe('OwnReport');
    expect(
      await story.read(
        `select action, count(*)::int as times from trail_line where kind = 'filing' group by 1 order by 1`,
      ),
    ).toEqual([
      { action: 'sentForSignOff', times: 3 },
      { action: 'signOffReturned', times: 1 },
      { action: 'signOffTakenBack', times: 1 },
      { action: 'signedOff', times: 2 },
    ]);
  });
});

describe('what is signed', () => {
  const dbs: TestDatabase[] = [];
  afterEach(() => Promise.all(dbs.splice(0).map((db) => db.drop())));
  const fresh = async (fault?: Fault): Promise<Story> => {
    const db = await createTestDatabase();
    dbs.push(db);
    return begun(db, fault);
  };

  it('leaves the same events as what goes straight out', async () => {
    const [one, other] = [await fresh(), await fresh()];
    await one.files('2024-09-29 16:00', 'liaison', PERIOD, 70);
    await turn(other, true);
    const ids = await idsOf(other);
    expect(
      codeOf(
        await send(
          other,
          ids.map((id) => report(id)),
          'all',
        ),
      ),
    ).toBe('done');
    await other.until('2024-09-29 16:00');
    expect(outcomesOf(await sign(other, ids, 'sign'))).toEqual(Array(4).fill('signed'));
    const [direct, signed] = [await filingOf(one), await filingOf(other)];
    expect(direct).toHaveLength(5);
    expect(signed).toEqual(direct);
  });

  it('tells what cannot be filed any more, keeps it, and files the others', async () => {
    const story = await fresh();
    await turn(story, true);
    const ids = await idsOf(story);
    await send(
      story,
      ids.map((id) => report(id)),
      'all',
    );
    const { plan, code } = smallTaskCode(2);
    const suspended = await story.engine.act({
      jurisdictionId: SMALL_DISTRICT,
      subject: { kind: 'task', id: taskIdOf(SMALL_DISTRICT, plan, code) },
      action: 'suspend',
      input: { reason: '汛期停工', until: '2024-11-30' },
      actor: actor('hq'),
      idempotencyKey: 'suspend',
    });
    expect(codeOf(suspended)).toBe('done');
    const signed = await sign(story, ids, 'sign');
    expect(outcomesOf(signed)).toEqual(['signed', 'notOwed', 'signed', 'signed']);
    expect(signed).toMatchObject({ ok: true, value: { stillOwed: 0 } });
    expect((await parked(story)).map(({ state, remark }) => [state, remark !== ''])).toEqual([
      ['signed', false],
      ['overtaken', true],
      ['signed', false],
      ['signed', false],
    ]);
    expect(await story.read('select 1 from sitting where filed_at is not null')).toHaveLength(1);
  });

  it('goes straight out and says so where the head files, or nobody is the head', async () => {
    const story = await fresh();
    await turn(story, true);
    const ids = await idsOf(story);
    await send(
      story,
      ids.map((id) => report(id)),
      'all',
    );
    const reports = ids.map((id) => report(id, { progress: 71 }));
    const byHead = await story.engine.fileSitting({
      ...(await about(story, actor('head'), 'head')),
      reports,
    });
    expect(byHead).toMatchObject({ ok: true, value: { withoutSignOff: 'head' } });
    expect((await parked(story)).map(({ state }) => state)).toEqual(Array(4).fill('replaced'));

    const vacant = await fresh();
    await turn(vacant, true);
    await vacant.read(`update person set active = false where username = 'head'`);
    const filed = await vacant.tryFiling('liaison', PERIOD, 70, 'vacant');
    expect(filed).toMatchObject({ ok: true, value: { withoutSignOff: 'vacant' } });
    expect(
      await vacant.read(
        `select distinct payload ->> 'withoutSignOff' as why from event where type = 'REPORT_FILED'`,
      ),
    ).toEqual([{ why: 'vacant' }]);
    expect(codeOf(await send(vacant, [], 'none'))).toBe('SignOffNotWanted');
  });

  it.each(['signOff.signed', 'applyEvents.written', 'signOff.filed'] as const)(
    'is signed and filed together or not at all, when the process dies at %s',
    async (point) => {
      class Died extends Error {}
      const armed = { on: false };
      const story = await fresh((at) => {
        if (armed.on && at === point) throw new Died(point);
      });
      await turn(story, true);
      const ids = await idsOf(story);
      await send(
        story,
        ids.map((id) => report(id)),
        'all',
      );
      armed.on = true;
      await expect(sign(story, ids, 'sign')).rejects.toThrow(Died);
      expect((await parked(story)).map(({ state }) => state)).toEqual(Array(4).fill('waiting'));
      expect(await story.read('select 1 from progress_report')).toEqual([]);
      // Asked again under the same key, as a browser does that had no answer.
      const next = story.resumed();
      expect(outcomesOf(await sign(next, ids, 'sign'))).toEqual(Array(4).fill('signed'));
      expect(outcomesOf(await sign(next, ids, 'sign'))).toEqual(Array(4).fill('signed'));
      expect(await next.read('select 1 from progress_report')).toHaveLength(4);
    },
  );

  it('is seen by no other unit, nor changed once it is over', async () => {
    const story = await fresh();
    await turn(story, true);
    const ids = await idsOf(story);
    await send(
      story,
      ids.map((id) => report(id)),
      'all',
    );
    await sign(story, ids, 'sign');
    const [db] = dbs;
    const seen = (unitId: string): Promise<unknown[]> =>
      db?.database.transaction({ jurisdictionId: SMALL_DISTRICT, unitId }, (tx) =>
        tx.query('select 1 from parked_report'),
      ) ?? Promise.resolve([]);
    expect(await seen(EDUCATION)).toHaveLength(4);
    expect(await seen(unitIdOf(SMALL_DISTRICT, 'civil'))).toEqual([]);
    await expect(story.read(`update parked_report set done = '改写'`)).rejects.toThrow('is not changed');
  });
});
