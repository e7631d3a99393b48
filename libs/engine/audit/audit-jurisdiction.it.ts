import { asOwner, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { auditJurisdiction, type Audited } from './index.js';

let db: TestDatabase;
let story: Story;
const audit = (): Promise<Audited | null> => auditJurisdiction(story.engine.context, SMALL_DISTRICT);
const codes = async (): Promise<string[] | null> =>
  (await audit())?.findings.map(({ code }) => code).sort() ?? null;
const incidents = (): Promise<{ title: string; state: string }[]> =>
  story.read(`select title, state from alert where kind = 'incident' order by raised_at, title`);

beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
});
afterAll(() => db.drop());

describe('the auditor', () => {
  it('finds nothing while everything is done in time, and writes down that it asked', async () => {
    expect(await codes()).toEqual([]);
    expect(await story.read('select findings from audit_run')).toEqual([{ findings: [] }]);
    expect(await story.read(`select beat_at from heartbeat where name = 'auditor'`)).toHaveLength(1);
  });

  it('asks once an hour, however many auditors there are', async () => {
    expect(await audit()).toBeNull();
    story.down('2024-09-24 10:00');
    const both = await Promise.all([audit(), audit()]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it('opens an incident for the administrator when nobody fires what is due, once', async () => {
    story.down('2024-10-01 09:00'); // due times have passed, and nobody swept
    expect(await codes()).toEqual(['DEADLINE_OVERDUE']);
    story.down('2024-10-01 10:00');
    expect(await codes()).toEqual(['DEADLINE_OVERDUE']);
    expect(await incidents()).toEqual([{ title: '系统运行异常：时限早已到期，没有处理', state: 'open' }]);
  });

  it('ends the incident once it is found no more', async () => {
    await story.until('2024-10-01 11:30');
    expect(await codes()).toEqual([]);
    expect(await incidents()).toEqual([expect.objectContaining({ state: 'settled' })]);
  });

  it('finds a message that is not handed out, a live task that nothing will wake, and says so again', async () => {
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query('set search_path = luoshi');
      await owner.query(
        `update message set state = 'pending', deliver_at = '2024-09-24T00:00:00Z' where id = (select id from message order by id limit 1)`,
      );
      await owner.query(`update deadline set state = 'disarmed' where state = 'armed'`);
    });
    story.down('2024-10-01 13:00');
    expect(await codes()).toEqual(['LINE_WITHOUT_CLOCK', 'MESSAGE_STUCK', 'TASK_UNARMED']);
    expect((await incidents()).filter(({ state }) => state === 'open')).toHaveLength(3);
  });
});
