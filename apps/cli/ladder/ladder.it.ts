import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, seedText, Story, type TestDatabase } from '#testing';
import { tellClock } from '#persistence';
import { skewOfProcesses } from '../doctor/check-processes.js';
import { runMain } from '../testing/run-main.js';
import type { Examination } from '../doctor/examine.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (inCi === it.skip) process.stderr.write('skipped: commands of operations, for CI\n');

const clock = process.env['LUOSHI_CLOCK'];
let db: TestDatabase;
beforeAll(async () => {
  if (inCi === it.skip) return;
  db = await createTestDatabase();
  const story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  process.env['LUOSHI_CLOCK'] = story.clock.now();
});
afterAll(async () => {
  if (clock === undefined) delete process.env['LUOSHI_CLOCK'];
  else process.env['LUOSHI_CLOCK'] = clock;
  if (inCi !== it.skip) await db.drop();
});

const luoshi = (...args: string[]): ReturnType<typeof runMain> => runMain(db, ...args);
// The queue is no part of this database: that doctor misses it is not the matter here.
const examined = async (): Promise<Examination> => {
  const found = JSON.parse((await luoshi('doctor', '--json')).out) as Examination;
  return { ...found, findings: found.findings.filter(({ code }) => code !== 'QUEUE_UNREACHABLE') };
};

inCi('stops a ladder by command, in the name of who may, shows it, and lets it go on', async () => {
  const stopped = await luoshi(
    'ladder',
    'pause',
    'reporting',
    '--reason',
    '防汛抢险',
    '--until',
    '2024-09-25',
    '--by',
    'supervisor',
  );
  expect(stopped.out).toBe('“旬报督办阶梯”已暂停，至 2024-09-25 止。\n');
  expect((await luoshi('ladder', 'list')).out).toContain(
    'reporting\t旬报督办阶梯\t暂停至 2024-09-25：防汛抢险',
  );
  const { paused, findings } = await examined();
  expect(paused).toEqual(['示例区：阶梯“旬报督办阶梯”，自2024年9月23日09:00至2024年9月25日：防汛抢险']);
  expect(findings).toEqual([]);
  expect((await luoshi('ladder', 'resume', 'reporting', '--by', 'supervisor')).out).toBe(
    '“旬报督办阶梯”已恢复。\n',
  );
  const refused = await luoshi('ladder', 'pause', 'reporting', '--reason', '忙', '--by', 'liaison');
  expect([refused.code, refused.err.includes('ladderPauses.by')]).toEqual([1, true]);
});

inCi('says by command what a calendar file would move, before it is put in force', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-calendar-'));
  const file = join(folder, 'summer.yaml');
  const text = seedText('calendars/cn-state-council.yaml').replace(
    /afternoon: .*/u,
    'afternoon: ["15:00", "18:00"]',
  );
  writeFileSync(file, text);
  try {
    const said = await luoshi('calendar', 'announce', file, '--dry-run');
    expect([said.code, said.out]).toEqual([
      0,
      expect.stringContaining('办公时间：08:30–12:00、14:00–17:30 → 08:30–12:00、15:00–18:00'),
    ]);
    const told = await luoshi('calendar', 'announce', file, '--dry-run', '--json');
    expect(JSON.parse(told.out)).toMatchObject({
      version: 1,
      preview: { days: [], hours: { after: { afternoon: ['15:00', '18:00'] } }, counts: { units: 0 } },
    });
    const without = await luoshi('calendar', 'announce', file);
    expect([without.code === 0, without.err.includes('--reason')]).toEqual([false, true]);
    const put = await luoshi('calendar', 'announce', file, '--reason', '夏季作息', '--json');
    expect(JSON.parse(put.out)).toMatchObject({ version: 2 });
    const again = await luoshi('calendar', 'announce', file, '--dry-run');
    expect([again.code, again.err.includes('完全一样')]).toEqual([1, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

inCi('tells of a running process whose machine is ahead or behind, and of none that has ended', async () => {
  const told = { kind: 'luoshi worker', host: 'a', version: '0.1.0', startedAt: new Date().toISOString() };
  const shown = (id: number, aheadMs: number) =>
    db.database.outsideTenants((tx) =>
      tellClock(tx, {
        ...told,
        id: `00000000-0000-4000-8000-00000000000${id}`,
        shownAt: new Date(Date.now() + aheadMs).toISOString(),
      }),
    );
  await shown(1, 0);
  await shown(2, 600_000);
  const { findings } = await examined();
  expect(findings).toMatchObject([
    {
      code: 'PROCESS_SKEW',
      where: expect.stringMatching(/^luoshi worker（a）快 (5\d\d|600)(\.\d)? 秒$/) as unknown,
    },
  ]);
  expect(skewOfProcesses([])).toEqual([]);
});
