import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, seedText, Story, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

let db: TestDatabase;
let story: Story;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-rehearse-'));
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.until('2024-10-09 18:00');
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const policyFile = async (name: string, change: (text: string) => string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, change(seedText('policies/default.yaml')));
  return file;
};
const rehearse = (file: string, ...more: string[]) =>
  runMain(db, 'policy', 'rehearse', '--policy', file, '--from', '2024-09-23', '--to', '2024-10-09', ...more);

describe('policy rehearse', () => {
  it('says that nothing differs under the policy that was in force', async () => {
    const { code, out } = await rehearse(await policyFile('same.yaml', (text) => text));
    expect(code).toBe(0);
    expect(out).toContain('逐级比对：不变 2，提前 0，推后 0，不再有 0，新增 0，办法不同 0。');
    expect(out).toMatch(/区教育局 +1 → 1 +1 → 1/);
    expect(out).not.toContain('注意');
  });

  it('gives a table, JSON and a picture of what differs, and writes nothing into the record', async () => {
    const events = () => story.read('select count(*) as n, max(recorded_at)::text as last from event');
    const before = await events();
    const file = await policyFile('later.yaml', (text) =>
      text.replace(/(label: 提醒函\n {6}colour: blue\n {6}offset: \{ workingDays: )1/u, '$12'),
    );
    const { out } = await rehearse(file);
    expect(out).toMatch(/推后 +区教育局 +逾期未报 +A1-01 +提醒函 +2024年10月8日17:30 +2024年10月9日17:30/);

    const picture = join(folder, 'cards.svg');
    const json = await rehearse(file, '--json', '--picture', picture, '--plan', 'small-plan');
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 'luoshi.rehearsal/1',
      notReproduced: 0,
      changes: { same: 1, later: 1 },
      byUnit: [{ unit: '区教育局' }],
      differences: [{ change: 'later', unit: '区教育局', tasks: ['A1-01'] }],
    });
    const svg = await readFile(picture, 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*区教育局[\s\S]*<\/svg>\n$/);
    expect(await events()).toEqual(before);
  });

  // Recorded: chased on 30 September at 17:30, reminded by letter one working day later, on 8 October.
  it('says of the lights by progress that the letter falls away: silence lights nothing before three days', async () => {
    const { out } = await rehearse('seeds/policies/progress-lights.yaml', '--json');
    const { changes, differences } = JSON.parse(out) as { changes: unknown; differences: unknown[] };
    expect(changes).toMatchObject({ same: 1, gone: 1, additional: 0, sooner: 0, later: 0, otherwise: 0 });
    expect(differences).toMatchObject([{ change: 'gone', recorded: { colour: 'blue' }, rehearsed: null }]);
  });

  // Dispatched on 23 September at 10:00 and signed for the next morning; never reported on. The 29th, a Sunday, was worked.
  it('says of 13710 what a day for signing and three for a first report would have brought besides', async () => {
    const { out } = await rehearse('seeds/policies/13710.yaml', '--json');
    const { changes, differences } = JSON.parse(out) as {
      changes: unknown;
      differences: { matter: string; rehearsed: { rung: string; reachedAt: string } }[];
    };
    expect(changes).toMatchObject({ same: 2, gone: 0, additional: 4 });
    expect(differences.map(({ matter, rehearsed }) => [matter, rehearsed.rung, rehearsed.reachedAt])).toEqual(
      [
        ['unsigned', 'prompt', '2024-09-23T15:59:00.000Z'],
        ['unreported', 'prompt', '2024-09-26T09:30:00.000Z'],
        ['unreported', 'blue', '2024-09-27T09:30:00.000Z'],
        ['unreported', 'yellow', '2024-09-30T09:30:00.000Z'],
      ],
    );
  });

  it('refuses a policy file with its line and column, and a plan or stretch that is not there', async () => {
    const file = await policyFile('bad.yaml', (text) => text.replace('behind: 10,', 'behind: 200,'));
    const { code, err } = await rehearse(file);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.yaml:\d+:\d+ /);
    const good = await policyFile('good.yaml', (text) => text);
    expect((await rehearse(good, '--plan', 'none')).err).toContain('没有代号为 none 的方案');
    expect((await rehearse(good, '--to', '2024-09-01')).err).toContain('早于');
    expect((await rehearse(good, '--to', '2024-13-01')).code).toBe(2);
  });
});
