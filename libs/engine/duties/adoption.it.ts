import { createTestDatabase, policyFrom, seedText, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { adoptPolicy, migrateToPolicy } from '../policy/adopt-policy.js';
import { DutyStory } from './testing/duty-story.js';

/** The meetings are no longer ruled, and a weekly ledger is. */
function anotherPolicy() {
  const policy = policyFrom(seedText('policies/default.yaml'));
  const ledger = policy.duties.find(({ name }) => name === 'tenDayLedger');
  if (!ledger) throw new Error('the shipped policy has no ledger');
  return {
    ...policy,
    duties: [
      ...policy.duties.filter(({ name }) => name !== 'dispatchMeeting'),
      { ...ledger, name: 'weeklyLedger', label: '专班周台账', every: 'week' as const },
    ],
  };
}

describe('a running plan that comes under a policy with other duties', () => {
  let db: TestDatabase;
  let story: Story;
  let duties: DutyStory;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-05-06 09:00', 1, undefined, { duties: true });
    duties = new DutyStory(story);
    await story.task('2024-05-06 09:30', 'hq', 1, 'confirm');
    await story.task('2024-05-06 10:00', 'hq', 1, 'dispatch');
    await story.until('2024-05-15 09:00');
    const { context } = story.engine;
    const of = { jurisdictionId: SMALL_DISTRICT, reason: '示政办发〔2024〕9号' };
    const adopted = await adoptPolicy(context, { ...of, policy: anotherPolicy(), adoptedBy: null });
    if (!adopted.ok) throw new Error(adopted.rejection.message);
    const migrated = await migrateToPolicy(context, { ...of, version: adopted.value.version });
    if (!migrated.ok) throw new Error(migrated.rejection.message);
  });
  afterAll(() => db.drop());

  it('owes what is new from then on', async () => {
    expect(await duties.standing('weeklyLedger')).toEqual(['2024-W20 scheduled']);
  });

  it('still owes what it owed for the period that has begun, and nothing of it after that', async () => {
    expect(await duties.standing('dispatchMeeting')).toEqual(['2024-05 open']);
    await story.until('2024-07-31 18:00');
    expect(await duties.standing('dispatchMeeting')).toEqual(['2024-05 open']);
    const clocks = await story.read(
      `select d.name from deadline d join reporting_line l on l.id = d.subject_id
       where d.state = 'armed' and l.duty = 'dispatchMeeting'`,
    );
    expect(clocks).toEqual([]);
  });

  it('owes once what stays, in the rhythm that it had', async () => {
    const bulletins = await story.read(`select 1 from reporting_line where duty = 'monthlyBulletin'`);
    expect(bulletins).toHaveLength(1);
    expect(await duties.standing('monthlyBulletin')).toEqual([
      '2024-05 missed',
      '2024-06 open',
      '2024-07 scheduled',
    ]);
  });
});
