import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner, createTestDatabase, seedText, Story, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

let db: TestDatabase;
let story: Story;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-score-'));
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

const schemeFile = async (
  name: string,
  change: (text: string) => string = (text) => text,
): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, change(seedText('scoring/default.yaml')));
  return file;
};
const score = (...args: string[]) => runMain(db, 'score', ...args);
const stretch = ['--from', '2024-09-23', '--to', '2024-10-09'];
const second = (text: string): string =>
  text.replace('version: 1', 'version: 2').replace('level: blue, each: 0.5', 'level: blue, each: 2');

describe('score', () => {
  it('says that there is no scheme in force before one was adopted', async () => {
    const { code, err } = await score('show', ...stretch);
    expect(code).toBe(1);
    expect(err).toContain('还没有启用考核办法');
  });

  it('adopts a scheme once, and refuses another body under the same version', async () => {
    const file = await schemeFile('default.yaml');
    expect((await score('adopt', file, '--reason', '年度考核通知')).out).toContain('已启用 default 第 1 版');
    expect((await score('adopt', file, '--reason', '再来一次')).err).toContain('已经在用');
    const other = await schemeFile('other.yaml', (text) => second(text).replace('version: 2', 'version: 1'));
    expect((await score('adopt', other, '--reason', '改了分值')).err).toContain('须提高版本号');
  });

  it('shows scores, and one unit’s points with what made them', async () => {
    const { out, code } = await score('show', ...stretch);
    expect(code).toBe(0);
    expect(out).toMatch(/1 +区教育局/);
    const json = await score('show', ...stretch, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      scheme: { id: 'default' },
      groups: [{ label: '区直部门' }],
    });
    const unit = await score('show', ...stretch, '--unit', '区教育局');
    expect(unit.out).toContain('按时签收 5/5，1/1');
    expect(unit.out).toMatch(/提醒函 -0\.5\n +督办文书 -0\.5：.*RUNG_DUE 2024年10月8日17:30/);
    expect((await score('show', ...stretch, '--unit', '区没有局')).err).toContain('没有名为“区没有局”的单位');
  });

  it('rehearses a scheme with a table, JSON and a picture, and writes nothing', async () => {
    const events = () => story.read('select count(*) as n, max(recorded_at)::text as last from event');
    const before = await events();
    const file = await schemeFile('second.yaml', second);
    const picture = join(folder, 'scores.svg');
    const { out } = await score('rehearse', '--scheme', file, ...stretch, '--picture', picture);
    expect(out).toMatch(/区教育局 .* -1\.5 +/);
    const json = await score('rehearse', '--scheme', file, ...stretch, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 'luoshi.score-rehearsal/1',
      after: { version: 2 },
      units: [{ name: '区教育局', change: -1.5 }],
    });
    expect(await readFile(picture, 'utf8')).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*区教育局[\s\S]*<\/svg>\n$/,
    );
    expect(await events()).toEqual(before);
  });

  it('tries other figures over the same record, and says what cannot be changed', async () => {
    const events = () => story.read('select count(*) as n, max(recorded_at)::text as last from event');
    const before = await events();
    const tried = (...set: string[]) =>
      runMain(db, 'scoring', 'what-if', ...stretch, ...set.flatMap((one) => ['--set', one]), '--json');
    const { out } = await tried('blue.each=2', 'reporting.marks=10');
    expect(JSON.parse(out)).toMatchObject({
      after: { label: '默认考核办法（试算）', version: 1 },
      scheme: { sections: [{ marks: 60 }, { marks: 20 }, { marks: 15 }] },
      units: [{ name: '区教育局', before: { rank: 1 }, after: { rank: 1 } }],
    });
    expect(await events()).toEqual(before);
    expect((await tried('logins.each=2')).err).toContain(
      'logins.each：办法里没有这一项。可改的有：indicators（指标达标）',
    );
    expect((await tried('process.marks=30')).err).toContain('本部分随之合计');
    expect((await tried('blue.marks=30')).err).toContain('能改的是blue.each、blue.atMost');
    expect((await tried('reporting.marks=-1')).err).toContain('sections.1.items.1.marks');
    expect((await tried('reporting')).err).toContain('应写成 项目.数字=值');
  });

  it('tells mistakes with line and column, and what central rules forbid by their name', async () => {
    const bad = await schemeFile('bad.yaml', (text) => text.replace('marks: 35', 'marks: many'));
    const { code, err } = await score('check', bad);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.yaml:\d+:\d+ /);
    const warned = await schemeFile('warned.yaml', (text) =>
      text.replace('version: 1', 'version: 3').replace('label: 填报质量', 'label: 系统登录次数'),
    );
    const checked = await score('check', warned);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('《政务移动互联网应用程序规范化管理办法》');
    expect((await score('check', await schemeFile('fine.yaml'))).code).toBe(0);
    expect((await score('facts')).out).toContain('reportedOnTime');
  });

  it('puts a warned scheme in force only with a reason, and records both', async () => {
    const warned = join(folder, 'warned.yaml');
    const refused = await score('adopt', warned, '--reason', '年度考核通知');
    expect(refused.err).toContain('有 1 条提示须先处理');
    expect(await story.read('select 1 from scoring_scheme where version = 3')).toEqual([]);
    const { out } = await score(
      'adopt',
      warned,
      '--reason',
      '年度考核通知',
      '--confirm',
      '只统计安保值守场景',
    );
    expect(out).toContain('1 条提示及理由已记录在案');
    expect(
      await story.read(
        `select kind, rule_id, version, warnings -> 0 ->> 'code' as code, reason from rule_confirmation`,
      ),
    ).toEqual([
      {
        kind: 'scheme',
        rule_id: 'default',
        version: 3,
        code: 'LogInsAndOnlineTime',
        reason: '只统计安保值守场景',
      },
    ]);
  });

  it('enters a bonus by the assessor with a reason, and none of anybody for their own unit', async () => {
    const bonus = (unit: string, by: string, points = '2') =>
      score(
        'bonus',
        '--plan',
        'small-plan',
        '--unit',
        unit,
        '--points',
        points,
        '--reason',
        '做法在全市推广',
        '--by',
        by,
      );
    expect((await bonus('区教育局', 'hq')).err).toContain('只有绩效办');
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `insert into luoshi.role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
         select jurisdiction_id, gen_random_uuid(), id, 'assessor', 'plan', 'small-plan' from luoshi.person where username = 'supervisor'`,
      ),
    );
    expect((await bonus('区政府督查室', 'supervisor')).err).toContain('不能给本单位加分');
    expect((await bonus('区教育局', 'supervisor', '6')).err).toContain('0 到 5 之间');
    expect((await bonus('区教育局', 'supervisor')).out).toContain('已录入');
    const unit = await score(
      'show',
      '--from',
      '2024-09-23',
      '--to',
      '2099-01-01',
      '--plan',
      'small-plan',
      '--unit',
      '区教育局',
    );
    expect(unit.out).toMatch(/做法被采用 2（上限 5）\n +2：做法在全市推广/);
  });

  it('keeps the scores of a stretch under a number', async () => {
    const { out } = await score('keep', ...stretch, '--plan', 'small-plan', '--reason', '国庆前后考核');
    expect(out).toMatch(/^已存档，第 1 份，校验值 [0-9a-f]{64}。/);
  });
});

describe('policy check', () => {
  it('finds nothing in the shipped policy, and a forbidden content by its rule', async () => {
    const file = join(folder, 'policy.yaml');
    await writeFile(file, seedText('policies/default.yaml'));
    expect((await runMain(db, 'policy', 'check', file)).code).toBe(0);
    await writeFile(
      file,
      seedText('policies/default.yaml').replace('label: 默认督办规则', 'label: 领导肯定性批示加分规则'),
    );
    const { code, out } = await runMain(db, 'policy', 'check', file);
    expect(code).toBe(1);
    expect(out).toContain('《整治形式主义为基层减负若干规定》');

    const adopt = (...more: string[]) => runMain(db, 'policy', 'adopt', file, '--reason', '通知', ...more);
    expect((await adopt()).err).toContain('有 1 条提示须先处理');
    expect((await adopt('--confirm', '名称沿用，内容不含')).code).toBe(0);
    expect(
      await story.read(
        `select reason, warnings -> 0 ->> 'code' as code from rule_confirmation where kind = 'policy'`,
      ),
    ).toEqual([{ reason: '名称沿用，内容不含', code: 'LeaderPraise' }]);
  });
});

describe('burden', () => {
  it('lists units and, of one unit, every demand; the minutes are said to be estimates', async () => {
    const { out } = await runMain(db, 'burden', '--month', '2024-09');
    expect(out).toContain('没有实测');
    const unit = await runMain(db, 'burden', '--month', '2024-10', '--unit', '区教育局');
    expect(unit.out).toMatch(/任务填报 +A1-01 第1件实事/);
    const json = await runMain(db, 'burden', '--month', '2024-10', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      figures: { assumed: true },
      months: [{ month: '2024-10' }],
    });
    expect((await runMain(db, 'burden', '--month', '2024-13')).code).toBe(2);
  });
});
