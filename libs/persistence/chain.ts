import { hash } from 'node:crypto';
import type { Instant } from '#calendar';

/** What stands before a subject's first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** What an event's hash vouches for: all of the row but the hashes and the moment it was written. */
export interface ChainLine {
  jurisdictionId: string;
  subjectKind: 'task' | 'obligation' | 'reportingLine';
  subjectId: string;
  /** 1 for a subject's first event. */
  seq: number;
  type: string;
  payload: unknown;
  at: Instant;
  actorId: string | null;
  unitId: string | null;
  idempotencyKey: string;
}

/**
 * The hash of an event: SHA-256, as 64 hexadecimal digits, over the hash of the event before it of the same subject
 * (`GENESIS_HASH` for the first) and the event itself, as JSON with sorted keys. The same before it was written and
 * after it was read: what jsonb, uuid and timestamptz normalise is normalised here first.
 */
export function eventHash(prevHash: string, line: ChainLine): string {
  const id = (value: string | null): string =>
    value === null ? 'null' : JSON.stringify(value.toLowerCase());
  // As `canonicalJson` writes it, keys in order: they are always these.
  return hash(
    'sha256',
    `["luoshi.event/1",${JSON.stringify(prevHash)},{"actorId":${id(line.actorId)},"at":"${new Date(line.at).toISOString()}",` +
      `"idempotencyKey":${JSON.stringify(line.idempotencyKey)},"jurisdictionId":${JSON.stringify(line.jurisdictionId)},` +
      `"payload":${canonicalJson(line.payload)},"seq":${line.seq},"subjectId":${id(line.subjectId)},` +
      `"subjectKind":"${line.subjectKind}","type":${JSON.stringify(line.type)},"unitId":${id(line.unitId)}}]`,
  );
}

/** JSON in one way only: keys sorted by code unit, no blanks; what JSON leaves out or turns into null, likewise. */
export function canonicalJson(value: unknown): string {
  return written(value) ?? 'null';
}

const hasOwnWords = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** As `JSON.stringify` does it, keys in order; undefined for what JSON leaves out. */
function written(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (hasOwnWords(value)) return written(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => written(item) ?? 'null').join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const text = written((value as Record<string, unknown>)[key]);
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}
