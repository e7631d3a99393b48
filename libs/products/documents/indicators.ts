import type { Annex, Block } from '#official';
import { cleanWords } from '../facts/clean-words.js';
import { standingOf } from '../facts/period-facts.js';
import type { IndicatorRecord, TaskRecord } from '../facts/period-record.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { ifAny } from './overview.js';
import { column, paragraph, table, type Cell, type Writing } from './writing.js';

interface OfTask {
  readonly task: TaskRecord;
  readonly indicator: IndicatorRecord;
}

const all = ({ facts }: Writing): OfTask[] => {
  const last = facts.record.checkpoints.length - 1;
  return facts.record.tasks
    .filter((task) => standingOf(task, last) !== null)
    .flatMap((task) => task.indicators.map((indicator) => ({ task, indicator })));
};

/** Indicators against their targets, by their last readings: `indicators.total` = `reached` + `short` + `unread`. */
export function indicators(writing: Writing): Block[] {
  const { book } = writing;
  const found = all(writing);
  if (found.length === 0) return [];
  const add = (name: string, some: readonly OfTask[]): void =>
    book.add(`indicators.${name}`, some.length, {
      of: some.map(({ task }) => ({ kind: 'task', id: task.id })),
    });
  add('total', found);
  add(
    'reached',
    found.filter(({ indicator }) => indicator.reached === true),
  );
  add(
    'short',
    found.filter(({ indicator }) => indicator.reached === false),
  );
  add(
    'unread',
    found.filter(({ indicator }) => indicator.reached === null),
  );
  const total = book.count('indicators.total');
  const head = say`方案指标共${book.run('indicators.total')}项`;
  if (book.count('indicators.reached') === total) return paragraph(sentence(head, '已全部达到目标'));
  if (book.count('indicators.unread') === total) return paragraph(sentence(head, '均尚无读数'));
  return paragraph(
    sentence(
      head,
      ifAny(book, 'indicators.reached', (run) => say`已达到目标${run}项`),
      ifAny(book, 'indicators.short', (run) => say`未达到目标${run}项`),
      ifAny(book, 'indicators.unread', (run) => say`尚无读数${run}项`),
    ),
  );
}

/** Every indicator with its target and its last reading. */
export function indicatorAnnex(writing: Writing): Annex {
  const { book } = writing;
  const rows = all(writing).map(({ task, indicator }): Cell[] => {
    const prefix = `task.${task.id}.indicator.${indicator.position}.`;
    const of = [{ kind: 'task' as const, id: task.id }];
    book.add(`${prefix}name`, cleanWords(indicator.name), { of });
    book.add(`${prefix}target`, indicator.target, { of });
    if (indicator.reading !== null) book.add(`${prefix}reading`, indicator.reading, { of });
    return [
      book.run(`task.${task.id}.code`),
      book.words(`${prefix}name`),
      book.words(`${prefix}target`),
      indicator.reading === null ? '' : book.words(`${prefix}reading`),
      stateOf(indicator),
    ];
  });
  return {
    title: '指标完成情况表',
    body: table(
      null,
      [
        column('任务', 12),
        column('指标', 37, 'left'),
        column('目标', 20),
        column('读数', 18),
        column('情况', 13),
      ],
      rows,
    ),
  };
}

const stateOf = ({ reached }: IndicatorRecord): Part =>
  reached === null ? '尚无读数' : reached ? '达到' : '未达到';
