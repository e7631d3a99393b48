import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps what must be used again but never shown: passwords of mail servers, keys of robots. */
export interface SecretBox {
  seal(secret: unknown): string;
  /** @throws Error when it was sealed with another key, or changed */
  open(sealed: string): unknown;
  /** A key for one purpose alone, 32 bytes: the same each time, and of no use for any other. */
  keyFor(purpose: string): Buffer;
}

/**
 * AES-256-GCM with a fresh nonce each time.
 *
 * @param key 32 bytes, of the installation, outside the database: who has one of both has nothing
 */
export function secretBox(key: Buffer): SecretBox {
  if (key.length !== 32) throw new RangeError('the key of the installation has 32 bytes');
  return {
    seal: (secret) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
      return JSON.parse(Buffer.concat(text).toString('utf8')) as unknown;
    },
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', key, '', `luoshi/${purpose}`, 32)),
  };
}
