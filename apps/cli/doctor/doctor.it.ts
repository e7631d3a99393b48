import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { preparePostgresQueue } from '#scheduling';
import { asOwner, createTestDatabase, Story, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';
import { skewFinding, type Examination } from './examine.js';

let db: TestDatabase;
let story: Story;
const clock = process.env['LUOSHI_CLOCK'];
beforeAll(async () => {
  db = await createTestDatabase();
  await preparePostgresQueue(db.ownerUrl);
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  process.env['LUOSHI_CLOCK'] = story.clock.now();
});
afterAll(async () => {
  if (clock === undefined) delete process.env['LUOSHI_CLOCK'];
  else process.env['LUOSHI_CLOCK'] = clock;
  await db.drop();
});

const doctor = async (): Promise<{ code: number; found: Examination; codes: string[] }> => {
  const { code, out, err } = await runMain(db, 'doctor', '--json');
  if (out === '') throw new Error(err);
  const found = JSON.parse(out) as Examination;
  return { code, found, codes: found.findings.map((finding) => finding.code).sort() };
};

describe('doctor', () => {
  it('finds nothing wrong with a record that was kept by the system', async () => {
    const { code, found } = await doctor();
    expect(found).toMatchObject({ jurisdictions: 1, findings: [] });
    expect(code).toBe(0);
    const { out } = await runMain(db, 'doctor');
    expect(out).toBe('共检查 1 个辖区，没有发现问题。\n');
  });

  it('names what is broken, where, and how it is mended, and ends with 1', async () => {
    const owner = (sql: string) =>
      asOwner(db.ownerUrl, (client) => client.query(`set search_path = luoshi; ${sql}`));
    await owner(`update obligation set snapshot = jsonb_set(snapshot, '{value}', '"vanished"')`);
    await owner(`update reporting_line set machine_version = 99`);
    await owner(
      `update deadline set projected_at = '2024-09-20T00:00:00Z' where state = 'armed' and name = 'taskDeadline'`,
    );
    await owner(`update deadline set state = 'disarmed' where name = 'sitting:due'`);
    await owner(`update message set state = 'pending', deliver_at = '2024-09-20T00:00:00Z'`);
    const { code, codes, found } = await doctor();
    expect(code).toBe(1);
    expect(codes).toEqual([
      'DEADLINE_OVERDUE',
      'LINE_WITHOUT_CLOCK',
      'MESSAGE_STUCK',
      'SNAPSHOT_NEWER',
      'SNAPSHOT_UNREADABLE',
    ]);
    for (const { what, where, mend } of found.findings)
      expect([what, where, mend].every((text) => text.length > 5)).toBe(true);
    await owner(`update task set state = 'closed' where code = 'A1-01'`);
    expect((await doctor()).codes).toContain('CLOCK_OF_CLOSED_TASK');
  });

  it('tells a clock that runs ahead or behind by more than a few seconds', () => {
    expect(skewFinding(-4.9)).toEqual([]);
    expect(skewFinding(75)).toMatchObject([{ code: 'CLOCK_SKEW', where: '本机快 75 秒' }]);
  });
});
