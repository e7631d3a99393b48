import type { FieldType } from '../archive-format.js';

/** PostgreSQL's types, as `format_type` names them, and how their values stand in an archive. */
const TYPES: Readonly<Record<string, FieldType>> = {
  text: 'text',
  uuid: 'uuid',
  integer: 'integer',
  smallint: 'integer',
  bigint: 'integer',
  numeric: 'number',
  boolean: 'boolean',
  date: 'date',
  'timestamp with time zone': 'instant',
  jsonb: 'json',
  'text[]': 'texts',
  'uuid[]': 'uuids',
  bytea: 'file',
};

/** @throws Error of a type that no column had so far: somebody has to say how it is written */
export function fieldTypeOf(columnType: string): FieldType {
  const known = TYPES[columnType.replace(/\(.*\)/u, '')];
  if (known === undefined) throw new Error(`how is ${columnType} written in an archive?`);
  return known;
}

/** The expression that gives a column's value as text; of a file nothing, its bytes are asked for one by one. */
export function asText(column: string, type: FieldType): string {
  switch (type) {
    case 'instant': {
      // Milliseconds, as everywhere; microseconds only where there are some.
      const utc = `${column} at time zone 'UTC'`;
      const whole = `date_trunc('milliseconds', ${column}) = ${column}`;
      return `to_char(${utc}, case when ${whole} then 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' else 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"' end)`;
    }
    case 'texts':
    case 'uuids':
      return `to_jsonb(${column})::text`;
    case 'file':
      return `encode(sha256(${column}), 'hex') || ' ' || length(${column})`;
    default:
      return `${column}::text`;
  }
}

/** What orders rows by a key column: the order of the texts in the archive, or of the numbers. */
export const orderOf = (column: string, type: FieldType): string =>
  type === 'integer' || type === 'number' ? column : `${asText(column, type)} collate "C"`;

/** A value as it stands in an archive, from `asText`. */
export function valueOf(text: string, type: FieldType): unknown {
  switch (type) {
    case 'integer':
    case 'number':
      return numberOf(text);
    case 'boolean':
      return text === 'true';
    case 'json':
    case 'texts':
    case 'uuids':
      return JSON.parse(text) as unknown;
    case 'file': {
      const [sha256 = '', size = '0'] = text.split(' ');
      return { sha256, size: Number(size) };
    }
    default:
      return text;
  }
}

/** A number where JSON's readers get the same one; else its digits, as a text. */
function numberOf(text: string): number | string {
  const plain = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  const value = Number(plain);
  return String(value) === plain ? value : plain;
}

/** A value of an archive as PostgreSQL reads it, for a cast to the column's type. @throws TypeError where it is none of the type */
export function parameterOf(value: unknown, type: FieldType): string {
  switch (type) {
    case 'integer':
    case 'number':
      if (typeof value === 'number' || typeof value === 'string') return String(value);
      break;
    case 'boolean':
      if (typeof value === 'boolean') return String(value);
      break;
    case 'json':
      return JSON.stringify(value);
    case 'texts':
    case 'uuids':
      if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
        return JSON.stringify(value);
      break;
    default:
      if (typeof value === 'string') return value;
  }
  throw new TypeError(`not ${type}`);
}

/** The cast that makes a text a value of the column again. */
export function fromText(text: string, type: FieldType, columnType: string): string {
  if (type !== 'texts' && type !== 'uuids') return `${text}::${columnType}`;
  return `(case when ${text} is not null then array(select jsonb_array_elements_text(${text}::jsonb)) end)::${columnType}`;
}
