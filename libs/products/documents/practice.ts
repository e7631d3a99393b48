import type { Block } from '#official';
import { cleanWords, shortened } from '../facts/clean-words.js';
import { standingOf } from '../facts/period-facts.js';
import type { FindingRecord, TaskRecord } from '../facts/period-record.js';
import { isBehind } from '../facts/standing-words.js';
import { findingsIn } from '../facts/tally-supervision.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { paragraph, taskName, unitName, type Writing } from './writing.js';

const MOST = 3;
const LONGEST = 160;

interface Practice {
  readonly finding: FindingRecord;
  readonly task: TaskRecord;
}

/**
 * Typical practice, chosen by a rule: what was reported as done, verified as true in the period, on a task that is not
 * behind, with words of at least twelve characters; one a unit, the task with the most progress since the period before
 * first, at most three. What nobody has verified is no example.
 */
export function practices({ facts }: Pick<Writing, 'facts'>): Practice[] {
  const { record, now } = facts;
  const last = record.checkpoints.length - 1;
  const gain = ({ stood }: TaskRecord): number =>
    (stood[last]?.progress ?? 0) - (stood[last - 1]?.progress ?? 0);
  const found = findingsIn(record.findings, now).flatMap((finding): Practice[] => {
    const task = record.tasks.find(({ id }) => id === finding.taskId);
    const stood = task && standingOf(task, last);
    const isExample =
      stood && finding.finding === 'true' && !isBehind(stood) && [...cleanWords(finding.done)].length >= 12;
    return isExample ? [{ finding, task }] : [];
  });
  const sorted = [...found].sort((a, b) => gain(b.task) - gain(a.task));
  const first = sorted.filter(
    (one, index) => sorted.findIndex(({ finding }) => finding.unitId === one.finding.unitId) === index,
  );
  return first.slice(0, MOST);
}

/** What was done, in the unit's own words, with whose it is. */
export function typicalPractice(writing: Writing): Block[] {
  const { book } = writing;
  return practices(writing).flatMap(({ finding, task }) => {
    const name = `practice.${finding.id}.done`;
    book.add(name, shortened(cleanWords(finding.done), LONGEST), {
      of: [{ kind: 'verification', id: finding.id }],
    });
    return paragraph(
      sentence(
        say`${unitName(book, finding.unitId)}牵头的${taskName(book)(task)}经督查核实属实：${book.run(name)}`,
      ),
    );
  });
}
