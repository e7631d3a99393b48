import type { PublicationRules } from '#accountability';
import fc from 'fast-check';
import { periodFacts, publication, verifiedTasks, type PeriodRecord } from '#products';
import {
  csvOf,
  listedTasks,
  namesIn,
  OPEN_TABLES,
  openDataBytes,
  openDataJsonSchema,
  openDataOf,
  publicRecord,
  publicSite,
  readOpenData,
  releaseFaults,
  slug,
  type OpenData,
  type Release,
  relative,
} from '#publication';
import { busyMonth, sampleRecord, standing, task } from '../testing/sample-record.js';

const MODEST: PublicationRules = {
  ...{ enabled: true, units: true, titles: true, schedule: false, progress: false, indicators: false },
  ...{ tenDays: false, addedTasks: false, licence: '注明来源即可使用', licenceUrl: null, contact: null },
};
const AT = '2024-06-03T01:00:00.000Z';

/** A release of a record under rules, as the engine makes it. */
function released(record: PeriodRecord, rules: PublicationRules, added: readonly string[] = []) {
  const facts = periodFacts(publicRecord(record, rules, new Set(added)));
  const document = publication(facts);
  const listed = listedTasks(document);
  const data = openDataOf(facts, {
    division: { code: '990101', name: '示例区' },
    planCode: 'small-plan',
    edition: 1,
    releasedAt: AT,
    document: document.title,
    publisher: '指挥部办公室',
    rules,
    figures: new Map(
      record.findings.map(({ id, taskId }) => [
        id,
        {
          progress: 40,
          indicators: record.tasks.find((one) => one.id === taskId)?.indicators ?? [],
        },
      ]),
    ),
    tenDays: [{ period: '2024-05 上旬', endsOn: '2024-05-10', closed: 0, verified: 1 }],
    listed: (id) => listed.has(id),
  });
  return { facts, document, data };
}

const everyPage = async (
  data: OpenData,
  document: ReturnType<typeof publication>,
  some = /./u,
): Promise<string> => {
  const release: Release = {
    ...{ productId: 'p', planCode: data.plan.code, planTitle: data.plan.title, scopeCode: null },
    ...{ scopeName: data.plan.title, period: '2024-05', edition: 1, title: document.title },
    ...{ sha256: '0'.repeat(64), size: 1, releasedAt: AT, withdrawnAt: null, withdrawnReason: null },
  };
  const site = publicSite({
    division: data.division,
    releases: [release],
    content: () => Promise.resolve({ bytes: openDataBytes(data), data, document, files: [] }),
    url: 'https://example.gov.cn/public',
  });
  let all = '';
  for (const path of (await site.paths()).filter((one) => some.test(one))) {
    const file = await site.file(path);
    if (file === null || file === 'gone') throw new Error(`${path} is not there`);
    all += new TextDecoder().decode(file.bytes);
  }
  return all;
};

describe('the data set of a release', () => {
  it('says of verified tasks what the rules allow, and of others nothing', () => {
    const { data } = released(busyMonth(), MODEST);
    expect(data.tasks.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['A1-01', 'foundTrue'],
      ['A1-02', 'closed'],
    ]);
    expect(data.tasks.every(({ progress, schedule }) => progress === null && schedule === null)).toBe(true);
    expect([data.indicators, data.tenDays, data.overview.onTrack]).toEqual([[], [], null]);
    const bare = released(busyMonth(), { ...MODEST, units: false, titles: false }).data;
    expect(bare.tasks.map(({ title, leadUnits }) => [title, leadUnits])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('gives the progress that was verified, and how it keeps up only as far as nothing newer was reported', () => {
    const rules = { ...MODEST, progress: true, schedule: true };
    const of = (progress: number) => {
      const record = busyMonth();
      const tasks = record.tasks.map((one) =>
        one.id === 't1' ? { ...one, stood: [null, standing({ progress, schedule: 'behind' })] } : one,
      );
      return released({ ...record, tasks }, rules).data.tasks[0];
    };
    expect(of(40)).toMatchObject({ progress: 40, schedule: 'behind' });
    expect(of(70)).toMatchObject({ progress: 40, schedule: null });
  });

  it('takes off in a correction what was found untrue or was opened again since, and leaves counts of past periods alone', () => {
    const month = busyMonth();
    const outcomesOf = (record: PeriodRecord) =>
      released(record, MODEST).data.tasks.map(({ code, outcome }) => `${code} ${outcome}`);
    expect(outcomesOf(month)).toEqual(['A1-01 foundTrue', 'A1-02 closed']);
    const finding = month.findings.find(({ id }) => id === 'v1');
    if (finding === undefined) throw new Error('the month has no finding');
    const known: PeriodRecord = {
      ...month,
      asOf: '2024-06-05T02:00:00.000Z',
      findings: [
        ...month.findings,
        { ...finding, id: 'v9', finding: 'untrue', foundAt: '2024-06-04T02:00:00.000Z' },
      ],
      tasks: month.tasks.map((one) => ({ ...one, openAgain: one.code === 'A1-02' })),
    };
    expect(outcomesOf(known)).toEqual([]);
    expect(verifiedTasks(periodFacts(known), 'periodEnd').map(({ task: { code } }) => code)).toEqual([
      'A1-01',
      'A1-02',
    ]);
  });

  it('leaves out what the document no longer lists, and tasks that are not of the plan', () => {
    const record = busyMonth();
    expect(released(record, MODEST, ['t1']).data.tasks.map(({ code }) => code)).toEqual(['A1-02']);
    expect(released(record, { ...MODEST, addedTasks: true }, ['t1']).data.tasks).toHaveLength(2);
  });

  it('is the same bytes for the same facts, and is read back as what it was', () => {
    const { data } = released(busyMonth(), { ...MODEST, indicators: true, tenDays: true });
    expect(openDataBytes(data)).toEqual(
      openDataBytes(released(busyMonth(), { ...MODEST, indicators: true, tenDays: true }).data),
    );
    expect(readOpenData(openDataBytes(data))).toEqual(data);
    expect(() => readOpenData(new TextEncoder().encode('{"schema":"other"}'))).toThrow();
  });

  it('has a schema that describes each of its members', () => {
    const undescribed: string[] = [];
    const look = (node: Record<string, unknown>, path: string): void => {
      const properties = (node['properties'] ?? {}) as Record<string, Record<string, unknown>>;
      for (const [name, member] of Object.entries(properties)) {
        const inner = (member['anyOf'] as Record<string, unknown>[] | undefined)?.[0] ?? member;
        const nested = inner['properties'] !== undefined;
        if (member['description'] === undefined && !nested) undescribed.push(`${path}.${name}`);
        look(inner, `${path}.${name}`);
        look((inner['items'] ?? {}) as Record<string, unknown>, `${path}.${name}[]`);
      }
    };
    look(openDataJsonSchema() as Record<string, unknown>, '');
    expect(undescribed).toEqual([]);
  });
});

describe('what the rules keep in the house', () => {
  /** Words that stand in no publication, in every place of a record that takes words. */
  const withSecrets = (record: PeriodRecord, secret: string): PeriodRecord => ({
    ...record,
    tasks: [
      ...record.tasks.map((one) => ({
        ...one,
        said: { done: secret, problems: secret, nextSteps: secret },
        stood: one.stood.map(
          (stood) =>
            stood && {
              ...stood,
              blocked: { byUnitId: 'u4', accepted: false, reason: secret },
              dispute: { unitId: 'u1', reason: secret },
            },
        ),
      })),
      task('t90', {
        title: secret,
        indicators: [{ position: 1, name: secret, target: secret, reading: secret, reached: true }],
      }),
      task('t91', { title: secret, stood: [null, standing({ state: 'closed' })] }),
    ],
    findings: record.findings.map((finding) => ({ ...finding, words: secret, done: secret })),
    cards: [
      {
        id: 'c9',
        unitId: 'u4',
        level: 'red',
        paper: 'circular',
        number: secret,
        title: secret,
        issuedAt: record.asOf,
        rescindedAt: null,
        taskIds: ['t1'],
      },
    ],
  });

  it('is in no file of the site, whatever the words are and whatever else the rules allow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[一-龥]{6}[<&"'=+@]{0,3}$/u),
        fc.record({
          units: fc.boolean(),
          titles: fc.boolean(),
          schedule: fc.boolean(),
          progress: fc.boolean(),
          indicators: fc.boolean(),
          tenDays: fc.boolean(),
        }),
        async (word, some) => {
          const secret = `密${word}密`;
          const rules = { ...MODEST, ...some };
          // t90 nobody verified; t91 is closed, but no task of the plan.
          const { data, document } = released(withSecrets(busyMonth(), secret), rules, ['t91']);
          const all = (await everyPage(data, document)) + JSON.stringify(data);
          expect(all).not.toContain(secret.slice(0, 7));
          if (!rules.units) expect(JSON.stringify([data.tasks, document.body])).not.toContain('区教育局');
          if (!rules.titles) expect(JSON.stringify(data.tasks)).not.toContain('科普教育基地');
        },
      ),
      { numRuns: process.env['LUOSHI_VERIFY'] === undefined ? 5 : 50 },
    );
  });

  it('is found in a document before it goes out: figures, names, tasks, numbers of persons', () => {
    const { facts, document } = released(busyMonth(), MODEST);
    const allowed = { isVerified: () => true, unnamed: [] };
    const faults = (body: string, kind: 'text' | 'figure' = 'text') =>
      releaseFaults(
        {
          ...document,
          body: [
            {
              kind: 'paragraph',
              line: [kind === 'text' ? { kind, text: body } : { kind, text: '3', source: body }],
            },
          ],
        },
        allowed,
      ).map(({ code, what }) => [code, what]);
    expect(releaseFaults(document, allowed)).toEqual([]);
    expect(faults('cards.yellow', 'figure')).toEqual([['FigureNotPublic', 'cards.yellow']]);
    expect(faults('filings.unfiled', 'figure')).toHaveLength(1);
    expect(faults('请致电13812345678。')).toEqual([['PersonalNumber', '138…78']]);
    expect(faults('身份证号43081119800101123x')).toEqual([['PersonalNumber', '430…3x']]);
    expect(faults('监督电话0744-5618000，2024年5月31日，投资13812.5万元')).toEqual([]);
    expect(releaseFaults(document, { ...allowed, isVerified: (id) => id !== 't1' })).toEqual([
      { code: 'TaskNotVerified', what: 't1' },
    ]);
    expect(releaseFaults(document, { ...allowed, unnamed: ['区教育局', '区林业局'] })).toEqual([
      { code: 'NotToBeNamed', what: '区教育局' },
    ]);
    expect(facts.record.cards).toEqual([]);
    const named = { ...document, title: '由欧阳春雪同志公示' };
    expect(namesIn(named, ['欧阳春雪', '张三', '办'])).toEqual(['欧阳春雪']);
  });
});

describe('the files of the site', () => {
  it('quote what a table programme would reckon with', async () => {
    const record = sampleRecord('2024-05', {
      tasks: [task('t1', { title: '=1+1,"引号"', stood: [null, standing({ state: 'closed' })] })],
    });
    const { data } = released(record, MODEST);
    const [tasks] = OPEN_TABLES;
    const csv = new TextDecoder().decode(await csvOf(tasks as (typeof OPEN_TABLES)[number], data));
    expect(csv).toContain(`"'=1+1,""引号"""`);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('escape what was typed, wherever it is shown', async () => {
    const record = sampleRecord('2024-05', {
      tasks: [
        task('t1', { title: '<img src=x onerror=alert(1)>', stood: [null, standing({ state: 'closed' })] }),
      ],
    });
    const { data, document } = released(record, MODEST);
    expect(await everyPage(data, document, /\.(html|xml)$/u)).not.toContain('<img src=x');
  });

  it('lead to one another whatever folder they stand in', () => {
    expect(relative('plans/p/2024-05/index.html', 'style.css')).toBe('../../../style.css');
    expect(relative('plans/p/index.html', 'plans/p/2024-05/index.html')).toBe('2024-05/index.html');
    expect(relative('index.html', 'plans/p/index.html')).toBe('plans/p/index.html');
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-c]{1,2}$/u), { minLength: 1, maxLength: 4 }),
        fc.array(fc.stringMatching(/^[a-c]{1,2}$/u), { minLength: 1, maxLength: 4 }),
        (from, to) => {
          const target = new URL(relative(from.join('/'), to.join('/')), `http://x/${from.join('/')}`);
          expect(target.pathname).toBe(`/${to.join('/')}`);
        },
      ),
    );
  });

  it('have names that are names on every file system', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(slug(code)).toMatch(/^[\w.-]*$/u);
        expect(slug(code).startsWith('.')).toBe(false);
      }),
    );
    expect(slug('wulingyuan-2024')).toBe('wulingyuan-2024');
    expect(slug('../方案 一')).toBe('_2e_._2f__65b9__6848__20__4e00_');
  });
});
