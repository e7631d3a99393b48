import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { secretBox } from '#courier';
import { DEFAULT_IDENTITY_SETTINGS, hashPassword, signIn, type IdentityShell } from '#identity';
import { personIdOf } from '#accountability';
import { insertCredential, systemClock } from '#persistence';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { runMain, type Ran } from '../testing/run-main.js';

const PASSWORD = 'seven brown horses';
let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  const passwordHash = await hashPassword(PASSWORD);
  await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
    for (const username of ['liaison', 'supervisor'])
      await insertCredential(tx, {
        personId: personIdOf(SMALL_DISTRICT, username),
        passwordHash,
        mustChange: false,
        at: story.clock.now(),
      });
  });
});
afterAll(() => db.drop());

const people = (...args: string[]): Promise<Ran> => runMain(db, 'people', ...args);
const shell = (): IdentityShell => ({
  database: db.database,
  clock: systemClock,
  settings: { ...DEFAULT_IDENTITY_SETTINGS, refusalTakesMs: 0 },
  secrets: secretBox(randomBytes(32)),
});
const enters = async (username: string, password: string): Promise<boolean> =>
  (await signIn(shell(), { username, password })).ok;

describe('luoshi people', () => {
  it('appoints one of the three administrators, of somebody who holds no other role', async () => {
    const refused = await people('appoint', 'liaison', 'securityAdministrator');
    expect(refused.err).toContain('现任联络员');
    expect(refused.err).toContain('三员分立');
    await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      tx.execute(
        `insert into person (jurisdiction_id, id, unit_id, name, username)
         select jurisdiction_id, gen_random_uuid(), unit_id, '安全员', 'anquan' from person where username = 'liaison'`,
      ),
    );
    const done = await people('appoint', 'anquan', 'securityAdministrator');
    expect(done.out).toContain('担任安全管理员');
    expect((await people('appoint', 'anquan', 'auditAdministrator')).err).toContain('现任安全管理员');
    expect(await story.read("select action, via from trail_line where action = 'roleGranted'")).toEqual([
      { action: 'roleGranted', via: 'command' },
    ]);
  });

  it('lists who there is, with their posts of today', async () => {
    const { out } = await people('list');
    expect(out).toMatch(/liaison .*联络员/);
    expect(out).toMatch(/supervisor .*督查/);
  });

  it('gives a new first password, with which the old one and every session end, and the lock too', async () => {
    const started = await signIn(shell(), { username: 'liaison', password: PASSWORD });
    expect(started.ok).toBe(true);
    for (let i = 0; i < 5; i += 1) await enters('liaison', 'wrong');
    expect(await enters('liaison', PASSWORD)).toBe(false);
    const { out } = await people('reset', 'liaison', '--json');
    const { password } = JSON.parse(out) as { password: string };
    expect(await story.read('select 1 from session')).toEqual([]);
    expect(await enters('liaison', PASSWORD)).toBe(false);
    expect(await enters('liaison', password)).toBe(true);
    const [listed] = (
      JSON.parse((await people('list', '--json')).out) as { username: string; mustChange: boolean }[]
    ).filter(({ username }) => username === 'liaison');
    expect(listed).toMatchObject({ mustChange: true, lockedUntil: null });
  });

  it('hands the posts of who leaves over to the successor, and ends their access', async () => {
    const left = await people('leave', 'liaison', '--successor', 'supervisor');
    expect(left.out).toContain('已离任');
    expect((await people('list')).out).toMatch(/supervisor .*联络员/);
    expect(await enters('liaison', PASSWORD)).toBe(false);
    expect((await people('leave', 'liaison')).err).toContain('已离任');
    expect((await people('reset', 'liaison')).code).toBe(1);
  });

  it('says that a post falls vacant where nobody takes it over', async () => {
    const left = await people('leave', 'supervisor', '--json');
    expect(JSON.parse(left.out)).toMatchObject({
      successor: null,
      posts: expect.arrayContaining([expect.objectContaining({ role: 'liaison', vacant: true })]),
    });
    const alerts = await story.read(`select title from alert where kind = 'vacancy' and state = 'open'`);
    expect(alerts.length).toBeGreaterThan(0);
  });

  it('erases who has left, after a trial that changes nothing, and says so on the trail', async () => {
    expect((await people('erase', 'head')).err).toContain('还没有离任');
    const onTrial = await people('erase', 'supervisor', '--dry-run');
    expect(onTrial).toMatchObject({ code: 0, out: expect.stringContaining('试算（未清除）') });
    expect(onTrial.out).toContain('登录密码 1 条');
    expect(await story.read(`select 1 from person where username = 'supervisor'`)).toHaveLength(1);
    expect((await people('erase', 'supervisor')).out).toContain('已清除，并已留痕');
    expect(await story.read(`select 1 from person where username = 'supervisor'`)).toEqual([]);
    expect(await story.read(`select via from trail_line where action = 'personErased'`)).toEqual([
      { via: 'command' },
    ]);
    expect((await people('erase', 'supervisor')).err).toContain('没有账号');
    expect((await people('retention', '--dry-run')).out).toContain('试算（未清除）');
  });

  it('refuses an unknown account and oneself as successor', async () => {
    expect((await people('reset', 'nobody')).err).toContain('没有账号“nobody”');
    expect((await people('leave', 'head', '--successor', 'head')).err).toContain('接任人不能是离任人自己');
  });
});
