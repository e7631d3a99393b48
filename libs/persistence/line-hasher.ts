import { hash } from 'node:crypto';
import { canonicalJson, type ChainLine } from './chain.js';

/** What a line says that is the same for many subjects. */
export type SharedLine = Pick<ChainLine, 'jurisdictionId' | 'subjectKind' | 'type' | 'at'>;

/** What a line says of its own subject. */
export type OwnLine = Pick<ChainLine, 'subjectId' | 'seq' | 'unitId' | 'idempotencyKey'> & {
  prevHash: string;
  /** The payload as `canonicalJson` writes it. */
  payload: string;
};

/**
 * The same hash as `eventHash`, for many lines that nobody but the engine wrote and that differ in little: what they
 * share is put into words once. Ids are as the database writes them, in small letters.
 */
export function lineHasher({ jurisdictionId, subjectKind, type, at }: SharedLine): (line: OwnLine) => string {
  const text = (value: unknown): string => canonicalJson(value);
  const moment = text(new Date(at).toISOString());
  const between = [
    `",{"actorId":null,"at":${moment},"idempotencyKey":`,
    `,"jurisdictionId":${text(jurisdictionId)},"payload":`,
    ',"seq":',
    ',"subjectId":"',
    `","subjectKind":${text(subjectKind)},"type":${text(type)},"unitId":`,
    '}]',
  ];
  return ({ prevHash, subjectId, seq, unitId, idempotencyKey, payload }) =>
    hash(
      'sha256',
      `["luoshi.event/1","${prevHash}${between[0]}${JSON.stringify(idempotencyKey)}${between[1]}${payload}${between[2]}${seq}` +
        `${between[3]}${subjectId}${between[4]}${unitId === null ? 'null' : `"${unitId}"`}${between[5]}`,
    );
}
