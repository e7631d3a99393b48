import { nextPeriod } from '#calendar';
import type { Block } from '#official';
import { standingOf } from '../facts/period-facts.js';
import { refOfTask } from '../facts/tally-tasks.js';
import { isRunning } from '../facts/standing-words.js';
import { listed } from '../sentences/listed.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { ifAny } from './overview.js';
import { paragraph, taskName, type Writing } from './writing.js';

/** What is to be done next, each step with the figure that asks for it. */
export function nextSteps(writing: Writing): Block[] {
  const { book } = writing;
  return [
    dueNext(writing),
    sentence(
      ifAny(book, 'filings.unfiled', (run) => say`未报送的${run}项次由牵头单位补报，并在补报中说明本期情况`),
    ),
    sentence(ifAny(book, 'tasks.seriouslyBehind', (run) => say`严重滞后的${run}项任务由所在专班逐项调度`)),
    sentence(ifAny(book, 'tasks.pastDeadline', (run) => say`到期未办结的${run}项任务由牵头单位提出办结时间`)),
    sentence(ifAny(book, 'tasks.waiting', (run) => say`等待其他单位的${run}项任务由专班召集人协调`)),
    sentence(ifAny(book, 'tasks.disputed', (run) => say`有职责争议的${run}项任务由指挥部办公室裁定`)),
    sentence(
      ifAny(book, 'tasks.undispatched', (run) => say`尚未下发的${run}项任务由指挥部办公室明确牵头单位后下发`),
    ),
    sentence(ifAny(book, 'meetings.missing', (run) => say`应开未开的${run}次调度会由专班召集人补开`)),
  ].flatMap((step) => paragraph(step));
}

/** Of many tasks the text names the first; the annex has all. */
const NAMED_AT_MOST = 5;

/** The tasks whose deadline lies in the next period. */
function dueNext({ book, facts, atMost }: Writing): Part {
  const { record } = facts;
  const next = nextPeriod(record.period);
  const last = record.checkpoints.length - 1;
  const tasks = record.tasks.filter((task) => {
    const stood = standingOf(task, last);
    return stood && isRunning(stood) && stood.deadlineOn >= next.start && stood.deadlineOn <= next.end;
  });
  if (tasks.length === 0) return '';
  book.add('next.label', next.label);
  book.add('tasks.dueNext', tasks.length, { of: tasks.map(refOfTask) });
  const total = book.run('tasks.dueNext');
  return sentence(
    say`${book.run('next.label')}到期的任务${total}项：${listed(tasks.map(taskName(book)), { atMost: Math.min(NAMED_AT_MOST, atMost), counted: '项任务' })}`,
  );
}
