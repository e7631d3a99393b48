/** One rendered message on its way to one addressee over one channel. */
export interface Letter {
  /** The same at every attempt: peers that know such a thing (mail, webhooks) can tell a repeat by it. */
  idempotencyKey: string;
  title: string;
  /** Plain text; lines end in \n. */
  body: string;
  /** Where the addressee can read and answer it; null: nowhere. */
  link: string | null;
  /** An earlier attempt may have arrived: nobody knows. The message says so. */
  again: boolean;
}

/**
 * How an attempt ended. `sent`: the peer has taken it over; `delivered` only where it says that it is more than that.
 * `failedForNow`: it is worth trying again. `failedForGood`:
 * no attempt with the same settings and address can succeed. `unknown`: it was handed out, and no answer came back.
 */
export type Attempt =
  | { state: 'sent'; reference: string | null; delivered?: true }
  | { state: 'failedForNow'; code: FailureCode; reason: string; retryAfterMs: number | null }
  | { state: 'failedForGood'; code: FailureCode; reason: string }
  | { state: 'unknown'; code: FailureCode; reason: string };

export const FAILURE_CODES = [
  'Unreachable',
  'NotAnswered',
  'TooManyRequests',
  'PeerInTrouble',
  'AddressRefused',
  'AddressNotAllowed',
  'ContentRefused',
  'CredentialsRefused',
  'EncryptionRefused',
  'AnswerNotUnderstood',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** So many sends within so long; a peer that is asked for more refuses all of them for a while. */
export interface RateLimit {
  sends: number;
  withinMs: number;
}

/** One way out of the house, ready to send. */
export interface Channel {
  /** What the peer allows, whichever process sends. */
  readonly limits: readonly RateLimit[];
  /** Sends one letter. Never throws: how it ended is the answer. */
  send(letter: Letter, address: string): Promise<Attempt>;
  /** Frees connections. May be repeated. */
  close(): Promise<void>;
}

export const sent = (reference: string | null = null): Attempt => ({ state: 'sent', reference });

export const failedForNow = (
  code: FailureCode,
  reason: string,
  retryAfterMs: number | null = null,
): Attempt => ({ state: 'failedForNow', code, reason, retryAfterMs });

export const failedForGood = (code: FailureCode, reason: string): Attempt => ({
  state: 'failedForGood',
  code,
  reason,
});

export const outcomeUnknown = (code: FailureCode, reason: string): Attempt => ({
  state: 'unknown',
  code,
  reason,
});
