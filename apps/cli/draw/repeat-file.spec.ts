import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commitmentOf,
  draw,
  lotsOf,
  populationHash,
  recordHash,
  seedOf,
  type DrawEntry,
  type DrawRecord,
} from '#truth';
import { policySchema } from '#accountability';
import { repeatFile, repeatText } from './repeat-file.js';

const { draw: policy } = policySchema.shape.verification.parse({});
const { count: _, ...rules } = policy;
const secret = '5e'.repeat(32);
const id = 'd0d0d0d0-0000-4000-8000-000000000001';

const entries = ['education', 'civil', 'health', 'forestry'].map((unit, i): DrawEntry => {
  const signals: DrawEntry['signals'] =
    i === 0
      ? [
          {
            name: 'indicatorGap',
            score: 0.667,
            says: '相差30个百分点。',
            evidence: [{ kind: 'report', id: 'r' }],
          },
        ]
      : [];
  return {
    key: `A1-0${i + 1}/${unit}`,
    taskId: `t${i}`,
    code: `A1-0${i + 1}`,
    title: `第${i + 1}件实事`,
    unitId: `u${i}`,
    unit: `区${unit}`,
    reportId: `r${i}`,
    period: '2024-05 上旬',
    progress: 60,
    expected: 40,
    lots: lotsOf(signals, policy),
    signals,
  };
});

function record(): DrawRecord {
  const hash = populationHash(entries);
  const seed = seedOf({ drawId: id, secret, populationHash: hash, randomness: '' });
  const made = {
    schema: 'luoshi.draw/1' as const,
    id,
    plan: { code: 'p', title: '办好实事实施方案' },
    policy: { id: 'default', version: 3 },
    rules,
    count: 2,
    commitment: { hash: commitmentOf(id, secret), at: '2024-05-13T01:00:00.000Z', by: null },
    population: { hash, frozenAt: '2024-05-13T02:00:00.000Z', by: null, entries },
    randomness: null,
    seed: { secret, seed, at: '2024-05-13T04:00:00.000Z', by: null },
    drawn: draw(seed, entries, rules, 2),
    hash: '',
  };
  return { ...made, hash: recordHash(made) };
}

describe('luoshi draw repeat', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luoshi-repeat-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (content: unknown): Promise<string> => {
    const path = join(folder, `${Math.abs(JSON.stringify(content).length)}.json`);
    await writeFile(path, JSON.stringify(content, null, 2));
    return path;
  };

  it('says that a record comes out the same, and who was drawn', async () => {
    const repeated = await repeatFile(await file(record()), commitmentOf(id, secret).toUpperCase());
    expect(repeated.equal).toBe(true);
    const text = repeatText(repeated);
    expect(text).toContain('重抽结果与记录一致');
    for (const { key } of record().drawn) expect(text).toContain(key);
  });

  it('names the first difference of a record that somebody changed', async () => {
    const changed = record();
    const [first] = changed.population.entries;
    const forged = {
      ...changed,
      population: {
        ...changed.population,
        entries: [{ ...first, lots: 10 }, ...changed.population.entries.slice(1)],
      },
    };
    const repeated = await repeatFile(await file(forged));
    expect(repeated.equal).toBe(false);
    expect(repeatText(repeated)).toMatch(/第一处不同在 A1-01\/education：\n {2}记录 10\n {2}重抽 23/u);
  });

  it('refuses, with line and column, what is no record, and a commitment that is none', async () => {
    const { seed: __, ...rest } = record();
    await expect(repeatFile(await file(rest))).rejects.toMatchObject({
      code: 'FILE_INVALID',
      message: expect.stringMatching(/\.json:\d+:\d+ /u),
    });
    await expect(repeatFile(await file(record()), 'abc')).rejects.toMatchObject({ code: 'FILE_INVALID' });
    await expect(repeatFile(join(folder, 'nowhere.json'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
