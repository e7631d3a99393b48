import { readFileSync } from 'node:fs';
import { complianceWarnings, parseScheme, schemeWarnings, type Scheme } from '../index.js';

const seed = (path: string): string =>
  readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');
const text = seed('scoring/default.yaml');
const problems = (changed: string): string[] => {
  const parsed = parseScheme(changed);
  return parsed.ok ? [] : parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};
const read = (changed: string): Scheme => {
  const parsed = parseScheme(changed);
  if (!parsed.ok) throw new Error(problems(changed).join('\n'));
  return parsed.value;
};
const codes = (changed: string): string[] => schemeWarnings(read(changed)).map(({ code }) => code);

describe('a scoring scheme', () => {
  it('is read as shipped, sums to 100, and draws no warning', () => {
    const scheme = read(text);
    expect(scheme.sections.map(({ marks }) => marks)).toEqual([60, 25, 15]);
    expect(scheme.deductions.map(({ each }) => each)).toEqual([0.5, 1, 2, 3]);
    expect(scheme.bonus?.atMost).toBe(5);
    expect(schemeWarnings(scheme)).toEqual([]);
    expect(schemeWarnings(read(seed('scoring/bands.yaml')))).toEqual([]);
  });

  it('is refused with line and column where it does not add up, repeats a name, or asks for what is no fact', () => {
    expect(problems(text.replace('marks: 35', 'marks: 30'))).toEqual([
      expect.stringMatching(/^11:\d+ .*“工作结果”满分 60 分，各项合计 55 分/),
    ]);
    expect(problems(text.replace('id: signing', 'id: reporting'))).toEqual([
      expect.stringContaining('标识“reporting”重复'),
    ]);
    expect(problems(text.replace('of: signedOnTime', 'of: logins'))).toEqual([
      expect.stringMatching(/^\d+:\d+ .*formula\.of/),
    ]);
    expect(problems(text.replace('of: returns', 'of: returns, level: red'))).toEqual([
      expect.stringContaining('只有督办文书'),
    ]);
  });

  it('is refused where bands rise from top to bottom or give more than the item', () => {
    const bands = seed('scoring/bands.yaml');
    expect(problems(bands.replace('from: 85, marks: 60', 'from: 96, marks: 60'))).toEqual([
      expect.stringContaining('从高到低'),
    ]);
    expect(problems(bands.replace('from: 95, marks: 70', 'from: 95, marks: 71'))).toEqual([
      expect.stringContaining('最多 70 分'),
    ]);
  });

  it('is warned of where a card costs as much as a done that was found untrue', () => {
    expect(codes(text.replace('level: interview, each: 3', 'level: interview, each: 6'))).toEqual([
      'UntrueTooCheap',
    ]);
  });
});

describe('what central rules forbid as content of an assessment', () => {
  const labelled = (label: string): string => text.replace('label: 填报质量', `label: ${label}`);

  it.each([
    ['获省领导批示加分', 'LeaderPraise'],
    ['领导肯定性批示', 'LeaderPraise'],
    ['在市级以上媒体刊发文章', 'PublishedArticles'],
    ['信息简报采用篇数', 'PublishedArticles'],
    ['工作留痕资料齐全', 'TracesAndPhotos'],
    ['现场照片得分', 'TracesAndPhotos'],
    ['开会次数', 'MeetingsAndPapers'],
    ['系统登录次数', 'LogInsAndOnlineTime'],
    ['平台在线时长', 'LogInsAndOnlineTime'],
    ['用户活跃度', 'LogInsAndOnlineTime'],
    ['公众号点赞量', 'LikesAndForwards'],
  ])('is warned of, with place and rule: %s', (label, code) => {
    const warnings = schemeWarnings(read(labelled(label)));
    expect(warnings.map((one) => one.code)).toContain(code);
    const [warning] = warnings;
    expect(warning?.path).toEqual(['sections', 1, 'items', 2, 'label']);
    expect(warning?.message).toMatch(/（.*《.+》）$/);
  });

  it.each([
    '任务办结质量',
    '领导批示件按期办结', // a task that comes from an instruction is work, and may be scored
    '不以登录次数计分',
    '签收及时',
    '会议议定事项落实',
    '做法被其他单位采用',
  ])('is not seen in: %s', (label) => {
    expect(codes(labelled(label))).toEqual([]);
  });

  it('is not seen in the shipped policy', async () => {
    const { parsePolicy } = await import('#accountability');
    const policy = parsePolicy(seed('policies/default.yaml'));
    if (!policy.ok) throw new Error('cannot be read');
    expect(complianceWarnings(policy.value)).toEqual([]);
  });
});

describe('a form', () => {
  it.each([
    [{ fields: [{ label: '现场照片不少于3张' }] }, ['fields', 0, 'label']],
    [{ fields: [{ label: '必须上传工作视频' }] }, ['fields', 0, 'label']],
    [{ evidence: { photo: 'required' } }, ['evidence', 'photo']],
    [{ evidence: { requiredPhotos: true } }, ['evidence', 'requiredPhotos']],
  ])('is warned of where it asks for compulsory photos: %j', (form, path) => {
    expect(complianceWarnings(form, ['form'])).toMatchObject([{ code: 'CompulsoryPhotos', path }]);
  });

  it.each([[{ label: '照片（选填）' }], [{ label: '无须上传照片' }], [{ evidence: { photo: 'optional' } }]])(
    'is not, where a photo may be given: %j',
    (form) => {
      expect(complianceWarnings(form, ['form'])).toEqual([]);
    },
  );
});
