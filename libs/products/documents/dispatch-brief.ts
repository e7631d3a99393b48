import type { Block, OfficialDocument } from '#official';
import { standingOf, type PeriodFacts } from '../facts/period-facts.js';
import type { HelpWanted, Standing, TaskRecord } from '../facts/period-record.js';
import { isBehind, isRunning, isUndispatched } from '../facts/standing-words.js';
import { refOfTask } from '../facts/tally-tasks.js';
import { SPECIAL_AT_MOST } from '../kinds/product-kinds.js';
import { cleanWords, shortened } from '../facts/clean-words.js';
import { say, type Part } from '../sentences/say.js';
import { enumerated, sentence } from '../sentences/sentence.js';
import { taskAnnex } from './annex-tables.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { subjectOf } from './subject-of.js';
import { paragraph, section, taskName, unitName, type Writing } from './writing.js';

export interface Matter {
  readonly title: string;
  /** `brief.<name>` is how many there are. */
  readonly name: string;
  readonly test: (stood: Standing, task: TaskRecord) => boolean;
  readonly words: (writing: Writing, task: TaskRecord, stood: Standing) => Part;
  /** What is to be decided, and by whom. */
  readonly decision: string;
}

const LONGEST = 80;

/** What a dispatch meeting has to decide, in this order; a task stands under the first heading that it fits. */
const MATTERS: readonly Matter[] = [
  {
    title: '职责争议',
    name: 'disputed',
    test: ({ state }) => state === 'disputed',
    words: ({ book }, { id }, { dispute }) =>
      dispute === null ? '' : say`${unitName(book, dispute.unitId)}提出：${book.words(`task.${id}.dispute`)}`,
    decision: '请裁定牵头单位',
  },
  {
    title: '等待其他单位',
    name: 'waiting',
    test: (stood) => isRunning(stood) && stood.blocked !== null,
    words: ({ book }, { id }, { blocked }) =>
      blocked === null
        ? ''
        : say`等待${unitName(book, blocked.byUnitId)}：${book.words(`task.${id}.waitsFor`)}${blocked.accepted ? '' : '（对方尚未确认）'}`,
    decision: '请协调并明确办理时间',
  },
  {
    title: '到期未办结',
    name: 'pastDeadline',
    test: (stood) => isRunning(stood) && stood.pastDeadline,
    words: ({ book }, { id }) => say`时限${book.run(`task.${id}.deadline`)}`,
    decision: '请确定办结时间',
  },
  {
    title: '严重滞后',
    name: 'seriouslyBehind',
    test: (stood) => isBehind(stood) && stood.schedule === 'seriouslyBehind',
    words: (writing, task) => behindWords(writing, task),
    decision: '请决定是否采取措施或调整时限',
  },
  {
    title: '滞后',
    name: 'behind',
    test: (stood) => isBehind(stood) && stood.schedule === 'behind',
    words: (writing, task) => behindWords(writing, task),
    decision: '请决定是否采取措施',
  },
  {
    title: '请求协调',
    name: 'helpWanted',
    test: (stood, task) => wantsHelp(stood, task),
    words: () => '',
    decision: '请协调有关单位支持',
  },
  {
    title: '需明确牵头单位',
    name: 'unassigned',
    test: (stood) => isUndispatched(stood) && stood.leadUnitIds.length === 0,
    words: () => '',
    decision: '请指定牵头单位',
  },
];

function behindWords({ book }: Writing, { id, said }: TaskRecord): Part {
  const lag = `task.${id}.lag`;
  const problem = shortened(cleanWords(said?.problems ?? ''), LONGEST);
  if (problem !== '') book.add(`task.${id}.problem`, problem, { of: [{ kind: 'task', id }] });
  return say`${book.has(lag) ? say`落后${book.run(lag)}个百分点` : ''}${problem === '' ? '' : say`，所报问题：${book.words(`task.${id}.problem`)}`}`;
}

/** Of those that lead it now, on a task under way. */
const helpOf = (stood: Standing, { helpWanted = [] }: TaskRecord): readonly HelpWanted[] =>
  isRunning(stood)
    ? helpWanted.filter(({ unitId, words }) => stood.leadUnitIds.includes(unitId) && cleanWords(words) !== '')
    : [];

const wantsHelp = (stood: Standing, task: TaskRecord): boolean => helpOf(stood, task).length > 0;

/** What is asked for, under whatever matter the task stands; of several leads each with its name. */
const helpWords = ({ book }: Writing, task: TaskRecord, stood: Standing): Part[] =>
  helpOf(stood, task).map(({ unitId, words }) => {
    const name = `task.${task.id}.help.${unitId}`;
    book.add(name, shortened(cleanWords(words), LONGEST), { of: [refOfTask(task)] });
    const who = stood.leadUnitIds.length > 1 ? unitName(book, unitId) : '';
    return say`${who}需协调：${book.words(name)}`;
  });

/** The dispatch brief (调度单): only what needs a decision; what runs as it should is not in it. */
export function dispatchBrief(facts: PeriodFacts): OfficialDocument {
  return fitted((atMost) => {
    const { record, book } = facts;
    const writing: Writing = { facts, book, atMost };
    const subject = subjectOf(facts);
    const matters = mattersOf(facts);
    const all = matters.flatMap(({ tasks }) => tasks.map(({ task }) => task));
    book.add('brief.tasks', all.length, { of: all.map(refOfTask) });
    const isEmpty = all.length === 0;
    return headed(record.issue, {
      form: 'letter',
      title: `${subject.title}${record.period.label}调度单`,
      body: [
        ...paragraph(
          sentence(
            say`按照${book.run('plan.name')}的调度要求`,
            isEmpty
              ? say`截至${book.run('asOf')}，${book.none('brief.tasks')}需要提请调度的任务`
              : say`截至${book.run('asOf')}，提请调度的任务${book.run('brief.tasks')}项`,
          ),
        ),
        ...matters.flatMap(({ matter, tasks }) => section(matter.title, written(writing, matter, tasks))),
      ],
      annexes: [taskAnnex(writing, [['请求协调', wantsHelp]])],
    });
  }, SPECIAL_AT_MOST);
}

export interface OfMatter {
  readonly task: TaskRecord;
  readonly stood: Standing;
}

/** What is to be decided, by matter; a task stands under the first that it fits. */
export function mattersOf({ record }: PeriodFacts): { matter: Matter; tasks: OfMatter[] }[] {
  const last = record.checkpoints.length - 1;
  const taken = new Set<string>();
  return MATTERS.map((matter) => {
    const tasks = record.tasks.flatMap((task): OfMatter[] => {
      const stood = standingOf(task, last);
      return stood && !taken.has(task.id) && matter.test(stood, task) ? [{ task, stood }] : [];
    });
    for (const { task } of tasks) taken.add(task.id);
    return { matter, tasks };
  });
}

function written(writing: Writing, matter: Matter, tasks: readonly OfMatter[]): Block[] {
  if (tasks.length === 0) return [];
  const { book, atMost } = writing;
  const count = `brief.${matter.name}`;
  book.add(count, tasks.length, { of: tasks.map(({ task }) => refOfTask(task)) });
  const shown = tasks.slice(0, Math.max(0, atMost));
  return [
    ...paragraph(sentence(say`共${book.run(count)}项`, matter.decision)),
    ...shown.flatMap(({ task, stood }) => {
      const leads = enumerated(...stood.leadUnitIds.map((id) => unitName(book, id)));
      return paragraph(
        sentence(
          say`${taskName(book)(task)}`,
          leads.length === 0 ? null : say`牵头单位${leads}`,
          matter.words(writing, task, stood),
          ...helpWords(writing, task, stood),
        ),
      );
    }),
    ...(shown.length < tasks.length ? paragraph(sentence(say`其余见附件，共列${book.run(count)}项`)) : []),
  ];
}
