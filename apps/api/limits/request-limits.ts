import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much is too much; of one process, so that several let that many times as much through. */
export interface RequestLimitSettings {
  /** Requests of one person, or of one token, a minute. */
  ofPersonPerMinute: number;
  /** Requests from one address, a minute: a whole office may stand behind one. */
  fromAddressPerMinute: number;
  /** Sign-ins from one address that were refused, in ten minutes; the lock-out of single accounts is apart from this. */
  refusedSignInsPerTenMinutes: number;
}

/** What one person or token may still send. */
export interface Allowance {
  /** So many requests within so many seconds. */
  of: number;
  withinS: number;
  remaining: number;
  /** Seconds until all of them may be sent again. */
  resetS: number;
  /** This request was one too many. */
  over: boolean;
}

const MINUTE_S = 60;

/** Counts in memory: a limit that needed the database would be no protection of it. */
export class RequestLimits {
  readonly #ofPerson: RateLimiterMemory;
  readonly #fromAddress: RateLimiterMemory;
  readonly #refusedSignIns: RateLimiterMemory;

  constructor(settings: RequestLimitSettings) {
    this.#ofPerson = limiter(settings.ofPersonPerMinute, MINUTE_S);
    this.#fromAddress = limiter(settings.fromAddressPerMinute, MINUTE_S);
    this.#refusedSignIns = limiter(settings.refusedSignInsPerTenMinutes, 10 * MINUTE_S);
  }

  /** Counts a request of a person or a token; what is left of how many, and for how long. */
  async ofPerson(id: string): Promise<Allowance> {
    const { remaining, resetS, over } = await consume(this.#ofPerson, id);
    return { of: this.#ofPerson.points, withinS: MINUTE_S, remaining, resetS, over };
  }

  /** Counts a request; the seconds to wait where it is too much, else null. */
  fromAddress(address: string): Promise<number | null> {
    return consumed(this.#fromAddress, address);
  }

  /** Counts a sign-in that was refused. */
  async signInRefused(address: string): Promise<void> {
    await consumed(this.#refusedSignIns, address);
  }

  /** The seconds to wait before another sign-in is looked at, else null. Counts nothing. */
  async signInWait(address: string): Promise<number | null> {
    const known = await this.#refusedSignIns.get(address);
    return known !== null && known.remainingPoints <= 0 ? secondsOf(known) : null;
  }
}

const limiter = (points: number, duration: number): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration });

async function consumed(counter: RateLimiterMemory, key: string): Promise<number | null> {
  const { over, resetS } = await consume(counter, key);
  return over ? resetS : null;
}

async function consume(
  counter: RateLimiterMemory,
  key: string,
): Promise<{ remaining: number; resetS: number; over: boolean }> {
  try {
    const left = await counter.consume(key);
    return { remaining: left.remainingPoints, resetS: secondsOf(left), over: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { remaining: 0, resetS: secondsOf(error), over: true };
    throw error;
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
