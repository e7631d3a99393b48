import type { PageLanguage } from '../texts/language.js';

/** A civil day's parts; the month as the language writes it (`5`, `May`). */
export interface DayParts {
  year: string;
  month: string;
  day: string;
  weekday: string;
}

interface DayWords {
  /** From January and from Sunday. Not asked of `Intl`: its first date takes longer than all that the page writes. */
  months: readonly string[];
  weekdays: readonly string[];
  /** Without the year where it goes without saying. */
  day: (of: DayParts, withYear: boolean) => string;
  withWeekday: (day: string, weekday: string) => string;
}

/** How each language puts a day together. */
export const DAY_WORDS: Readonly<Record<PageLanguage, DayWords>> = {
  'zh-CN': {
    months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    day: ({ year, month, day }, withYear) => `${withYear ? `${year}年` : ''}${month}月${day}日`,
    withWeekday: (day, weekday) => `${day} ${weekday}`,
  },
  'en-US': {
    // The day before the month, as everybody but one country has it, and no `5/10` that could be read both ways.
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    day: ({ year, month, day }, withYear) => `${day} ${month}${withYear ? ` ${year}` : ''}`,
    withWeekday: (day, weekday) => `${weekday} ${day}`,
  },
};
