import { readFileSync, writeFileSync } from 'node:fs';
import { supervisionNoticeText } from '#reporting';
import { checkOwnDocument, writeDocx, type Block, type OfficialDocument } from '#official';
import {
  annualAssessment,
  assessmentFacts,
  BANNED_PHRASES,
  caseFacts,
  checkProse,
  correctionFacts,
  dispatchBrief,
  meetingFacts,
  meetingMinutes,
  monthlyBulletin,
  namedWordsOf,
  noticeDocument,
  noticeDocumentFacts,
  partsOfBody,
  periodFacts,
  publication,
  quarterlyReview,
  specialReport,
  writtenOut,
  type FactBook,
  type PeriodFacts,
} from '../index.js';
import { sampleAssessment, sampleCase, sampleMeeting } from '../testing/sample-cases.js';
import { busyMonth, busyQuarter, filing, sampleRecord, standing, task } from '../testing/sample-record.js';

interface Written {
  document: OfficialDocument;
  book: FactBook;
}

const written = <T extends { book: FactBook }>(facts: T, write: (facts: T) => OfficialDocument): Written => ({
  document: write(facts),
  book: facts.book,
});

const ofAction = (): PeriodFacts =>
  periodFacts({
    ...busyMonth(),
    scope: { per: 'action', actionId: 'a1' },
    actions: busyMonth().actions.slice(0, 1),
    tasks: busyMonth().tasks.filter(({ actionId }) => actionId === 'a1'),
  });

const NOTICE = {
  documentNumber: '示督办〔2024〕3号',
  issuer: '示例区督查室',
  issuedAt: '2024-05-23T02:00:00.000Z',
  unit: '区民政局',
  plan: { title: '示例区“八大行动”实施方案', documentNumber: '示政办发〔2024〕2号' },
  tasks: ['A1-03', 'A1-05'].map((code) => ({
    code,
    title: `任务${code}`,
    periods: [{ label: '2024年5月中旬', dueAt: '2024-05-20T09:30:00.000Z' }],
  })),
  rule: { label: '《督查工作规则》', version: 2 },
  appealWithin: 3,
  earlier: [{ label: '提醒函', documentNumber: '示督提〔2024〕1号', issuedAt: '2024-05-21T02:00:00.000Z' }],
};
const ANSWER_BY = '2024-05-28T09:30:00.000Z';
const noticeText = supervisionNoticeText({
  ...NOTICE,
  cardLabel: '黄牌',
  answerBy: ANSWER_BY,
  copiesTo: ['专班召集人'],
});

const PRODUCTS: Record<string, () => Written> = {
  'monthly-bulletin': () => written(periodFacts(busyMonth()), monthlyBulletin),
  'monthly-bulletin-of-an-action': () => written(ofAction(), monthlyBulletin),
  'monthly-bulletin-of-a-quiet-month': () =>
    written(periodFacts(sampleRecord('2024-05', { filings: [] })), monthlyBulletin),
  'dispatch-brief': () => written(periodFacts(busyMonth()), dispatchBrief),
  'dispatch-brief-of-nothing': () => written(periodFacts(sampleRecord('2024-05')), dispatchBrief),
  'dispatch-brief-of-a-person': () =>
    written(
      periodFacts({
        ...busyMonth(),
        scope: {
          ...{ per: 'person', personId: 'p1', name: '王向阳' },
          ...{ ofWholePlan: false, actionCodes: ['A1'], unitIds: [] },
        },
        issue: { ...busyMonth().issue, addressees: ['王向阳同志'], copiesTo: [] },
        tasks: busyMonth().tasks.filter(({ actionId }) => actionId === 'a1'),
      }),
      dispatchBrief,
    ),
  'monthly-bulletin-that-corrects-another': () =>
    written(
      correctionFacts(periodFacts(sampleRecord('2024-05')), {
        title: '关于示例区“八大行动”2024年5月落实情况的通报',
        number: '示指办通〔2024〕5号',
        issuedOn: '2024-06-03',
        withdrawnOn: null,
      }),
      monthlyBulletin,
    ),
  'meeting-minutes-that-correct-others': () =>
    written(
      correctionFacts(meetingFacts(sampleMeeting()), {
        title: '示例区“八大行动”调度会议纪要',
        number: null,
        issuedOn: '2024-06-03',
        withdrawnOn: '2024-06-05',
      }),
      meetingMinutes,
    ),
  publication: () => written(periodFacts(busyMonth()), publication),
  'quarterly-review': () => written(periodFacts(busyQuarter()), quarterlyReview),
  'annual-assessment': () => written(assessmentFacts(sampleAssessment()), annualAssessment),
  'special-report': () => written(caseFacts(sampleCase()), specialReport),
  'special-report-of-several-units': () =>
    written(
      caseFacts(
        sampleCase({
          filings: (['onTime', 'late', 'silent'] as const).flatMap((outcome, at) => [
            { ...filing(`e${at}`, { unitId: 'u3', taskId: 't3' }), period: '2024年5月中旬' },
            {
              ...filing(`f${at}`, { unitId: `u${at + 1}`, taskId: 't3', outcome }),
              period: '2024年5月下旬',
            },
          ]),
        }),
      ),
      specialReport,
    ),
  'meeting-minutes-of-a-task-force': () =>
    written(meetingFacts(sampleMeeting({ attended: ['专班各成员单位'] })), meetingMinutes),
  'meeting-minutes': () => written(meetingFacts(sampleMeeting()), meetingMinutes),
  'supervision-notice': () =>
    written(
      noticeDocumentFacts({
        id: 'n1',
        kind: 'supervisionNotice',
        text: noticeText,
        number: { organ: '示督办', year: 2024, serial: 3 },
        issue: busyMonth().issue,
        named: namedWordsOf(NOTICE, ANSWER_BY),
      }),
      noticeDocument,
    ),
};

/** Drawing takes seconds: outside CI the pictures stay away, which the checker does not measure. */
const isInCi = process.env['LUOSHI_VERIFY'] !== undefined;
if (!isInCi) process.stderr.write('skipped: pictures of products are drawn in CI\n');
const withoutPictures = (body: readonly Block[]): Block[] => body.filter(({ kind }) => kind !== 'picture');
const drawable = (document: OfficialDocument): OfficialDocument =>
  isInCi
    ? document
    : {
        ...document,
        body: withoutPictures(document.body),
        annexes: document.annexes.map((annex) => ({ ...annex, body: withoutPictures(annex.body) })),
      };

const goldenFile = (name: string): URL => new URL(`./golden/${name}.txt`, import.meta.url);

describe.each(Object.entries(PRODUCTS))('the %s', (name, make) => {
  const { document, book } = make();

  it('says what its golden file says (UPDATE_GOLDEN=1 writes it anew)', () => {
    const text = writtenOut(document);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(goldenFile(name), text);
    expect(text).toBe(readFileSync(goldenFile(name), 'utf8'));
  });

  it('has a fact behind every digit, no mark twice, no empty bracket, and no phrase that says nothing', () => {
    expect(checkProse(document, book.all())).toEqual([]);
    const text = writtenOut(document);
    expect(BANNED_PHRASES.filter((phrase) => text.includes(phrase))).toEqual([]);
  });

  it('as .docx passes the checker of the official format', async () => {
    const numbered = {
      ...drawable(document),
      number: document.number ?? { organ: '示督', year: 2024, serial: 5 },
    };
    expect(await checkOwnDocument(await writeDocx(numbered))).toEqual([]);
  });
});

describe('a notice as an official document', () => {
  it('has the words of the notice, letter for letter, and its parts are found again in the kept text', () => {
    const { document } = PRODUCTS['supervision-notice']?.() ?? { document: null };
    const lines = document?.body.map((block) =>
      block.kind === 'paragraph' ? block.line.map(({ text }) => text).join('') : '',
    );
    expect(lines).toEqual(noticeText.parts?.paragraphs);
    expect(partsOfBody(noticeText.body)).toEqual(noticeText.parts);
  });
});

describe('a thing in a text', () => {
  const textOf = (document: OfficialDocument): string =>
    writtenOut({ ...document, annexes: [] }).split('附件1：')[0] ?? '';
  const due = (count: number): PeriodFacts =>
    periodFacts(
      sampleRecord('2024-Q2', {
        tasks: Array.from({ length: count }, (_, at) =>
          task(`t${at + 1}`, { stood: [null, standing({ deadlineOn: '2024-09-30' })] }),
        ),
      }),
    );

  it('of many tasks due in the next quarter five are named, and the annex has all; a few are all named', () => {
    const many = textOf(quarterlyReview(due(148)));
    const line = many.split('\n').find((one) => one.includes('到期的任务148项'));
    expect(line?.match(/A1-\d+/gu)).toEqual(['A1-01', 'A1-02', 'A1-03', 'A1-04', 'A1-05']);
    expect(line).toMatch(/等，全部名单见附件。$/u);
    expect(writtenOut(quarterlyReview(due(148)))).toContain('A1-148 | ');
    expect(textOf(quarterlyReview(due(5)))).not.toContain('全部名单见附件');
  });

  it('actions that share a place are named together, the place once', () => {
    const { actions } = busyMonth();
    const late = standing({ lag: 12, schedule: 'behind' });
    const record = sampleRecord('2024-Q2', {
      actions: [...actions, { id: 'a3', code: 'A3', name: '民生可感行动', office: null }],
      tasks: ['a1', 'a2', 'a3'].map((actionId, at) =>
        task(`t${at}`, { actionId, stood: [null, actionId === 'a2' ? late : standing()] }),
      ),
    });
    expect(textOf(quarterlyReview(periodFacts(record)))).toContain(
      '各行动排名为：产业提升行动、民生可感行动并列第1（100%）；环境整治行动第3（0%）。',
    );
  });

  it('what is below schedule and not behind yet is said to be not counted, by the figure of the policy', () => {
    const below = (behindFrom: number, lag: number): string =>
      textOf(
        monthlyBulletin(
          periodFacts(
            sampleRecord('2024-05', {
              behindFrom,
              tasks: [task('t1', { stood: [null, standing({ lag })] })],
            }),
          ),
        ),
      );
    expect(below(10, 0.8)).toContain('没有落后于序时进度的（低于序时进度不足10个百分点的不计）');
    expect(below(15, 0.8)).toContain('不足15个百分点的不计');
    expect(below(10, -3)).not.toContain('不计');
  });

  it('a red card goes out as a circular; a correction that the steps tell is not told again', () => {
    const [, yellow] = busyMonth().cards;
    if (!yellow) throw new Error('no card');
    const { steps } = sampleCase();
    const facts = caseFacts(
      sampleCase({
        cards: [{ ...yellow, level: 'red', paper: 'circular', number: null }],
        steps: [
          ...steps,
          {
            ...{ seq: 8, type: 'FIGURE_CORRECTED', at: '2024-05-23T02:00:00.000Z', unitId: 'u3' },
            ...{ words: '未开工', progress: 4, on: null },
          },
        ],
      }),
    );
    const text = textOf(specialReport(facts));
    expect(text).toContain('对区民政局予以通报（红牌）。');
    expect(text).toContain('区民政局按核实结论更正进度，进度4%。');
    expect(text.split('未开工')).toHaveLength(2);
    expect(text).not.toContain('已更正进度');
  });
});
