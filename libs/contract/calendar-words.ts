import type { CLOCK_FATES, DayKind, SITTING_FATES } from './calendar.js';

/** What a day of the calendar is called by the command and on Chinese pages; the server sends the kind alone. */
export const DAY_KIND_WORDS: Readonly<Record<DayKind, string>> = {
  working: '工作日',
  weekend: '周末',
  off: '放假',
  worked: '调休上班',
};

/** What becomes of a due time or a clock under a new calendar, in a word. */
export const FATE_WORDS: Readonly<
  Record<(typeof SITTING_FATES)[number] | (typeof CLOCK_FATES)[number], string>
> = {
  later: '推后',
  earlier: '提前',
  kept: '保留原时限',
  aheadAgain: '重新未到期',
  overdue: '仍逾期',
  window: '只改开放时间',
  ends: '取消',
  begins: '新计时',
};
