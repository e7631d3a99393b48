import { createHash } from 'node:crypto';

/**
 * A mark of settings that carry no version of their own: another one as soon as any of them is another. Whoever changes
 * them says which they saw; compared under the lock that the change holds.
 */
export const settingsTag = (settings: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 22);
