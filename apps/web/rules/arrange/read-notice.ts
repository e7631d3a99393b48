import { addDays, CalendarError, chineseWeekday, epochDayOf, feastOn } from '#calendar';
import { isWeekend } from './arranged.js';

/** What of a part cannot be made out, or contradicts itself. Of `unclear` and `impossible` nothing is taken over. */
export type Doubt = 'unclear' | 'count' | 'weekday' | 'name' | 'feast' | 'far' | 'both' | 'impossible';

/** What a pasted notice arranges; days in order, each once. */
export interface ReadNotice {
  off: string[];
  worked: string[];
  doubtful: { text: string; why: Doubt }[];
}

/** A day in the words of an office (2026年1月1日, 1月1日, 3日), what day of the week it is said to be, or one of a file (2026-01-01). */
const DAY = String.raw`(?:(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:〈([一二三四五六日天])〉)?|(\d{4})-(\d{2})-(\d{2}))`;
const SPAN = new RegExp(String.raw`${DAY}(?:\s*(?:至|到|—+|–|-|~|～|/)\s*${DAY})?`, 'gu');
const GROUPS = 7;
/** How many days a holiday is said to have: 共3天, 放假1天. */
const COUNTED = /(?:共|放假)\s*(\d+)\s*天/u;
/** A year that all the rest is about: 关于2026年部分节假日安排的通知. */
const ABOUT = /(\d{4})年(?!\d)[^，,]*(?:节假日|放假|日历)/u;
const FEASTS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** Year and month of the day before it in the same part: 至3日 is of the month that it begins in. */
interface Place {
  year: number;
  month: number | null;
}

interface Day {
  on: string;
  /** The day of the week that is written beside it: 六. */
  said: string | undefined;
}

/**
 * Reads the lines of a notice as the State Council's office writes them (元旦：1月1日至3日放假调休，共3天。1月4日上班。), and those
 * of a calendar file (`off:`, `worked:`, dates and spans with a stroke). Nothing is guessed: what is unclear is said.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const off = new Set<string>();
  const worked = new Set<string>();
  const doubtful: ReadNotice['doubtful'] = [];
  let heading: 'off' | 'worked' | null = null;
  let about = year;
  // The holiday that what follows is worked for.
  let holiday: string[] = [];
  for (const part of partsOf(text)) {
    const doubt = (why: Doubt): number => doubtful.push({ text: worded(part), why });
    heading = headingIn(part) ?? heading;
    about = Number(ABOUT.exec(part)?.[1] ?? about);
    const spans = spansIn(part, { year: about, month: null });
    if (spans.length === 0) {
      if (namesADay(part)) doubt('unclear');
      continue;
    }
    if (spans.includes(null)) {
      doubt('impossible');
      continue;
    }
    const kind = kindOf(part) ?? (/\d{4}-\d{2}-\d{2}/u.test(part) ? heading : null);
    if (kind === null || spans.includes('monthless') || isLeftOver(part)) {
      doubt('unclear');
      continue;
    }
    const known = spans.flatMap((span) => (span === null || span === 'monthless' ? [] : [span]));
    const days = known.flatMap(daysOf);
    const counted = COUNTED.exec(part)?.[1];
    if (kind === 'off' && counted !== undefined && Number(counted) !== days.length) doubt('count');
    if (kind === 'worked' && days.some((on) => !isWeekend(on))) doubt('weekday');
    if (known.flat().some(isMisnamed)) doubt('name');
    if (kind === 'off' && FEASTS.some((feast) => part.includes(feast) && !days.some(isOf(feast))))
      doubt('feast');
    if (kind === 'off') holiday = days;
    else if (heading === null && days.some((on) => isFar(on, holiday))) doubt('far');
    for (const on of days) (kind === 'off' ? off : worked).add(on);
  }
  const both = [...off].filter((on) => worked.has(on));
  if (both.length > 0) doubtful.push({ text: both.sort().join('、'), why: 'both' });
  return { off: [...off].sort(), worked: [...worked].sort(), doubtful };
}

/** Sentences. Of what stands in brackets beside a day, the day of the week stays as a mark behind it. */
const partsOf = (text: string): string[] =>
  text
    .replace(/[（(]([^（）()]*)[）)]/gu, (whole, within: string) => {
      const day = /(?:周|星期)([一二三四五六日天])/u.exec(within)?.[1];
      if (day !== undefined) return `〈${day}〉`;
      // Days in brackets are days all the same.
      return /\d/u.test(within) ? whole : '';
    })
    .split(/[。；;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** As the person pasted it, more or less. */
const worded = (part: string): string => part.replace(/〈(.)〉/gu, '（周$1）');

const headingIn = (part: string): 'off' | 'worked' | null =>
  /^off\s*:/u.test(part) ? 'off' : /^worked\s*:/u.test(part) ? 'worked' : null;

function kindOf(part: string): 'off' | 'worked' | null {
  if (/[不非无未勿免](?:再|予|得|安排)?(?:放假|上班)/u.test(part)) return null;
  if (/上班/u.test(part) && !/放假/u.test(part)) return 'worked';
  // 调休 by itself is said of both.
  return /放假/u.test(part) && !/上班/u.test(part) ? 'off' : null;
}

/** Whether a part without a day that can be read is about days all the same: 10月1放假, 十月一日放假. */
const namesADay = (part: string): boolean =>
  /放假|上班|调休/u.test(part) ? isLeftOver(part) : /\d\s*[月日天]|[月日]\s*\d/u.test(beside(part));

/** From a holiday to what is worked for it are at most so many days: 11 in the years since 2024. */
const FARTHEST = 15;
const isFar = (on: string, holiday: readonly string[]): boolean =>
  holiday.length > 0 && holiday.every((day) => Math.abs(epochDayOf(on) - epochDayOf(day)) > FARTHEST);

/** What is left of a part without its days, how many they are, its number in the list, and years by themselves. */
const beside = (part: string): string =>
  part
    .replace(/^\d{1,2}[.．、](?=[^\d])/u, '')
    .replace(SPAN, '')
    .replace(COUNTED, '')
    .replace(/\d{4}年(?!\d)/gu, '');

/** Figures that are part of no day, days in Chinese figures, or a bracket without its other half: something was read wrong. */
const isLeftOver = (part: string): boolean => {
  const rest = beside(part);
  // 共3日, 放假1日 is how many, and no third day of a month.
  if (/(?:共|第|放假|调休)\s*\d+\s*日/u.test(part)) return true;
  return /[\d〈〉（）()]/u.test(rest) || /[一二三四五六七八九十]+[月日]/u.test(rest);
};

/** First and last day of each span; null: there is no such day, or it ends before it begins; no month is named in its part. */
function spansIn(part: string, place: Place): ([Day, Day] | 'monthless' | null)[] {
  return [...part.matchAll(SPAN)].map((found) => {
    const first = dayFrom(found.slice(1, 1 + GROUPS), place);
    const isOne = found.slice(1 + GROUPS).every((group) => group === undefined);
    const last = isOne ? first : dayFrom(found.slice(1 + GROUPS, 1 + 2 * GROUPS), place);
    if (first === 'monthless' || last === 'monthless') return 'monthless';
    if (first === null || last === null || last.on < first.on) return null;
    return epochDayOf(last.on) - epochDayOf(first.on) > 30 ? null : [first, last];
  });
}

function daysOf([first, last]: readonly [Day, Day]): string[] {
  const days: string[] = [];
  for (let { on } = first; on <= last.on; on = addDays(on, 1)) days.push(on);
  return days;
}

const isOf =
  (feast: string) =>
  (on: string): boolean =>
    feastOn(on) === feast;

const isMisnamed = ({ on, said }: Day): boolean =>
  said !== undefined && chineseWeekday(on) !== `星期${said === '天' ? '日' : said}`;

function dayFrom(groups: readonly (string | undefined)[], place: Place): Day | 'monthless' | null {
  const [chineseYear, chineseMonth, chineseDay, said, year, month, day] = groups;
  if (chineseYear !== undefined || year !== undefined) place.year = Number(chineseYear ?? year);
  if (chineseMonth !== undefined || month !== undefined) place.month = Number(chineseMonth ?? month);
  if (place.month === null) return 'monthless';
  const two = (n: number): string => String(n).padStart(2, '0');
  const on = `${place.year}-${two(place.month)}-${two(Number(chineseDay ?? day))}`;
  return exists(on) ? { on, said } : null;
}

function exists(on: string): boolean {
  try {
    epochDayOf(on);
    return true;
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}
