import fc from 'fast-check';
import { civilDateOf } from '#calendar';
import {
  BANNED_PHRASES,
  checkProse,
  dispatchBrief,
  lengthOf,
  monthlyBulletin,
  periodFacts,
  publication,
  quarterlyReview,
  writtenOut,
  type PeriodFacts,
  type PeriodRecord,
} from '../index.js';
import type { FilingOutcome, Standing } from '../facts/period-record.js';
import { GENERAL_AT_MOST, SPECIAL_AT_MOST } from '../kinds/product-kinds.js';
import { filing, LEVELS, sampleRecord, standing, task } from '../testing/sample-record.js';

const OUTCOMES: readonly FilingOutcome[] = ['onTime', 'late', 'silent', 'missed'];
const PAPERS = { blue: 'reminderLetter', yellow: 'supervisionNotice', red: 'circular' } as const;
const STATES = [
  'confirmed',
  'dispatched',
  'disputed',
  'inProgress',
  'closing.verification',
  'suspended',
  'closed',
  'withdrawn',
];

/** Names as units have them, up to thirty characters, some with digits, brackets and marks in them. */
const unitNames = fc.stringMatching(/^[区市县][区市县局委办（）〈〉、“”3]{0,29}$/u);
const titles = fc.stringMatching(/^[建推][建设推进任务项目0-9％。；，“”（）《》 ]{0,59}$/u);

const stood = (units: number): fc.Arbitrary<Standing> =>
  fc
    .record({
      state: fc.constantFrom(...STATES),
      lead: fc.nat({ max: Math.max(0, units - 1) }),
      lag: fc.option(fc.integer({ min: -100, max: 100 })),
      past: fc.boolean(),
      waits: fc.boolean(),
    })
    .map(({ state, lead, lag, past, waits }) =>
      standing({
        state,
        leadUnitIds: units === 0 || state === 'confirmed' ? [] : [`u${lead}`],
        progress: lag === null ? null : 50,
        lag,
        schedule: lag === null || lag < 10 ? 'onTrack' : lag < 20 ? 'behind' : 'seriouslyBehind',
        pastDeadline: past,
        blocked: waits && units > 0 ? { byUnitId: 'u0', accepted: past, reason: '等待。审批（）' } : null,
        dispute: state === 'disputed' && units > 0 ? { unitId: 'u0', reason: '职责不清；。' } : null,
      }),
    );

const records: fc.Arbitrary<PeriodRecord> = fc
  .record({ units: fc.array(unitNames, { maxLength: 8 }), key: fc.constantFrom('2024-05', '2024-Q2') })
  .chain(({ units, key }) =>
    fc
      .record({
        tasks: fc.array(
          fc.record({
            title: titles,
            before: fc.option(stood(units.length)),
            now: stood(units.length),
            action: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        filings: fc.array(
          fc.record({
            unit: fc.nat({ max: 20 }),
            day: fc.integer({ min: 1, max: 30 }),
            outcome: fc.constantFrom(...OUTCOMES),
          }),
          { maxLength: 20 },
        ),
        cards: fc.array(
          fc.record({ unit: fc.nat({ max: 20 }), level: fc.constantFrom('blue', 'yellow', 'red') }),
          {
            maxLength: 5,
          },
        ),
        findings: fc.array(fc.constantFrom('true' as const, 'partlyTrue' as const, 'untrue' as const), {
          maxLength: 4,
        }),
      })
      .map(({ tasks, filings, cards, findings }) => {
        const unitAt = (index: number): string => `u${units.length === 0 ? 0 : index % units.length}`;
        const made = tasks.map(({ title, before, now, action }, index) =>
          task(`t${index}`, {
            title,
            code: `A1-${String(index + 1).padStart(2, '0')}`,
            actionId: action ? 'a1' : 'a2',
            stood: [before, now],
          }),
        );
        const taskAt = (index: number): string => made[index % Math.max(1, made.length)]?.id ?? 't0';
        const hasBoth = units.length > 0 && made.length > 0;
        return sampleRecord(key, {
          units: units.map((name, index) => ({ id: `u${index}`, name })),
          tasks: made,
          filings: !hasBoth
            ? []
            : filings.map(({ unit, day, outcome }, index) =>
                filing(`f${index}`, {
                  unitId: unitAt(unit),
                  taskId: taskAt(unit),
                  dueAt: `2024-05-${String(day).padStart(2, '0')}T09:30:00.000Z`,
                  outcome,
                }),
              ),
          cards: !hasBoth
            ? []
            : cards.map(({ unit, level }, index) => ({
                id: `n${index}`,
                unitId: unitAt(unit),
                level,
                paper: PAPERS[level],
                number: `示督〔2024〕${index + 1}号`,
                title: '',
                issuedAt: '2024-05-21T01:00:00.000Z',
                rescindedAt: null,
                taskIds: [taskAt(unit)],
              })),
          findings: !hasBoth
            ? []
            : findings.map((finding, index) => ({
                id: `v${index}`,
                taskId: taskAt(index),
                unitId: unitAt(index),
                finding,
                words: '现场核实。',
                foundAt: '2024-05-22T01:00:00.000Z',
                done: '完成了2个项目的招标；并已经全部开工建设。',
                corrected: false,
              })),
          levels: LEVELS,
        });
      }),
  );

/** The same cases in every run; `PRODUCT_RUNS=2000` looks at others, and many. */
const WIDE = process.env['PRODUCT_RUNS'];
const RUNS = WIDE === undefined ? { numRuns: 40, seed: 20240531 } : { numRuns: Number(WIDE) };

const WRITERS = { monthlyBulletin, quarterlyReview, dispatchBrief, publication };

describe.each(Object.entries(WRITERS))('%s, whatever the record holds', (_, write) => {
  it('has a fact behind every digit, sound marks, no empty phrase, and the length that the format allows', () => {
    fc.assert(
      fc.property(records, (record) => {
        const facts = periodFacts(record);
        const document = write(facts);
        expect(checkProse(document, facts.book.all())).toEqual([]);
        expect(lengthOf(document.body)).toBeLessThanOrEqual(GENERAL_AT_MOST);
        const text = writtenOut(document);
        expect(BANNED_PHRASES.filter((phrase) => text.includes(phrase))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the facts of a period', () => {
  const sum = (facts: PeriodFacts, names: readonly string[]): number =>
    names.reduce((total, name) => total + facts.book.count(name), 0);

  it('add up: tasks by how they stand, reports by how they came, findings, actions to the whole', () => {
    fc.assert(
      fc.property(records, (record) => {
        const facts = periodFacts(record);
        const { book } = facts;
        const prefixes = [
          '',
          ...record.actions.map(({ id }) => `action.${id}.`),
          ...facts.units.map(({ id }) => `unit.${id}.`),
        ];
        for (const prefix of prefixes) {
          const of = (name: string): string => prefix + name;
          expect(
            sum(
              facts,
              ['undispatched', 'running', 'closed'].map((name) => of(`tasks.${name}`)),
            ),
          ).toBe(book.count(of('tasks.total')));
          expect(
            sum(
              facts,
              ['onTrack', 'behind', 'seriouslyBehind', 'unreported'].map((name) => of(`tasks.${name}`)),
            ),
          ).toBe(book.count(of('tasks.running')));
          expect(
            sum(
              facts,
              ['onTime', 'late', 'unfiled'].map((name) => of(`filings.${name}`)),
            ),
          ).toBe(book.count(of('filings.due')));
          expect(
            sum(
              facts,
              ['true', 'partlyTrue', 'untrue'].map((name) => of(`findings.${name}`)),
            ),
          ).toBe(book.count(of('findings.made')));
        }
        const actions = record.actions.map(({ id }) => `action.${id}.`);
        for (const name of ['tasks.total', 'tasks.late', 'filings.due', 'filings.unfiled', 'findings.made'])
          expect(
            sum(
              facts,
              actions.map((prefix) => prefix + name),
            ),
          ).toBe(book.count(name));
        const units = facts.units.map(({ id }) => `unit.${id}.`);
        for (const name of ['filings.due', 'filings.late', 'cards.issued', 'cards.red'])
          expect(
            sum(
              facts,
              units.map((prefix) => prefix + name),
            ),
          ).toBe(book.count(name));
      }),
      RUNS,
    );
  });

  it('say of every count what was counted', () => {
    fc.assert(
      fc.property(records, (record) => {
        const counts = periodFacts(record)
          .book.all()
          .filter(
            ({ name }) => /(?:tasks|filings|cards|findings)\.\w+$/u.test(name) && !name.endsWith('.rate'),
          );
        expect(counts.filter(({ value, of }) => of.length !== value)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a large plan', () => {
  const units = Array.from({ length: 60 }, (_, index) => ({
    id: `u${index}`,
    name: `示例区${'长'.repeat(26)}局`,
  }));
  const tasks = Array.from({ length: 500 }, (_, index) =>
    task(`t${index}`, {
      code: `A1-${String(index + 1).padStart(2, '0')}`,
      title: `${'推'.repeat(58)}${index}项`,
      stood: [
        standing({ leadUnitIds: [`u${index % 60}`] }),
        standing({
          leadUnitIds: [`u${index % 60}`],
          lag: 25,
          schedule: 'seriouslyBehind',
          pastDeadline: true,
        }),
      ],
    }),
  );
  const filings = tasks.map(({ id }, index) =>
    filing(`f${index}`, { taskId: id, unitId: `u${index % 60}`, outcome: 'silent', filedAt: null }),
  );
  const facts = periodFacts(sampleRecord('2024-05', { units, tasks, filings }));

  it('keeps the length of the format, names every silent unit, and loses no task: what is too long is in the annex', () => {
    const document = monthlyBulletin(facts);
    expect(lengthOf(document.body)).toBeLessThanOrEqual(GENERAL_AT_MOST);
    const text = writtenOut(document);
    for (const { name } of units) expect(text).toContain(name);
    for (const { code } of tasks) expect(text).toContain(code);
    expect(checkProse(document, facts.book.all())).toEqual([]);
  });

  it('has a dispatch brief of the length for a special matter', () => {
    const brief = dispatchBrief(facts);
    expect(lengthOf(brief.body)).toBeLessThanOrEqual(SPECIAL_AT_MOST);
    const text = writtenOut(brief);
    for (const { code } of tasks) expect(text).toContain(code);
  });

  it('is dated by its issue, not by its facts', () => {
    expect(monthlyBulletin(facts).signature.date).toBe('2024-06-01');
    expect(civilDateOf(facts.record.asOf)).toBe('2024-05-31');
  });
});
