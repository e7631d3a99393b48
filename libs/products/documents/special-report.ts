import type { Annex, Block, OfficialDocument } from '#official';
import type { CaseFacts, CaseStep } from '../facts/case-facts.js';
import { cleanWords } from '../facts/clean-words.js';
import type { CardRecord, FilingOutcome, FindingRecord } from '../facts/period-record.js';
import type { NoticeDocumentKind } from '../facts/notice-document-facts.js';
import { isBehind, isClosed, isRunning } from '../facts/standing-words.js';
import { SPECIAL_AT_MOST } from '../kinds/product-kinds.js';
import { inline, say, type Part } from '../sentences/say.js';
import { enumerated, sentence, type Clause } from '../sentences/sentence.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { ifAny } from './overview.js';
import { STEP_WORDS } from './step-words.js';
import { column, paragraph, section, table, unitName, type Cell } from './writing.js';

const FINDINGS: Readonly<Record<FindingRecord['finding'], string>> = {
  true: '属实',
  partlyTrue: '部分属实',
  untrue: '不实',
};
const OUTCOMES: Readonly<Record<FilingOutcome, string>> = {
  onTime: '按时',
  late: '迟报',
  silent: '未报',
  missed: '缺报',
};

/** The paper that a level goes out as: a card is not a paper of its own. */
const PAPERS: Readonly<Record<NoticeDocumentKind, string>> = {
  reminderLetter: '提醒函',
  supervisionNotice: '督办单',
  circular: '通报',
  interviewNotice: '约谈通知',
};

/** The special report (专报): one matter, from its first day on; the steps that the text leaves out stand in the annex. */
export const specialReport = (facts: CaseFacts): OfficialDocument =>
  fitted((atMost) => {
    const { record, book } = facts;
    return headed(record.issue, {
      form: 'document',
      title: `关于${book.fact('task.name').printed}办理情况的专报`,
      body: [
        ...section('基本情况', paragraph(...basics(facts))),
        ...section('办理经过', history(facts, atMost)),
        ...section('填报情况', paragraph(reports(facts))),
        ...section('督办情况', cards(facts)),
        ...section('核实情况', findings(facts)),
        ...section('提请决定', paragraph(decision(facts))),
      ],
      annexes: [historyAnnex(facts), filingAnnex(facts)],
    });
  }, SPECIAL_AT_MOST);

function basics({ record, book }: CaseFacts): Part[] {
  const { stood, task } = record;
  const leads = enumerated(...stood.leadUnitIds.map((id) => unitName(book, id)));
  const isMoved = stood.deadlineOn !== task.originalDeadlineOn;
  return [
    sentence(
      say`${book.run('task.name')}是${book.run('plan.name')}${book.words('action.name')}的任务`,
      leads.length === 0 ? '尚未明确牵头单位' : say`牵头单位${leads}`,
      isMoved
        ? say`原定时限${book.run('task.originalDeadline')}，现时限${book.run('task.deadline')}`
        : say`时限${book.run('task.deadline')}`,
    ),
    sentence(
      say`截至${book.run('asOf')}`,
      isClosed(stood) ? '任务已销号' : null,
      book.has('task.progress') ? say`所报进度${book.run('task.progress')}` : '尚无填报',
      isBehind(stood) && book.has('task.lag') ? say`落后序时进度${book.run('task.lag')}个百分点` : null,
      isRunning(stood) && stood.pastDeadline ? '到期未办结' : null,
    ),
  ];
}

const stepsOf = ({ record }: CaseFacts): readonly CaseStep[] =>
  record.steps.filter(({ type }) => STEP_WORDS[type] !== undefined);

/** Words of a step that a section below says: 核实情况 has what was found. */
const isSaidBelow = ({ record }: CaseFacts, { type, words }: CaseStep): boolean =>
  (type === 'VERIFICATION_FOUND' || type === 'FIGURE_CORRECTED') &&
  record.findings.some((finding) => cleanWords(finding.words) === cleanWords(words));

const stepClause = ({ book }: CaseFacts, { seq, type, unitId }: CaseStep, withWords = true): Part =>
  inline(
    unitId === null ? '' : unitName(book, unitId),
    STEP_WORDS[type] ?? '',
    book.has(`step.${seq}.progress`) ? say`，进度${book.run(`step.${seq}.progress`)}` : '',
    book.has(`step.${seq}.on`) ? say`至${book.run(`step.${seq}.on`)}` : '',
    withWords && book.has(`step.${seq}.words`) ? say`：${book.words(`step.${seq}.words`)}` : '',
  );

/** The first and the last steps in the text; where there are more, the annex has all. */
function history(facts: CaseFacts, atMost: number): Block[] {
  const steps = stepsOf(facts);
  const { book } = facts;
  book.add('steps.total', steps.length, { of: [{ kind: 'task', id: facts.record.task.id }] });
  const written = (step: CaseStep): Block[] =>
    paragraph(
      sentence(say`${book.run(`step.${step.seq}.at`)}`, stepClause(facts, step, !isSaidBelow(facts, step))),
    );
  if (steps.length <= atMost) return steps.flatMap(written);
  const tail = Math.ceil(atMost / 2);
  const shown = [...steps.slice(0, Math.max(0, atMost - tail)), ...(tail === 0 ? [] : steps.slice(-tail))];
  return [
    ...shown.flatMap(written),
    ...paragraph(sentence(say`全部经过共${book.run('steps.total')}条，见附件`)),
  ];
}

function reports({ book }: CaseFacts): Part {
  if (book.count('filings.due') === 0) return sentence(say`${book.none('filings.due')}到期的填报`);
  return sentence(
    say`到期填报${book.run('filings.due')}项次`,
    ifAny(book, 'filings.onTime', (run) => say`按时${run}项次`),
    ifAny(book, 'filings.late', (run) => say`迟报${run}项次`),
    ifAny(book, 'filings.unfiled', (run) => say`未报${run}项次`),
  );
}

function cards({ record, book }: CaseFacts): Block[] {
  if (record.cards.length === 0) return paragraph(sentence(say`${book.none('cards.issued')}发出督办文书`));
  const issued = ({ id, unitId, level, paper }: CardRecord): Part => {
    const label = record.levels.find((one) => one.id === level)?.label ?? PAPERS[paper];
    const number = `card.${id}.number`;
    const inBrackets = [
      label === PAPERS[paper] ? '' : label,
      book.has(number) ? book.run(number) : '',
    ].filter((part) => part !== '');
    const [first = '', second] = inBrackets;
    const brackets = first === '' ? '' : say`（${first}${second === undefined ? '' : say`，${second}`}）`;
    return paper === 'circular'
      ? say`对${unitName(book, unitId)}予以通报${brackets}`
      : say`向${unitName(book, unitId)}发出${PAPERS[paper]}${brackets}`;
  };
  return record.cards.flatMap((card) =>
    paragraph(
      sentence(
        say`${book.run(`card.${card.id}.at`)}`,
        issued(card),
        card.rescindedAt === null ? null : '经申诉已撤销',
      ),
    ),
  );
}

function findings({ record, book }: CaseFacts): Block[] {
  if (record.findings.length === 0)
    return paragraph(sentence(say`${book.none('findings.made')}督查核实结论`));
  const isCorrectionTold = record.steps.some(({ type }) => type === 'FIGURE_CORRECTED');
  return record.findings.flatMap((finding) =>
    paragraph(
      sentence(
        say`${book.run(`finding.${finding.id}.at`)}`,
        say`对${unitName(book, finding.unitId)}所报情况的核实结论为${FINDINGS[finding.finding]}${book.has(`finding.${finding.id}.words`) ? say`：${book.words(`finding.${finding.id}.words`)}` : ''}`,
        finding.corrected && !isCorrectionTold ? '已更正进度' : null,
      ),
    ),
  );
}

/** What stands open, and so what somebody has to decide; nothing where nothing does. */
function decision({ record, book }: CaseFacts): Part {
  const { stood } = record;
  const open: Clause[] = [
    stood.dispute
      ? say`裁定${unitName(book, stood.dispute.unitId)}提出的职责争议（${book.words('task.dispute')}）`
      : null,
    stood.blocked
      ? say`协调${unitName(book, stood.blocked.byUnitId)}办理等待事项（${book.words('task.waitsFor')}）`
      : null,
    isRunning(stood) && stood.pastDeadline ? say`确定办结时间（原时限${book.run('task.deadline')}）` : null,
    isBehind(stood) && book.has('task.lag')
      ? say`对落后${book.run('task.lag')}个百分点的进度决定措施或调整时限`
      : null,
    ifAny(book, 'filings.unfiled', (run) => say`责成牵头单位补报${run}项次`),
  ];
  const list = open.filter((clause) => clause !== null);
  return list.length === 0
    ? ''
    : sentence(
        inline(
          '请',
          list.flatMap((clause, index): Part[] => (index === 0 ? [clause] : ['；', clause])),
        ),
      );
}

/** Every step with its time and words. */
const historyAnnex = (facts: CaseFacts): Annex => ({
  title: '办理经过表',
  body: table(
    null,
    [column('时间', 33), column('事项', 67, 'left')],
    stepsOf(facts).map((step): Cell[] => [facts.book.run(`step.${step.seq}.at`), stepClause(facts, step)]),
  ),
});

/** Every report that fell due, with how it came; of several units period by period, by name those who were not in time. */
function filingAnnex(facts: CaseFacts): Annex {
  const { record, book } = facts;
  if (new Set(record.filings.map(({ unitId }) => unitId)).size > 1) return periodAnnex(facts);
  const rows = record.filings.map(({ id, period, unitId, outcome }): Cell[] => {
    book.add(`filing.${id}.period`, period, { of: [{ kind: 'obligation', id }] });
    return [book.words(`filing.${id}.period`), unitName(book, unitId), OUTCOMES[outcome]];
  });
  return {
    title: '填报情况表',
    body: table(null, [column('报告期', 34), column('单位', 44, 'left'), column('情况', 22)], rows),
  };
}

function periodAnnex({ record, book }: CaseFacts): Annex {
  const periods = [...new Set(record.filings.map(({ period }) => period))];
  const rows = periods.map((period): Cell[] => {
    const filings = record.filings.filter((one) => one.period === period);
    const [first] = filings;
    const of = filings.map(({ id }) => ({ kind: 'obligation' as const, id }));
    const prefix = `filed.${first?.id ?? ''}.`;
    book.add(`${prefix}period`, period, { of });
    book.add(`${prefix}due`, filings.length, { of });
    book.add(`${prefix}onTime`, filings.filter(({ outcome }) => outcome === 'onTime').length, { of });
    const named = (['late', 'missed', 'silent'] as const).flatMap((outcome): Part[] => {
      const units = filings.filter((one) => one.outcome === outcome).map(({ unitId }) => unitId);
      return units.length === 0
        ? []
        : [say`${OUTCOMES[outcome]}：${enumerated(...units.map((id) => unitName(book, id)))}`];
    });
    return [
      book.words(`${prefix}period`),
      book.run(`${prefix}due`),
      book.run(`${prefix}onTime`),
      named.flatMap((part, index): Part[] => (index === 0 ? [part] : ['；', part])),
    ];
  });
  return {
    title: '填报情况表',
    body: table(
      null,
      [column('报告期', 31), column('应报', 10), column('按时', 10), column('其他', 49, 'left')],
      rows,
    ),
  };
}
