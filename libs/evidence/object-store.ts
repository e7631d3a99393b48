import type { Readable } from 'node:stream';

/**
 * Where files are kept: bytes under a key, written once and never changed. Putting the same bytes again under the same
 * key is no error: keys are made of what is kept there.
 */
export interface ObjectStore {
  /** `folder` or `s3`, and where; without any secret, for whoever runs the server. */
  readonly place: string;
  /** Returns when the bytes are safe. @throws StoreUnavailable */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Null: there is none of this key. @throws StoreUnavailable */
  get(key: string): Promise<{ size: number; content: Readable } | null>;
  /** Every key, in no order that anybody may count on. @throws StoreUnavailable */
  keys(): AsyncIterable<string>;
  /** No error where there is none. @throws StoreUnavailable */
  remove(key: string): Promise<void>;
  /** @throws StoreUnavailable when nothing can be kept there now */
  check(): Promise<void>;
  close(): void;
}

/** The place where files are kept does not answer, is full, or refuses us. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

const SHA256 = /^[0-9a-f]{64}$/u;
const JURISDICTION = /^[\w-]{1,40}$/u;

/**
 * The key of a file: `430811/ab/ab12…`. Jurisdictions share no file, so that what one of them has says nothing to another.
 * Made of checked parts alone: no name that somebody chose is in it.
 */
export function objectKey(jurisdictionId: string, sha256: string): string {
  if (!JURISDICTION.test(jurisdictionId) || !SHA256.test(sha256))
    throw new TypeError(`no key: ${jurisdictionId}, ${sha256}`);
  return `${jurisdictionId}/${sha256.slice(0, 2)}/${sha256}`;
}

/** Whether a key is one that `objectKey` makes. */
export const isObjectKey = (key: string): boolean => /^[\w-]{1,40}\/[0-9a-f]{2}\/[0-9a-f]{64}$/u.test(key);
