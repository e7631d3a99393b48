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

  /** Counts a request; the seconds to wait where it is too much, else null. */
  ofPerson(id: string): Promise<number | null> {
    return consumed(this.#ofPerson, id);
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
  try {
    await counter.consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return secondsOf(error);
    throw error;
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
