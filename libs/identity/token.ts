import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, for a cookie or a header. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a session's token. The token is random, so a plain hash is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares without telling by its time how much was right. */
export function sameToken(one: string, other: string): boolean {
  const [a, b] = [tokenHash(one), tokenHash(other)];
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
