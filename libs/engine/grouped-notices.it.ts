import { policySchema, taskIdOf } from '#accountability';
import { policyFrom, seedText, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { adoptPolicy, migrateToPolicy } from './policy/adopt-policy.js';

const taskId = (number: number): string => taskIdOf(SMALL_DISTRICT, 'small-plan', `A1-0${number}`);
const ALL = [1, 2, 3];

interface Notice {
  id: string;
  rung: string;
  state: string;
  number: string | null;
  title: string;
  body: string;
  rescinded: boolean;
}
const noticesOf = (story: Story): Promise<Notice[]> =>
  story.read<Notice>(
    `select id, rung, state, number, title, body, rescinded_at is not null as rescinded from notice order by drafted_at, title`,
  );

/** Three tasks of the education bureau are dispatched, and nobody signs for any. */
async function unsigned(db: TestDatabase): Promise<Story> {
  const story = await Story.begin(db.database, '2024-09-23 09:00', ALL.length);
  for (const number of ALL) {
    await story.task('2024-09-23 09:30', 'hq', number, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', number, 'dispatch');
  }
  await story.heard();
  return story;
}

describe('matters of several tasks of a unit that come to one rung together', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await unsigned(db);
  });
  afterAll(() => db.drop());

  it('are one letter, one number and one message to each, which lists them all', async () => {
    await story.until('2024-09-27 18:00');
    expect(await story.heard()).toEqual([
      '09-25 17:30 教育局负责人：3项任务逾期未签收',
      '09-25 17:30 教育局联络员：3项任务逾期未签收',
      '09-27 17:30 教育局负责人：关于3项任务逾期未签收的提醒函',
      '09-27 17:30 专班办公室：关于3项任务逾期未签收的提醒函',
    ]);
    const [letter, ...others] = await noticesOf(story);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ rung: 'blue', state: 'issued', number: '张武督提〔2024〕1号' });
    for (const number of ALL) expect(letter?.body).toContain(`“第${number}件实事”（A1-0${number}）`);
  });

  it('are one card, and each task has it', async () => {
    const cards = await story.read<{ group: string }>(
      `select distinct c.card ->> 'group' as "group" from task t, jsonb_array_elements(t.snapshot #> '{context,cards}') c(card)`,
    );
    expect(cards).toHaveLength(1);
  });

  it('are left out of the draft, one by one, as they are cured before it is issued', async () => {
    await story.until('2024-10-08 18:00');
    await story.task('2024-10-08 18:10', 'liaison', 2, 'sign');
    const before = await noticesOf(story);
    expect(before.map(({ rung, state }) => [rung, state])).toEqual([
      ['blue', 'issued'],
      ['yellow', 'drafted'],
    ]);
    await story.notice('2024-10-09 09:00', 'supervisor', 'yellow', 'issue');
    const card = (await noticesOf(story)).find(({ rung }) => rung === 'yellow');
    expect(card).toMatchObject({ state: 'issued', title: '关于2项任务逾期未签收的督办单' });
    expect(card?.body).not.toContain('A1-02');
    const states = await story.read<{ supervision: string }>(
      `select supervision from task order by code limit 3`,
    );
    expect(states.map(({ supervision }) => supervision)).toEqual(['yellow', 'none', 'yellow']);
  });

  it('are taken back one by one: the notice stands for the others', async () => {
    await story.task('2024-10-09 10:00', 'head', 1, 'appeal', { reason: '办公室停电' });
    await story.task('2024-10-10 10:00', 'supervisor', 1, 'upholdAppeal', { reason: '属实' });
    const card = async () => (await noticesOf(story)).find(({ rung }) => rung === 'yellow');
    expect(await card()).toMatchObject({ state: 'issued', rescinded: false });
    await story.task('2024-10-10 11:00', 'head', 3, 'appeal', { reason: '办公室停电' });
    await story.task('2024-10-10 12:00', 'supervisor', 3, 'upholdAppeal', { reason: '属实' });
    expect(await card()).toMatchObject({ state: 'issued', rescinded: true });
  });
});

describe('cards that a unit has from different tasks and lines', () => {
  let db: TestDatabase;
  afterAll(() => db.drop());

  it('are counted together: a letter for tasks and one for silence bring the yellow card at once', async () => {
    db = await createTestDatabase();
    const story = await Story.begin(db.database, '2024-10-08 09:00', 2);
    for (const number of [1, 2]) {
      await story.task('2024-10-08 09:30', 'hq', number, 'confirm');
      await story.task('2024-10-08 10:00', 'hq', number, 'dispatch');
    }
    await story.task('2024-10-09 09:00', 'liaison', 1, 'sign');
    // not signed for on the 10th: a letter two working days later, on the 12th, a Saturday that was worked
    await story.until('2024-10-14 09:00');
    expect(await noticesOf(story)).toMatchObject([
      { rung: 'blue', title: expect.stringContaining('逾期未签收') },
    ]);
    await story.task('2024-10-14 10:00', 'liaison', 2, 'sign');
    // the report of the middle ten days is due on Friday the 18th; the letter comes on Monday the 21st
    await story.until('2024-10-21 18:00');
    const [line] = await story.read<{ rung: number; due: object }>(
      `select l.rung, e.payload as due from reporting_line l join event e on e.subject_id = l.id
       where l.duty = 'taskReport' and e.type = 'RUNG_DUE' and e.payload ->> 'rung' = 'yellow'`,
    );
    expect(line).toMatchObject({ rung: 3, due: { because: 'early' } });
    const [blue] = await story.read<{ cards: unknown }>(
      `select payload -> 'unitCards' as cards from event where type = 'RUNG_DUE' and payload ->> 'rung' = 'blue' and subject_kind = 'reportingLine'`,
    );
    expect(blue?.cards).toMatchObject([{ colour: 'blue', on: '2024-10-12' }]);
  });
});

describe('another policy, put in force', () => {
  let db: TestDatabase;
  let story: Story;
  const slips = policyFrom(seedText('policies/three-colour-slips.yaml'));
  const versions = (): Promise<{ kind: string; version: number }[]> =>
    story.read(
      `select 'plan' as kind, policy_version as version from plan union all select 'task', policy_version from task
       union all select 'line', policy_version from reporting_line where duty = 'taskReport' order by kind, version`,
    );
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await unsigned(db);
    await story.task('2024-09-24 09:00', 'liaison', 3, 'sign');
    await story.until('2024-09-29 09:00');
  });
  afterAll(() => db.drop());

  it('needs a reason, and something that it changes', async () => {
    const { context } = story.engine;
    const command = { jurisdictionId: SMALL_DISTRICT, policy: slips, reason: ' ', adoptedBy: null };
    expect(await adoptPolicy(context, command)).toMatchObject({ rejection: { code: 'ReasonMissing' } });
    const [stored] = await story.read<{ body: unknown }>('select body from policy_version');
    const same = { ...command, policy: policySchema.parse(stored?.body), reason: '例行' };
    expect(await adoptPolicy(context, same)).toMatchObject({ rejection: { code: 'PolicyUnchanged' } });
  });

  it('governs what begins from now on, and leaves what is running under its version', async () => {
    const { context } = story.engine;
    const command = {
      jurisdictionId: SMALL_DISTRICT,
      policy: slips,
      reason: '区政府会议纪要',
      adoptedBy: null,
    };
    expect(await adoptPolicy(context, command)).toEqual({ ok: true, value: { version: 4, plans: 1 } });
    const found = await versions();
    expect(found.filter(({ kind }) => kind === 'plan')).toEqual([{ kind: 'plan', version: 4 }]);
    expect(new Set(found.filter(({ kind }) => kind !== 'plan').map(({ version }) => version))).toEqual(
      new Set([3]),
    );
    const [kept] = await story.read<{ id: string; reason: string }>(
      'select policy_id as id, reason from policy_version where version = 4',
    );
    expect(kept).toEqual({ id: 'three-colour-slips', reason: '区政府会议纪要' });
  });

  it('takes over what is running when that is asked for, batch by batch, and each climb goes on', async () => {
    const { context } = story.engine;
    const command = { jurisdictionId: SMALL_DISTRICT, version: 4, reason: '统一办法', batch: 2 };
    expect(await migrateToPolicy(context, command)).toEqual({ ok: true, value: { migrated: 5 } });
    expect(await migrateToPolicy(context, command)).toEqual({ ok: true, value: { migrated: 0 } });
    expect(new Set((await versions()).map(({ version }) => version))).toEqual(new Set([4]));
    // blue since the 27th; orange three working days after the 29th, which was a Sunday that was worked
    const rungs = await story.read<{ at: string; label: string }>(
      `select detail ->> 'label' as label, projected_at::date::text as at from deadline
       where state = 'armed' and name = 'rung:1' and subject_id = any($1::uuid[])`,
      [ALL.map(taskId)],
    );
    expect(rungs).toEqual([
      { label: '橙色督办单', at: '2024-10-09' },
      { label: '橙色督办单', at: '2024-10-09' },
    ]);
    await story.until('2024-10-09 18:00');
    expect((await noticesOf(story)).filter(({ rung }) => rung === 'orange')).toHaveLength(2);
  });
});
