import type { Block } from '#official';
import type { FactBook } from '../facts/fact-book.js';
import type { LevelRecord } from '../facts/period-record.js';
import { say, type Part } from '../sentences/say.js';
import { enumerated, sentence } from '../sentences/sentence.js';
import { ifAny, scheduleSentence, taskSentence } from './overview.js';
import { leadIn, paragraph, type Writing } from './writing.js';

/** A paragraph an action: its tasks, and of the rest only what is not as it should be. */
export function actions({ book, facts, atMost }: Writing): Block[] {
  // Where the text has to be short, the actions stand in the table alone.
  if (atMost < 5) return [];
  return facts.record.actions.flatMap(({ id, office }) => {
    const prefix = `action.${id}.`;
    const name = leadIn(book.words(`${prefix}name`));
    return paragraph(
      name,
      office === null ? '。' : say`（专班办公室：${book.words(`${prefix}office`)}）。`,
      taskSentence(book, prefix),
      scheduleSentence(book, prefix, ''),
      reports(book, prefix),
      supervision(book, prefix, facts.record.levels),
      meetings(book, prefix),
    );
  });
}

function reports(book: FactBook, prefix: string): Part {
  const due = book.count(`${prefix}filings.due`);
  if (due === 0) return '';
  if (book.count(`${prefix}filings.onTime`) === due)
    return sentence(say`填报${book.run(`${prefix}filings.due`)}项次全部按时`);
  return sentence(
    say`填报按时率${book.run(`${prefix}filings.rate`)}`,
    ifAny(book, `${prefix}filings.late`, (run) => say`迟报${run}项次`),
    ifAny(book, `${prefix}filings.unfiled`, (run) => say`未报${run}项次`),
  );
}

function supervision(book: FactBook, prefix: string, levels: readonly LevelRecord[]): Part {
  const cards = levels.map(({ id, label }) =>
    ifAny(book, `${prefix}cards.${id}`, (run) => say`${label}${run}份`),
  );
  return sentence(
    ...(book.count(`${prefix}cards.issued`) === 0 ? [] : [say`涉及${enumerated(...cards)}`]),
    ifAny(book, `${prefix}findings.untrue`, (run) => say`核实不实${run}项`),
    ifAny(book, `${prefix}findings.partlyTrue`, (run) => say`核实部分属实${run}项`),
  );
}

/** A task force that held no meeting is said; one that held them needs no words. */
const meetings = (book: FactBook, prefix: string): Part =>
  sentence(ifAny(book, `${prefix}meetings.missing`, (run) => say`应开未开调度会${run}次`));
