import { chance, oneOf, type Random } from './random.js';

/** Texts that have broken programs before. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e名单\u202c',
  '\u200b\u200d\ufeff',
  'A\u0301'.repeat(50),
  '𠮷野家👨‍👩‍👧‍👦',
  '%00',
  '%',
  '%s%n%x',
  "' or 1=1 --",
  `"; drop table luoshi.task; --`,
  '\\',
  '${7*7}',
  '{{7*7}}',
  '=1+1',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x=1',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2024-13-01T25:61:61.000Z',
  '字'.repeat(5_000),
  'x'.repeat(12_000),
];

const ODD_NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  0.1 + 0.2,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  101,
  100.0000001,
];

/** Numbers that JSON.stringify would not write. */
const RAW_NUMBERS: readonly string[] = [
  '1e999',
  '-1e999',
  '123456789012345678901234567890',
  '0.1e-400',
  '-0',
];

/** Stands for a number that only text can write; see `bodyText`. */
const RAW = /"@raw:([^"]*)@"/g;

export function oddValue(random: Random, depth = 0): unknown {
  const kind = Math.floor(random() * 10);
  if (kind < 4) return oneOf(random, ODD_TEXTS);
  if (kind < 5) return oneOf(random, ODD_NUMBERS);
  if (kind < 6) return `@raw:${oneOf(random, RAW_NUMBERS)}@`;
  if (kind < 7) return oneOf(random, [null, true, false]);
  if (kind < 8) return nested(random);
  if (depth > 3) return [];
  if (kind < 9) return Array.from({ length: oneOf(random, [0, 1, 3, 60]) }, () => oddLeaf(random));
  return Object.fromEntries(
    ['id', '__proto__', 'constructor', 'toString', '', '字段'].map((name) => [
      name,
      oddValue(random, depth + 1),
    ]),
  );
}

const oddLeaf = (random: Random): unknown => (chance(random, 0.5) ? oneOf(random, ODD_NUMBERS) : 'x');

/** Arrays or objects in one another, deep enough for a recursion to notice. */
function nested(random: Random): unknown {
  let value: unknown = 0;
  const depth = oneOf(random, [10, 100, 600]);
  const inArrays = chance(random, 0.5);
  for (let i = 0; i < depth; i += 1) value = inArrays ? [value] : { a: value };
  return value;
}

/** A value as JSON; a body of a few requests is no JSON at all. */
export function bodyText(random: Random, value: unknown): string {
  const text = (JSON.stringify(value) as string | undefined) ?? 'undefined';
  const written = text.replace(RAW, (_all, number: string) => number);
  if (!chance(random, 0.06)) return written;
  return oneOf(random, [
    written.slice(0, Math.floor(random() * written.length)),
    `${written}}`,
    written.replace(/"/g, "'"),
    `\ufeff${written}`,
    '['.repeat(5_000),
    '{"a":'.repeat(5_000),
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}',
    '{"a":1,"a":2}',
    '\u0000',
    '"\\ud800"',
    '',
  ]);
}
