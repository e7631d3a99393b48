import type { PeriodFacts } from '../facts/period-facts.js';

/** Up to when the figures of a sheet count. */
export const untilWords = ({ book }: PeriodFacts): string => `数据截至${book.fact('asOf').printed}`;

/** What a bar of tasks is made of, with the words of its legend. */
export const STANDINGS = [
  ['closed', '已销号', 'tasks.closed'],
  ['onTrack', '达到序时', 'tasks.onTrack'],
  ['behind', '滞后', 'tasks.behind'],
  ['seriouslyBehind', '严重滞后', 'tasks.seriouslyBehind'],
  ['unreported', '未报进度', 'tasks.unreported'],
  ['undispatched', '未下发', 'tasks.undispatched'],
] as const;

/** The large figures of a scope. */
export function largeFigures({ book }: PeriodFacts, prefix: string): (readonly [string, string])[] {
  const printed = (name: string): string =>
    book.has(prefix + name) ? book.fact(prefix + name).printed : '－';
  return [
    [printed('tasks.total'), '任务'],
    [printed('tasks.closed'), '已销号'],
    [printed('tasks.onTrack'), '达到序时'],
    [printed('tasks.late'), '落后'],
    [printed('filings.rate'), '填报按时率'],
    [printed('cards.issued'), '督办文书'],
  ];
}
