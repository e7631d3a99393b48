import { asOwner, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { keepIssuedNotices } from './index.js';

// It writes real papers.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

let db: TestDatabase;
let story: Story;
const kept = async (): Promise<string[]> =>
  (
    await story.read<{ id: string }>('select distinct notice_id as id from notice_file order by notice_id')
  ).map(({ id }) => id);
const issued = async (): Promise<string[]> =>
  (
    await story.read<{ id: string }>(
      'select id from notice where issued_at is not null and number is not null order by id',
    )
  ).map(({ id }) => id);
const asTableOwner = (sql: string): Promise<unknown> => asOwner(db.ownerUrl, (owner) => owner.query(sql));

inCi('the papers of notices', () => {
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 2);
    for (const n of [1, 2]) {
      await story.task('2024-09-23 09:30', 'hq', n, 'confirm');
      await story.task('2024-09-23 10:00', 'hq', n, 'dispatch');
      await story.task('2024-09-24 09:00', 'liaison', n, 'sign');
    }
    await story.notice('2024-10-11 09:00', 'supervisor', 'yellow', 'issue');
  });
  afterAll(() => db.drop());

  it('of which some cannot be kept are told of, and hold no others up', async () => {
    const [ill = '', ...others] = await issued();
    expect(others.length).toBeGreaterThan(0);
    await asTableOwner(`
    create function luoshi.refuse_ill() returns trigger language plpgsql as $$ begin
      if new.notice_id = '${ill}' then raise exception 'cannot be written'; end if; return new; end $$;
    create trigger refuse_ill before insert on luoshi.notice_file for each row execute function luoshi.refuse_ill()`);
    await expect(keepIssuedNotices(story.engine.context, SMALL_DISTRICT)).rejects.toThrow(
      'the papers of 1 notices could not be kept',
    );
    expect(await kept()).toEqual(others);
    await asTableOwner('drop trigger refuse_ill on luoshi.notice_file');
    expect(await keepIssuedNotices(story.engine.context, SMALL_DISTRICT)).toBe(1);
    expect(await kept()).toEqual([ill, ...others].sort());
  });
});
