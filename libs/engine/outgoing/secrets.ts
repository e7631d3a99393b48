import { createHash, randomBytes } from 'node:crypto';

export interface NewSecrets {
  /** Signs what is sent: `whsec_` and 32 bytes in base64, as Standard Webhooks has it. */
  secret: string;
  /** With this the other system fetches for itself. */
  key: string;
}

export const newSecrets = (): NewSecrets => ({
  secret: `whsec_${randomBytes(32).toString('base64')}`,
  key: `luoshi_${randomBytes(32).toString('base64url')}`,
});

/** What the record keeps of a key. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');
