/**
 * A random key for `Idempotency-Key`. `crypto.randomUUID` exists only on https and localhost;
 * inside an office network the page is often plain http, so the key is built from random bytes.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
