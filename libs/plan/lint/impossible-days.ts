import { dateOf } from '../dates.js';

const DAY = /(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]/g;
/** 2025.2.30 · 2025-02-30 · 2025/2/30 */
const SHORT = /(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g;
/** 2025年13月 */
const MONTH = /(?:(20\d{2})年)(\d{1,2})月/g;

/** The days and months of some texts that no calendar has, as printed, each once. Without a year the 29th of February may be meant of a leap year. */
export function impossibleDays(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    for (const form of [DAY, SHORT])
      for (const [raw, year, month, day] of plain.matchAll(form))
        if (dateOf(Number(year ?? 2024), Number(month), Number(day)) === undefined) found.add(raw);
    for (const [raw, year, month] of plain.matchAll(MONTH))
      if (
        dateOf(Number(year), Number(month), 1) === undefined &&
        ![...found].some((one) => one.startsWith(raw))
      )
        found.add(raw);
  }
  return [...found];
}
