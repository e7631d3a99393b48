import { createHmac, timingSafeEqual } from 'node:crypto';
import { epochMsOf, type Instant } from '#calendar';
import { hashOfLink } from '#persistence';
import type { SecretBox } from './secret-box.js';

/** What a link stands for: this letter, for this person, until then. */
export interface LinkedTo {
  letterId: string;
  personId: string;
  /** To the minute. */
  expiresAt: Instant;
}

/** What a link says of itself. It is believed where it `isFor` the person whose letter that is. */
export interface LinkClaim {
  letterId: string;
  expiresAt: Instant;
  /** As the record keeps it. */
  hash: string;
  isFor(this: void, personId: string): boolean;
}

export interface LetterLinks {
  /** The same for the same letter, person and time: it need not be kept to be sent again. */
  make(this: void, to: LinkedTo): string;
  /** Null: not of our form. */
  read(this: void, token: string): LinkClaim | null;
}

const PURPOSE = 'acknowledge a letter';
const MINUTE_MS = 60_000;
const ID_BYTES = 16;
const TIME_BYTES = 4;
/** Of 32: with the rest they come to 48 bytes, which base64 writes without a loose end. */
const MAC_BYTES = 28;
const FORM = /^[\w-]{64}$/u;

/**
 * Links by which a letter is acknowledged without a sign-in: the letter's id, when it runs out, and an HMAC-SHA256 of
 * both, the purpose and the addressee, with a key made of the installation's for nothing else. Who has a copy of the
 * database can make none, and a changed one is none.
 *
 * @throws Error where the installation has no key
 */
export function letterLinks(box: SecretBox): LetterLinks {
  const key = box.keyFor('letter links');
  const macOf = ({ letterId, personId, expiresAt }: LinkedTo): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([PURPOSE, letterId, personId, expiresAt]))
      .digest()
      .subarray(0, MAC_BYTES);
  return {
    make: (to) => {
      const time = Buffer.alloc(TIME_BYTES);
      time.writeUInt32BE(epochMsOf(to.expiresAt) / MINUTE_MS);
      const id = Buffer.from(to.letterId.replaceAll('-', ''), 'hex');
      return Buffer.concat([id, time, macOf(to)]).toString('base64url');
    },
    read: (token) => {
      if (!FORM.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const letterId = bytes
        .toString('hex', 0, ID_BYTES)
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
      const expiresAt = new Date(bytes.readUInt32BE(ID_BYTES) * MINUTE_MS).toISOString();
      const mac = bytes.subarray(ID_BYTES + TIME_BYTES);
      return {
        letterId,
        expiresAt,
        hash: hashOfLink(token),
        isFor: (personId) => timingSafeEqual(mac, macOf({ letterId, personId, expiresAt })),
      };
    },
  };
}

const WORDS = '查看并签收：';

/** A letter's words with its link at the end. */
export const withLink = (body: string, link: string | null): string =>
  link === null ? body : `${body}\n\n${WORDS}${link}`;
