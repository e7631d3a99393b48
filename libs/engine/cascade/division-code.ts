import type { JurisdictionLevel } from '#persistence';

/** How many digits of a code name a division of each level (GB/T 2260 and GB/T 10114): 43, 4308, 430811, 430811001. */
const DIGITS: readonly [JurisdictionLevel, number][] = [
  ['province', 2],
  ['prefecture', 4],
  ['county', 6],
  ['township', 9],
];

/** Six digits, nine for a township; twelve where the last three are nought. Others are no codes of the scheme. */
function significant(code: string): { level: JurisdictionLevel; prefix: string } | null {
  if (!/^(?:\d{6}|\d{9}|\d{12})$/u.test(code)) return null;
  const digits = code.padEnd(12, '0');
  if (!digits.endsWith('000')) return null;
  for (const [level, length] of DIGITS)
    if (/^0*$/u.test(digits.slice(length))) return { level, prefix: digits.slice(0, length) };
  return null;
}

/** The level that a code says; null: it follows no scheme. */
export const levelOfCode = (code: string): JurisdictionLevel | null => significant(code)?.level ?? null;

/** Whether the one lies in the other by their codes; where one of them follows no scheme, nothing speaks against it. */
export function codeFitsUnder(code: string, parentCode: string): boolean {
  const [own, parent] = [significant(code), significant(parentCode)];
  return own === null || parent === null || own.prefix.startsWith(parent.prefix);
}
