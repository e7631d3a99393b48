import type { Block } from '#official';
import { dueIn, tallyFilings } from '../facts/tally-filings.js';
import { tallyTasks } from '../facts/tally-tasks.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { column, paragraph, table, type Cell, type Writing } from './writing.js';

/** How tasks and reports stood at the end of each quarter so far: a sentence and a table; nothing in the first quarter. */
export function trend({ book, facts }: Writing): Block[] {
  const { checkpoints, tasks, filings } = facts.record;
  const last = checkpoints.length - 1;
  checkpoints.forEach((checkpoint, index) => {
    tallyTasks(book, `trend.${index}.`, tasks, index);
    tallyFilings(book, `trend.${index}.`, dueIn(filings, checkpoint));
  });
  const shown = checkpoints.flatMap((_, index) =>
    book.count(`trend.${index}.tasks.running`) + book.count(`trend.${index}.tasks.closed`) > 0 ? [index] : [],
  );
  if (shown.length < 2) return [];
  const rows = shown.map((index): Cell[] => [
    book.run(`checkpoint.${index}.label`),
    book.run(`trend.${index}.tasks.running`),
    book.run(`trend.${index}.tasks.closed`),
    book.run(`trend.${index}.tasks.late`),
    book.run(`trend.${index}.filings.due`),
    book.has(`trend.${index}.filings.rate`) ? book.run(`trend.${index}.filings.rate`) : '',
  ]);
  return [
    ...paragraph(
      sentence(
        say`累计销号任务由${label(shown[0] ?? 0)}的${closed(shown[0] ?? 0)}项到${label(last)}的${closed(last)}项`,
      ),
    ),
    ...table(
      '各季度情况',
      [
        column('季度', 20),
        column('推进中', 10),
        column('累计销号', 10),
        column('落后', 10),
        column('到期填报', 10),
        column('按时率', 10),
      ],
      rows,
    ),
  ];

  function label(index: number): Part {
    return book.run(`checkpoint.${index}.label`);
  }
  function closed(index: number): Part {
    return book.run(`trend.${index}.tasks.closed`);
  }
}
