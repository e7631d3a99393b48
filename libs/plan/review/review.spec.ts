import fc from 'fast-check';
import { extractPlan, extractionSchema, lintPlan, type Extraction } from '../index.js';
import {
  correctDraft,
  doubtsOf,
  goldOf,
  mergeDrafts,
  nextCode,
  nextPart,
  readAgain,
  readPassage,
  reviewFindings,
  toDrafts,
  type Draft,
} from './index.js';

const TEXT = `河西县人民政府关于印发《2025年兴水行动方案》的通知
河政发〔2025〕3号
一、重点任务
1.整治河道。6月底前清淤5公里；年底前绿化河岸3公里。（县水利局牵头，县财政局、县林业局配合）
2.修通水渠。年底前修通水渠12公里。（县水利局负责）
3.管好水库。（县水利局、县应急管理局按职责分工负责）
`;
const READ = extractPlan(TEXT);
const FACTS = { title: '兴水行动', documentNumber: '', issuedBy: '', issuedOn: null, year: 2025 };
const draft = (code: string): Draft => {
  const found = toDrafts(READ).find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
/** Every list element and every field that is said has a place. */
function unplaced({ body: { task } }: Pick<Draft, 'body'>): string[] {
  const paths = new Set(task.evidence.map(({ path }) => path));
  const wanted = (
    ['lead', 'support', 'canonicalLead', 'canonicalSupport', 'deadlines', 'indicators'] as const
  ).flatMap((field) => task[field].map((_, i) => `/${field}/${i}`));
  return [...wanted, '/text', '/number'].filter((path) => !paths.has(path));
}

describe('drafts', () => {
  it('are the tasks as read, each with a code of its own', () => {
    expect(toDrafts(READ).map(({ code, state, origin }) => [code, state, origin])).toEqual([
      ['A1-01', 'proposed', ['A1-01']],
      ['A1-02', 'proposed', ['A1-02']],
      ['A1-03', 'proposed', ['A1-03']],
    ]);
    const [task] = READ.tasks;
    if (!task) throw new Error('no task');
    expect(toDrafts({ tasks: [task, task, task] }).map(({ code }) => code)).toEqual([
      'A1-01',
      'A1-01b',
      'A1-01c',
    ]);
  });

  it('get codes that nobody has, of which there is no end', () => {
    const taken = new Set(['A1-03']);
    for (let n = 0; n < 60; n += 1) {
      const code = nextPart('A1-03', taken);
      expect(taken.has(code)).toBe(false);
      expect(code).toMatch(/^A1-03[a-z]+$/);
      taken.add(code);
    }
    expect(nextCode('A1', taken)).toBe('A1-04');
    expect(nextCode('A2', taken)).toBe('A2-01');
  });

  it('are doubtful where a rule guessed, but not where the whole document is written so', () => {
    const guessed = doubtsOf(draft('A1-03').body.task);
    expect(guessed.map(({ code }) => code)).toEqual(expect.arrayContaining(['NO_LEAD', 'DEADLINE_INFERRED']));
    expect(guessed.map(({ confidence }) => confidence)).toEqual(
      guessed.map(({ confidence }) => confidence).sort((a, b) => a - b),
    );
    const lines = Array.from(
      { length: 10 },
      (_, i) => `${i + 1}.办好第${i + 1}件事。（县水利局负责）\n`,
    ).join('');
    const many = toDrafts(extractPlan(`2025年工作方案\n一、重点任务\n${lines}`));
    expect(many.flatMap(({ body }) => body.doubts.map(({ code }) => code))).not.toContain(
      'DEADLINE_INFERRED',
    );
  });
});

describe('a correction', () => {
  it('changes what it says and nothing else, and places it', () => {
    const before = draft('A1-01');
    const { body, fields } = correctDraft(before, { lead: ['县财政局'] });
    expect(fields).toEqual(
      ['lead', 'support', 'canonicalLead', 'canonicalSupport'].filter((name) => fields.includes(name)),
    );
    expect(body.task).toMatchObject({ lead: ['县财政局'], support: ['县林业局'], needsAssignment: false });
    expect(body.task.deadlines).toEqual(before.body.task.deadlines);
    expect(unplaced({ body })).toEqual([]);
  });

  it('of nothing is none, whatever is repeated', () => {
    const before = draft('A1-01');
    const { task } = before.body;
    const same = {
      lead: task.lead,
      support: task.support,
      deadlines: task.deadlines,
      indicators: task.indicators,
    };
    expect(correctDraft(before, same).fields).toEqual([]);
    expect(correctDraft(before, { title: task.title ?? '' }).fields).toEqual([]);
  });

  it('answers the doubts about its field', () => {
    const { body } = correctDraft(draft('A1-03'), { lead: ['县水利局'] });
    expect(body.doubts.map(({ code }) => code)).not.toContain('NO_LEAD');
    expect(body.task.warnings.map(({ code }) => code)).not.toContain('NO_LEAD');
    expect(body.doubts.map(({ code }) => code)).toContain('DEADLINE_INFERRED');
  });

  it('makes a title that the text does not print a label', () => {
    expect(correctDraft(draft('A1-02'), { title: '水渠' }).body).toMatchObject({
      label: null,
      task: { title: '水渠' },
    });
    expect(correctDraft(draft('A1-02'), { title: '兴修水利' }).body).toMatchObject({
      label: '兴修水利',
      task: { title: null },
    });
  });

  it('always leaves a valid extraction', () => {
    const names = fc.array(fc.constantFrom('县水利局', '县财政局', '县教育局', '各乡镇'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom('A1-01', 'A1-02', 'A1-03'), names, names, (code, lead, support) => {
        const { body } = correctDraft(draft(code), { lead, support });
        const { task } = body;
        expect(task.lead.filter((name) => task.support.includes(name))).toEqual([]);
        expect(task.needsAssignment).toBe(task.lead.length === 0);
        expect(unplaced({ body })).toEqual([]);
        expect(extractionSchema.safeParse({ ...READ, tasks: [task] }).success).toBe(true);
      }),
    );
  });
});

describe('a passage read again', () => {
  const at = (phrase: string): number => Array.from(TEXT.slice(0, TEXT.indexOf(phrase))).length;
  const context = {
    code: 'A1-09',
    action: 'A1',
    section: '',
    number: '9',
    year: 2025,
    firstListedLeads: false,
  };

  it('is read by the same rules as in its document, with places of the document', () => {
    const whole = draft('A1-02').body.task;
    if (!('start' in whole.span)) throw new Error('a place was expected');
    const { start, end } = whole.span;
    const again = readPassage(Array.from(TEXT).slice(start, end).join(''), start, {
      ...context,
      code: 'A1-02',
    });
    expect(again).toEqual({ ...whole, section: '', evidence: again?.evidence });
  });

  it('keeps what persons said of the whole, and says where a part has no units of its own', () => {
    const whole = draft('A1-01');
    const start = at('6月底前');
    const part = readPassage('6月底前清淤5公里；', start, context);
    if (!part) throw new Error('nothing was read');
    const body = readAgain(part, { ...whole, corrected: [] }, 'part');
    expect(body.task).toMatchObject({ lead: ['县水利局'], support: ['县财政局', '县林业局'] });
    expect(body.doubts.map(({ code }) => code)).toContain('UNITS_OF_WHOLE');
    const said = correctDraft(whole, { lead: ['县财政局'] });
    const kept = readAgain(part, { body: said.body, corrected: said.fields }, 'part');
    expect(kept.task.lead).toEqual(['县财政局']);
    expect(kept.doubts.map(({ code }) => code)).not.toContain('UNITS_OF_WHOLE');
  });

  it('is nothing where nothing is printed', () => {
    expect(readPassage(' \n　', 5, context)).toBeUndefined();
  });
});

describe('merging', () => {
  it('keeps everything that the tasks say, once', () => {
    const merged = mergeDrafts([draft('A1-01'), draft('A1-02')], true);
    if (!merged) throw new Error('nothing merged');
    const { task } = merged.body;
    expect(task).toMatchObject({ lead: ['县水利局'], support: ['县财政局', '县林业局'] });
    const figures = [draft('A1-01'), draft('A1-02')].flatMap(({ body }) => body.task.indicators);
    expect(task.indicators).toEqual(figures);
    expect(figures.length).toBeGreaterThan(0);
    expect(task.deadlines.map(({ date }) => date)).toEqual(['2025-06-30', '2025-12-31']);
    expect(merged.origin).toEqual(['A1-01', 'A1-02']);
    expect(unplaced(merged)).toEqual([]);
    expect(mergeDrafts([], true)).toBeUndefined();
  });
});

describe('what is to be settled', () => {
  const plan = (drafts: Draft[], read: Extraction = READ) => ({
    read,
    facts: { ...FACTS, planCode: 'water' },
    actions: read.actions,
    drafts,
  });
  const open = { unresolved: () => null, codeTaken: false };

  it('is an error only where it cannot be dispatched so', () => {
    const found = reviewFindings(plan(toDrafts(READ)), open);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.map(({ code }) => code)).toContain('NO_LEAD');
    const unknown = reviewFindings(plan(toDrafts(READ)), {
      codeTaken: true,
      unresolved: (_, name) => (name === '县财政局' ? '没有这个单位' : null),
    });
    expect(
      unknown.filter(({ severity }) => severity === 'error').map(({ code, draft: of }) => [code, of]),
    ).toEqual([
      ['PLAN_CODE_TAKEN', null],
      ['UNIT_UNKNOWN', 'A1-01'],
    ]);
  });

  it('is at least one task, each in an action that there is', () => {
    const dropped = toDrafts(READ).map((one): Draft => ({ ...one, state: 'dropped' }));
    expect(reviewFindings(plan(dropped), open).map(({ code }) => code)).toEqual(['NO_TASKS']);
    const { body } = correctDraft(draft('A1-01'), { action: 'A7' });
    const lost = reviewFindings(plan([{ ...draft('A1-01'), body }]), open);
    expect(lost.map(({ code }) => code)).toContain('ACTION_UNKNOWN');
  });

  it('is said once where it is said of most tasks', () => {
    const lines = Array.from(
      { length: 10 },
      (_, i) => `${i + 1}.办好第${i + 1}件事。（县水利局负责）\n`,
    ).join('');
    const read = extractPlan(`2025年工作方案\n一、重点任务\n${lines}`);
    expect(lintPlan(read).filter(({ code }) => code === 'NO_DATE')).toHaveLength(10);
    const found = reviewFindings(plan(toDrafts(read), read), open);
    expect(found.filter(({ code }) => code === 'NO_DATE').map(({ draft: of }) => of)).toEqual([null]);
  });

  it('of a day that does not exist is settled by whoever sets the dates', () => {
    const read = extractPlan(
      '2025年工作方案\n一、重点任务\n1.修渠。2月30日前开工，6月底前修通。（县水利局负责）\n',
    );
    const severities = (one: Draft): string[] =>
      reviewFindings(plan([one], read), open).flatMap(({ code, severity }) =>
        code === 'NO_SUCH_DAY' ? [severity] : [],
      );
    const [first] = toDrafts(read);
    if (!first) throw new Error('no task');
    expect(severities(first)).toEqual(['error']);
    expect(severities({ ...first, corrected: ['deadlines'] })).toEqual(['advice']);
  });
});

describe('the gold of a review', () => {
  it('is an extraction, with who leads as the person said', () => {
    const said = correctDraft(draft('A1-01'), { lead: ['县财政局'], support: ['县水利局', '县教育局'] });
    const first: Draft = { ...draft('A1-01'), body: said.body, corrected: said.fields };
    const gold = goldOf(READ, FACTS, [first, { ...draft('A1-02'), state: 'dropped' }]) as {
      tasks: { effectiveLead: string[]; responsibility: { lead: string[]; support: string[] }[] }[];
    };
    expect(extractionSchema.safeParse(gold).success).toBe(true);
    expect(gold.tasks).toHaveLength(1);
    expect(gold.tasks[0]).toMatchObject({
      effectiveLead: ['县财政局'],
      responsibility: [{ lead: ['县财政局'], support: ['县水利局', '县教育局'] }],
    });
  });
});
