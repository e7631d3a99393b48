import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { epochMsOf, type Instant } from '#calendar';

/** RFC 6238 with what every authenticator app knows: SHA-1, six digits, half a minute. */
const PERIOD_S = 30;
/** Clocks of phones are half a minute off at times; a code of the step before or after is taken too. */
const STEPS_OFF = 1;
const ISSUER = '落实';

/** 160 random bits (RFC 4226, 4), base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from the picture. */
export const addressOf = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The step that a code belongs to; null: it is none of this secret's around that instant. */
export function stepOf(secret: string, code: string, at: Instant): number | null {
  const totp = totpOf(secret, '');
  const timestamp = epochMsOf(at);
  const delta = totp.validate({ token: code, timestamp, window: STEPS_OFF });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

export const codeAt = (secret: string, at: Instant): string =>
  totpOf(secret, '').generate({ timestamp: epochMsOf(at) });

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
  });

/** Crockford's: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODES = 10;

/** Ten codes of 80 bits, four times four characters, each good for one sign-in without the app. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODES }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(32)]).join('')).join(
      '-',
    ),
  );

/** As it was printed, however it was typed. */
export const recoveryCodeOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replace(/^(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4');
