import { nextPeriod } from '#calendar';
import type { Annex } from '#official';
import { standingOf } from '../facts/period-facts.js';
import type { Standing, TaskRecord } from '../facts/period-record.js';
import { isBehind, isRunning, isUndispatched } from '../facts/standing-words.js';
import type { Part } from '../sentences/say.js';
import { enumerated } from '../sentences/sentence.js';
import { column, table, unitName, type Cell, type Writing } from './writing.js';

/** With widths: no figure of a large district is broken (five digits of reports), a unit's name of eleven characters stands in a line. */
const FIGURES = [
  ['任务', 'tasks.total', 7],
  ['销号', 'tasks.closed', 7],
  ['滞后', 'tasks.behind', 6.5],
  ['严重滞后', 'tasks.seriouslyBehind', 7],
  ['应报', 'filings.due', 9],
  ['按时', 'filings.onTime', 9],
  ['迟报', 'filings.late', 6.5],
  ['未报', 'filings.unfiled', 6.5],
  ['文书', 'cards.issued', 6.5],
  ['核实不实', 'findings.untrue', 7],
] as const;

const figureColumns = FIGURES.map(([title, , width]) => column(title, width));
const figureCells = ({ book }: Writing, prefix: string): Cell[] =>
  FIGURES.map(([, name]) => book.run(`${prefix}${name}`));

/** Every action with its figures, and their sum; of one action alone the text says all of it. */
export const actionAnnex = (writing: Writing): Annex => ({
  title: '各行动情况表',
  body:
    writing.facts.record.actions.length < 2
      ? []
      : table(
          null,
          [column('行动', 28, 'left'), ...figureColumns],
          [
            ...writing.facts.record.actions.map(({ id }) => [
              writing.book.words(`action.${id}.name`),
              ...figureCells(writing, `action.${id}.`),
            ]),
            ['合计', ...figureCells(writing, '')],
          ],
        ),
});

/** Every lead unit with its figures, as the record orders them. */
export const unitAnnex = (writing: Writing): Annex => ({
  title: '各牵头单位情况表',
  body: table(
    null,
    [column('单位', 28, 'left'), ...figureColumns],
    writing.facts.units.map(({ id }) => [unitName(writing.book, id), ...figureCells(writing, `unit.${id}.`)]),
  ),
});

type State = readonly [label: string, test: (stood: Standing, task: TaskRecord) => boolean];
const STATES: readonly State[] = [
  ['到期未办结', (stood) => isRunning(stood) && stood.pastDeadline],
  ['严重滞后', (stood) => isBehind(stood) && stood.schedule === 'seriouslyBehind'],
  ['滞后', (stood) => isBehind(stood) && stood.schedule === 'behind'],
  ['未签收', ({ state }) => state === 'dispatched'],
  ['职责争议', ({ state }) => state === 'disputed'],
  ['等待其他单位', (stood) => isRunning(stood) && stood.blocked !== null],
  ['暂缓', ({ state }) => state === 'suspended'],
  ['需明确牵头单位', (stood) => isUndispatched(stood) && stood.leadUnitIds.length === 0],
];

/** Every task of which the text has something to say; what the text shortens is whole here. `more`: of what else this text speaks. */
export function taskAnnex(writing: Writing, more: readonly State[] = []): Annex {
  const { book, facts } = writing;
  const last = facts.record.checkpoints.length - 1;
  const next = nextPeriod(facts.record.period);
  const rows = facts.record.tasks.flatMap((task): Cell[][] => {
    const stood = standingOf(task, last);
    const said =
      stood === null
        ? []
        : [
            ...[...STATES, ...more].filter(([, test]) => test(stood, task)).map(([label]) => label),
            ...(isRunning(stood) && stood.deadlineOn >= next.start && stood.deadlineOn <= next.end
              ? ['下期到期']
              : []),
          ];
    return stood === null || said.length === 0 ? [] : [[...taskCells(writing, task, stood), said.join('、')]];
  });
  return {
    title: '需关注任务清单',
    body: table(
      null,
      [
        column('编号', 10.5),
        column('任务', 22.5, 'left'),
        column('牵头单位', 18.5, 'left'),
        // A whole date in a line: broken, its month stands apart from its number.
        column('时限', 19.5),
        column('进度', 8),
        column('落后百分点', 7.5),
        column('情况', 13.5, 'left'),
      ],
      rows,
    ),
  };

  function taskCells(of: Writing, task: TaskRecord, stood: Standing): Cell[] {
    const prefix = `task.${task.id}.`;
    const ifKnown = (name: string): Part => (of.book.has(prefix + name) ? book.run(prefix + name) : '');
    return [
      book.run(`${prefix}code`),
      book.words(`${prefix}title`),
      enumerated(...stood.leadUnitIds.map((id) => unitName(book, id))),
      book.run(`${prefix}deadline`),
      ifKnown('progress'),
      isBehind(stood) ? ifKnown('lag') : '',
    ];
  }
}
