import type { Block } from '#official';
import { compared } from '../sentences/compared.js';
import { say, type Part } from '../sentences/say.js';
import { enumerated, sentence, type Clause } from '../sentences/sentence.js';
import type { FactBook } from '../facts/fact-book.js';
import { standingOf } from '../facts/period-facts.js';
import { isRunning } from '../facts/standing-words.js';
import type { LevelRecord } from '../facts/period-record.js';
import { paragraph, type Writing } from './writing.js';

/** What the period before is called: 上旬 … 上年. */
export const BEFORE: Readonly<Record<string, string>> = {
  'ten-day': '上期',
  month: '上月',
  quarter: '上季度',
  year: '上年',
};

/** A clause of a count, left out where it is 0. */
export const ifAny = (book: FactBook, name: string, words: (run: Part) => Part): Clause =>
  book.count(name) === 0 ? null : words(book.run(name));

/** The general situation of the scope: tasks, schedule, reports, cards, verification, each in a sentence or two. */
export function overview(writing: Writing): Block[] {
  const { book, facts } = writing;
  const { record } = facts;
  const before = BEFORE[record.period.cadence] ?? '上期';
  return [
    ...paragraph(taskSentence(book), scheduleSentence(book, '', before, uncounted(writing))),
    ...paragraph(filingSentence(book, '', before)),
    ...paragraph(cardSentence(book, '', record.levels), findingSentence(book, '')),
  ];
}

/** A chart below shows what is a little below schedule as below it: why the text does not call that behind. */
function uncounted({ book, facts: { record } }: Writing): Part {
  const last = record.checkpoints.length - 1;
  const isAnyBelow = record.tasks.some((task) => {
    const stood = standingOf(task, last);
    return stood !== null && isRunning(stood) && (stood.lag ?? 0) > 0;
  });
  if (!isAnyBelow) return '';
  book.add('policy.behindFrom', record.behindFrom);
  return say`（低于序时进度不足${book.run('policy.behindFrom')}个百分点的不计）`;
}

/** How many tasks there are, and how far they have come. */
export function taskSentence(book: FactBook, prefix = ''): Part {
  const n = (name: string): string => `${prefix}tasks.${name}`;
  const total = book.count(n('total'));
  if (total === 0) return sentence(say`${book.none(n('total'))}列入的任务`);
  const head = say`共有任务${book.run(n('total'))}项`;
  if (book.count(n('closed')) === total) return sentence(head, '已全部销号');
  if (book.count(n('undispatched')) === total) return sentence(head, '均未下发');
  if (book.count(n('running')) === total) return sentence(head, total === 1 ? '正在推进' : '均在推进中');
  return sentence(
    head,
    ifAny(book, n('closed'), (run) => say`已销号${run}项`),
    ifAny(book, n('running'), (run) => say`推进中${run}项`),
    ifAny(book, n('undispatched'), (run) => say`尚未下发${run}项`),
  );
}

/** How those under way stand beside the working days gone by. `uncounted`: what stands below schedule and is not behind yet. */
export function scheduleSentence(book: FactBook, prefix: string, before: string, uncounted: Part = ''): Part {
  const n = (name: string): string => `${prefix}tasks.${name}`;
  const running = book.count(n('running'));
  if (running === 0) return '';
  const change = prefix === '' ? compared(book, 'tasks.late', { ...MORE, before }) : null;
  const unreported = ifAny(book, n('unreported'), (run) => say`尚无填报${run}项`);
  const late = book.count(n('late'));
  // Of an action only what is not as it should be.
  if (late === 0 && prefix !== '') return sentence(unreported && say`其中${unreported}`);
  if (late === 0)
    return sentence(
      say`推进中的任务${book.none(n('late'))}落后于序时进度的${uncounted}`,
      unreported,
      change && say`落后任务${change}`,
    );
  const kinds = enumerated(
    ifAny(book, n('behind'), (run) => say`滞后${run}项`),
    ifAny(book, n('seriouslyBehind'), (run) => say`严重滞后${run}项`),
  );
  return sentence(
    late === running
      ? '推进中的任务全部落后于序时进度'
      : ifAny(book, n('onTrack'), (run) => say`推进中的任务有${run}项达到序时进度`),
    kinds,
    unreported,
    change && say`落后任务${change}`,
  );
}

const MORE = { counted: '项', more: '增加', less: '减少' } as const;

/** What was due, and how it came. */
export function filingSentence(book: FactBook, prefix: string, before: string): Part {
  const n = (name: string): string => `${prefix}filings.${name}`;
  const due = book.count(n('due'));
  if (due === 0) return sentence(say`本期${book.none(n('due'))}到期的填报`);
  const head = say`本期到期填报${book.run(n('due'))}项次`;
  if (book.count(n('onTime')) === due) return sentence(head, '全部按时报送');
  if (book.count(n('unfiled')) === due) return sentence(head, '均未报送');
  const change =
    prefix === ''
      ? compared(book, 'filings.rate', { before, counted: '个百分点', more: '提高', less: '下降' })
      : null;
  return sentence(
    head,
    ifAny(book, n('onTime'), (run) => say`按时报送${run}项次`),
    ifAny(book, n('late'), (run) => say`迟报${run}项次`),
    ifAny(book, n('unfiled'), (run) => say`未报${run}项次`),
    say`按时率${book.run(n('rate'))}`,
    change,
  );
}

/** The notices that were issued, by the levels of the scheme. */
export function cardSentence(book: FactBook, prefix: string, levels: readonly LevelRecord[]): Part {
  const issued = `${prefix}cards.issued`;
  if (book.count(issued) === 0) return sentence(say`本期${book.none(issued)}发出督办文书`);
  const kinds = [...levels]
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, label }) => ifAny(book, `${prefix}cards.${id}`, (run) => say`${label}${run}份`));
  return sentence(say`本期发出督办文书${book.run(issued)}份`, say`其中${enumerated(...kinds)}`);
}

/** What verification found. */
export function findingSentence(book: FactBook, prefix: string): Part {
  const n = (name: string): string => `${prefix}findings.${name}`;
  const made = book.count(n('made'));
  if (made === 0) return sentence(say`本期${book.none(n('made'))}督查核实结论`);
  const head = say`督查核实${book.run(n('made'))}项`;
  if (book.count(n('true')) === made) return sentence(head, made === 1 ? '结论为属实' : '均属实');
  return sentence(
    head,
    ifAny(book, n('true'), (run) => say`属实${run}项`),
    ifAny(book, n('partlyTrue'), (run) => say`部分属实${run}项`),
    ifAny(book, n('untrue'), (run) => say`不实${run}项`),
  );
}
