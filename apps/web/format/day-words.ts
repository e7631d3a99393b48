import type { PageLanguage } from '../texts/language.js';

/** A civil day's parts; the month as the language writes it (`5`, `May`). */
export interface DayParts {
  year: string;
  month: string;
  day: string;
  weekday: string;
}

interface DayWords {
  /** The tag and the length by which `Intl` writes the month. */
  locale: string;
  month: 'numeric' | 'short';
  /** Without the year where it goes without saying. */
  day: (of: DayParts, withYear: boolean) => string;
  withWeekday: (day: string, weekday: string) => string;
}

/** How each language puts a day together. */
export const DAY_WORDS: Readonly<Record<PageLanguage, DayWords>> = {
  'zh-CN': {
    locale: 'zh-CN',
    month: 'numeric',
    day: ({ year, month, day }, withYear) => `${withYear ? `${year}年` : ''}${month}月${day}日`,
    withWeekday: (day, weekday) => `${day} ${weekday}`,
  },
  'en-US': {
    // The day before the month, as everybody but one country has it, and no `5/10` that could be read both ways.
    locale: 'en-GB',
    month: 'short',
    day: ({ year, month, day }, withYear) => `${day} ${month}${withYear ? ` ${year}` : ''}`,
    withWeekday: (day, weekday) => `${weekday} ${day}`,
  },
};
