import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The signature of a webhook: HMAC-SHA256 with the shared secret over "v1:<seconds since 1970>:<body as sent>", in
 * hexadecimal. The time stands in the header `luoshi-timestamp`, the signature in `luoshi-signature` as `v1=…`.
 */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:${body}`).digest('hex')}`;
}

/** A request older or newer than this is refused, seconds: a replay that was kept for later. */
export const REPLAY_WINDOW_SECONDS = 300;

export type Verdict = 'genuine' | 'wrongSignature' | 'outsideWindow';

/** What a receiver has to check. `now` in milliseconds; several secrets while one is being changed for another. */
export function verifySignature(
  secrets: readonly string[],
  { timestamp, signature, body }: { timestamp: string; signature: string; body: string },
  now: number,
): Verdict {
  const genuine = secrets.some((secret) => equal(signatureOf(secret, timestamp, body), signature));
  if (!genuine || !/^\d{1,12}$/u.test(timestamp)) return 'wrongSignature';
  const age = Math.abs(now / 1000 - Number(timestamp));
  return age <= REPLAY_WINDOW_SECONDS ? 'genuine' : 'outsideWindow';
}

/** Compared in a time that tells nothing of where they differ. */
function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
