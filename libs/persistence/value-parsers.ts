import pg from 'pg';
import { PersistenceError } from './persistence-error.js';

type Parse = (text: string) => unknown;

/** Built-in type numbers of PostgreSQL: fixed for ever. */
const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const ARRAY_OID = { 1016: OID.int8, 1182: OID.date, 1185: OID.timestamptz, 1231: OID.numeric } as const;

const parseTextArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[];

const PARSERS: Readonly<Record<number, Parse>> = {
  [OID.int8]: toSafeInteger,
  [OID.numeric]: Number,
  [OID.date]: (text) => text,
  [OID.timestamptz]: toInstant,
};

/**
 * How values come out of the database, for one connection (pg's own table is process-wide): int8 and numeric as
 * numbers, date as `YYYY-MM-DD`, timestamptz as an instant with milliseconds, also in arrays.
 */
export const valueParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    if (format !== 'binary') {
      const own = PARSERS[oid];
      if (own !== undefined) return own;
      const item = PARSERS[(ARRAY_OID as Record<number, number>)[oid] ?? -1];
      if (item !== undefined)
        return (text) => parseTextArray(text).map((value) => (value === null ? null : item(value)));
    }
    return pg.types.getTypeParser(oid, format) as Parse;
  },
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new PersistenceError('NUMBER_TOO_LARGE', `数据库返回的整数 ${text} 超出可精确表示的范围。`);
}

/** `2024-04-12 09:30:00.5+00` (the session is in UTC) to `2024-04-12T09:30:00.500Z`; microseconds are cut off. */
function toInstant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (match === null) return new Date(text).toISOString();
  const milliseconds = (match[3] ?? '').slice(0, 3).padEnd(3, '0');
  return `${match[1] ?? ''}T${match[2] ?? ''}.${milliseconds}Z`;
}
