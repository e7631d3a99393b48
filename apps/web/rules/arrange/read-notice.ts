import { addDays, isWeekend, yearOf } from './arranged.js';

/** What a pasted notice arranges; days in order, each once. */
export interface ReadNotice {
  off: string[];
  worked: string[];
  /** Parts that name a day and say neither 放假 nor 上班, or that contradict themselves. */
  doubtful: { text: string; why: 'unclear' | 'count' | 'weekday' | 'both' | 'impossible' }[];
}

/** A day in the words of an office (2026年1月1日, 1月1日, 3日) or of a file (2026-01-01). */
const DAY = String.raw`(?:(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日|(\d{4})-(\d{2})-(\d{2}))`;
const SPAN = new RegExp(String.raw`${DAY}(?:\s*(?:至|到|—+|–|-|~|～|/)\s*${DAY})?`, 'gu');
/** How many days a holiday is said to have: 共3天. */
const COUNTED = /共\s*(\d+)\s*天/u;

/** Where a day without year or month belongs: with the one before it. */
interface Place {
  year: number;
  month: number;
}

/**
 * Reads the lines of a notice as the State Council's office writes them (元旦：1月1日至3日放假调休，共3天。1月4日上班。), and those
 * of a calendar file (`off:`, `worked:`, dates and spans with a stroke). Nothing is guessed: what is unclear is said.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const place: Place = { year, month: 1 };
  const off = new Set<string>();
  const worked = new Set<string>();
  const doubtful: ReadNotice['doubtful'] = [];
  let heading: 'off' | 'worked' | null = null;
  for (const part of partsOf(text)) {
    heading = headingIn(part) ?? heading;
    const spans = spansIn(part, place);
    if (spans.length === 0) continue;
    if (spans.includes(null)) {
      doubtful.push({ text: part, why: 'impossible' });
      continue;
    }
    const days = spans.flatMap((span) => span ?? []);
    const kind = kindOf(part) ?? (/\d{4}-\d{2}-\d{2}/u.test(part) ? heading : null);
    if (kind === null) {
      doubtful.push({ text: part, why: 'unclear' });
      continue;
    }
    const counted = COUNTED.exec(part)?.[1];
    if (kind === 'off' && counted !== undefined && Number(counted) !== days.length)
      doubtful.push({ text: part, why: 'count' });
    if (kind === 'worked' && days.some((on) => !isWeekend(on))) doubtful.push({ text: part, why: 'weekday' });
    for (const on of days) (kind === 'off' ? off : worked).add(on);
  }
  const both = [...off].filter((on) => worked.has(on));
  if (both.length > 0) doubtful.push({ text: both.sort().join('、'), why: 'both' });
  return { off: [...off].sort(), worked: [...worked].sort(), doubtful };
}

/** Sentences without what stands in brackets: days of the week and of the moon. */
const partsOf = (text: string): string[] =>
  text
    .replace(/（[^（）]*）|\([^()]*\)/gu, '')
    .split(/[。；;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const headingIn = (part: string): 'off' | 'worked' | null =>
  /^off\s*:/u.test(part) ? 'off' : /^worked\s*:/u.test(part) ? 'worked' : null;

function kindOf(part: string): 'off' | 'worked' | null {
  if (/上班/u.test(part) && !/放假/u.test(part)) return 'worked';
  return /放假|调休/u.test(part) && !/上班/u.test(part) ? 'off' : null;
}

/** The days of each span; null: there is no such day, or it ends before it begins. */
function spansIn(part: string, place: Place): (string[] | null)[] {
  return [...part.matchAll(SPAN)].map((found) => {
    const first = dayFrom(found.slice(1, 7), place);
    const last =
      found[9] === undefined && found[10] === undefined ? first : dayFrom(found.slice(7, 13), place);
    if (first === null || last === null || last < first) return null;
    const days: string[] = [];
    for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
    return days.length > 31 ? null : days;
  });
}

function dayFrom(
  [chineseYear, chineseMonth, chineseDay, year, month, day]: readonly (string | undefined)[],
  place: Place,
): string | null {
  if (chineseYear !== undefined || year !== undefined) place.year = Number(chineseYear ?? year);
  if (chineseMonth !== undefined || month !== undefined) place.month = Number(chineseMonth ?? month);
  const two = (n: number): string => String(n).padStart(2, '0');
  const on = `${place.year}-${two(place.month)}-${two(Number(chineseDay ?? day))}`;
  const exists = !Number.isNaN(Date.parse(`${on}T00:00:00Z`)) && addDays(on, 0) === on;
  return exists && yearOf(on) === place.year ? on : null;
}
