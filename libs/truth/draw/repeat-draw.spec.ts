import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { TRUTH_SIGNALS } from '#accountability';
import { RULES } from '../testing/cases.js';
import { commitmentOf, populationHash, recordHash, seedOf } from './draw-hashes.js';
import { drawRecordSchema, type DrawEntry, type DrawRecord } from './draw-record.schema.js';
import { draw } from './draw.js';
import { lotsOf } from './lots-of.js';
import { repeatDraw } from './repeat-draw.js';

const { baseLots, fewestLots, mostLots, lots, shareAtMost } = RULES.draw;

function entry(key: string, signals: DrawEntry['signals']): DrawEntry {
  return {
    key,
    taskId: `t-${key}`,
    code: key.split('/')[0] ?? '',
    title: '新建学校',
    unitId: `u-${key}`,
    unit: '区教育局',
    reportId: `r-${key}`,
    period: '2024-05 上旬',
    progress: 60,
    expected: 40,
    lots: lotsOf(signals, RULES.draw),
    signals,
  };
}

interface Given {
  keys: readonly string[];
  scores: readonly number[];
  count: number;
  secret: string;
  randomness: string | null;
  certain?: DrawRecord['rules']['certain'];
}

/** A record as a draw leaves it. */
function drawnRecord({ keys, scores, count, secret, randomness, certain = [] }: Given): DrawRecord {
  const id = 'd0d0d0d0-0000-4000-8000-000000000001';
  const entries = keys.map((key, i) =>
    entry(
      key,
      scores.slice(0, i % (scores.length + 1)).map((score, n) => ({
        name: TRUTH_SIGNALS[(i + n) % TRUTH_SIGNALS.length] ?? 'indicatorGap',
        score,
        says: '相差30个百分点。',
        evidence: [{ kind: 'report', id: `r-${key}` }],
      })),
    ),
  );
  const hash = populationHash(entries);
  const seed = seedOf({ drawId: id, secret, populationHash: hash, randomness: randomness ?? '' });
  const rules = {
    baseLots,
    fewestLots,
    mostLots,
    lots,
    shareAtMost,
    certain,
    publicRandomness: 'optional' as const,
  };
  const record = {
    schema: 'luoshi.draw/1' as const,
    id,
    plan: { code: 'wulingyuan-2024', title: '八大行动' },
    policy: { id: 'default', version: 3 },
    rules,
    count,
    commitment: { hash: commitmentOf(id, secret), at: '2024-05-13T01:00:00.000Z', by: 'p1' },
    population: { hash, frozenAt: '2024-05-13T02:00:00.000Z', by: 'p1', entries },
    randomness:
      randomness === null
        ? null
        : { text: randomness, source: '彩票', at: '2024-05-13T03:00:00.000Z', by: 'p2' },
    seed: { secret, seed, at: '2024-05-13T04:00:00.000Z', by: 'p1' },
    drawn: draw(seed, entries, rules, count),
    hash: '',
  };
  return { ...record, hash: recordHash(record) };
}

const given: fc.Arbitrary<Given> = fc.record({
  keys: fc.uniqueArray(fc.stringMatching(/^(A|B|批示)\d{1,2}\/[a-z-]{1,8}$/u), {
    minLength: 2,
    maxLength: 20,
  }),
  scores: fc.array(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    { maxLength: 9 },
  ),
  count: fc.integer({ min: 1, max: 12 }),
  secret: fc.stringMatching(/^[0-9a-f]{64}$/u),
  randomness: fc.option(fc.constantFrom('双色球2024053期 03 07 12 18 25 31 + 09', '3154.55')),
  certain: fc.constantFrom([], [{ signal: 'partsGap' as const, from: 0.8 }]),
});

const SAMPLE: Given = {
  keys: [
    'A1-01/education',
    'A1-02/forestry',
    'A2-05/health',
    'A3-01/education',
    'A8-11/culture',
    '批示-3/审计',
  ],
  scores: [0.667, 1, 0.25],
  count: 2,
  secret: '5e'.repeat(32),
  randomness: '3154.55',
};

describe('a draw that is repeated from its record', () => {
  it('comes out the same', () => {
    fc.assert(
      fc.property(given, (of) => {
        const record = drawRecordSchema.parse(JSON.parse(JSON.stringify(drawnRecord(of))));
        expect(repeatDraw(record)).toEqual({ equal: true });
        expect(repeatDraw(record, record.commitment.hash)).toEqual({ equal: true });
      }),
    );
  });

  it('never does when anything at all in the record was changed', () => {
    const record = drawnRecord(SAMPLE);
    const places = pathsOf(record);
    expect(places.length).toBeGreaterThan(100);
    for (const path of places) {
      const changed = structuredClone(record);
      change(changed, path);
      expect([path.join('.'), repeatDraw(changed).equal]).toEqual([path.join('.'), false]);
    }
  });

  it('names the first thing that differs, also where the hash of the record was made anew', () => {
    const forge = (alter: (record: DrawRecord) => void): ReturnType<typeof repeatDraw> => {
      const record = structuredClone(drawnRecord(SAMPLE));
      alter(record);
      return repeatDraw({ ...record, hash: recordHash(record) });
    };
    const first = (one: ReturnType<typeof repeatDraw>): string => (one.equal ? 'equal' : one.first.where);
    expect(first(forge((record) => (record.seed.secret = 'ab'.repeat(32))))).toBe('commitment');
    const lots = forge((record) => ((record.population.entries[1] as DrawEntry).lots += 5));
    expect(lots).toMatchObject({ first: { where: 'A1-02/forestry', recorded: '25', repeated: '20' } });
    expect(first(forge((record) => (record.population.entries = record.population.entries.slice(1))))).toBe(
      'population',
    );
    expect(first(forge((record) => (record.randomness = null)))).toBe('seed');
    expect(first(forge((record) => record.drawn.reverse()))).toBe('drawn 1');
    expect(first(forge((record) => (record.drawn = record.drawn.slice(0, 1))))).toBe('drawn');
    expect(first(forge((record) => (record.population.frozenAt = '2024-05-13T00:30:00.000Z')))).toBe(
      'order of events',
    );
    expect(first(forge((record) => ((record.population.entries[0] as DrawEntry).title = '另一项')))).toBe(
      'equal',
    );
  });

  it('made up from beginning to end is told by the commitment that was published', () => {
    const published = drawnRecord(SAMPLE).commitment.hash;
    const another = drawnRecord({ ...SAMPLE, secret: 'cd'.repeat(32) });
    expect(repeatDraw(another)).toEqual({ equal: true });
    expect(repeatDraw(another, published)).toMatchObject({ equal: false, first: { where: 'commitment' } });
  });
});

describe('the recipe of docs/truth-checks.md', () => {
  it('gives the same to whoever follows it with other means', () => {
    fc.assert(
      fc.property(given, (of) => {
        const record = drawnRecord(of);
        expect(followed(record)).toEqual(record.drawn.map(({ key }) => key));
      }),
    );
  });

  it('gives the same in Python, as it stands there', () => {
    const python = pythonOf(readFileSync(new URL('../../../docs/truth-checks.md', import.meta.url), 'utf8'));
    if (!hasPython()) {
      console.warn('python3 is not there: the text of docs/truth-checks.md was not run');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-draw-'));
    try {
      writeFileSync(join(folder, 'draw.py'), python);
      const samples = [SAMPLE, ...fc.sample(given, { numRuns: 4, seed: 11 })];
      for (const of of samples) {
        const record = drawnRecord(of);
        writeFileSync(join(folder, 'record.json'), JSON.stringify(record, null, 2));
        const out = execFileSync('python3', [join(folder, 'draw.py'), join(folder, 'record.json')], {
          encoding: 'utf8',
        });
        expect(out.trim().split('\n').filter(Boolean)).toEqual(record.drawn.map(({ key }) => key));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/**
 * The recipe followed line by line, written from the page and not from the program: lots as a flat list of numbered
 * slips, sorted once; who comes up first is drawn, slips of whoever is drawn already are passed over.
 */
function followed(record: DrawRecord): string[] {
  const hashOf = (lines: (string | number)[]): string => {
    const hash = createHash('sha256');
    for (const line of lines) hash.update(`${line}`).update('\n');
    return hash.digest('hex');
  };
  const { rules, population, id } = record;
  const bytes = (text: string): string => Buffer.from(text).toString('hex');
  const sorted = [...population.entries].sort((a, b) => (bytes(a.key) < bytes(b.key) ? -1 : 1));
  const lines = sorted.map((one) => {
    const scores = one.signals.map(({ name, score }) => `${name}=${(score * 1000).toFixed(0)}`);
    return [one.key, one.reportId, one.lots, scores.sort().join(',')].join('\t');
  });
  const frozen = hashOf(['luoshi.draw/1', 'population', ...lines]);
  const seed = hashOf([
    'luoshi.draw/1',
    'seed',
    id,
    record.seed.secret,
    frozen,
    record.randomness?.text ?? '',
  ]);
  const ruled = sorted.filter((one) =>
    rules.certain.some(({ signal, from }) =>
      one.signals.some(({ name, score }) => name === signal && score >= from),
    ),
  );
  const others = sorted.filter((one) => !ruled.includes(one));
  const slips: [number: string, key: string][] = [];
  for (const one of others)
    for (let lot = 1; lot <= one.lots; lot += 1) slips.push([hashOf([seed, one.key, lot]), one.key]);
  const places = Math.min(record.count, Math.floor(others.length * rules.shareAtMost));
  const drawn = new Set<string>();
  for (const [, key] of slips.sort(([a], [b]) => (a < b ? -1 : 1))) if (drawn.size < places) drawn.add(key);
  return [...ruled.map(({ key }) => key), ...drawn];
}

const pythonOf = (page: string): string => {
  const code = /```python\n([\s\S]+?)```/u.exec(page)?.[1];
  if (code === undefined) throw new Error('the page has no recipe in Python');
  return code;
};

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type Path = (string | number)[];

/** Every place in a value that holds a figure, a word or nothing. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
}

/** Alters what stands there: a figure by one, a word by a letter. */
function change(record: object, path: Path): void {
  const last = path.at(-1) as string;
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      record as Record<string, unknown>,
    );
  const was = holder[last];
  if (typeof was === 'number') holder[last] = was + 1;
  else if (typeof was === 'string')
    holder[last] = was.endsWith('0') ? `${was.slice(0, -1)}1` : `${was.slice(0, -1)}0`;
  else holder[last] = 'x';
}
