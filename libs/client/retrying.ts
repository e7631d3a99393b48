import { pause } from './pause.js';

/** Answers that say: not now. */
const LATER = new Set([429, 502, 503, 504]);
const MOST_S = 60;

/**
 * Sends a request again where that is harmless: it only reads, or carries an Idempotency-Key. After a lost connection and
 * after answers that ask for patience, for as long as Retry-After says, else a little longer each time.
 */
export function retrying(send: (request: Request) => Promise<Response>, attempts: number) {
  return async (request: Request): Promise<Response> => {
    const harmless = request.method === 'GET' || request.headers.has('Idempotency-Key');
    for (let attempt = 1; ; attempt += 1) {
      const last = !harmless || attempt >= attempts;
      // A body can be read once: each attempt has its own.
      const outcome = await send(last ? request : request.clone()).catch((error: unknown) => {
        if (last || request.signal.aborted) throw error;
        return null;
      });
      if (outcome !== null && (last || !LATER.has(outcome.status))) return outcome;
      await pause(1000 * waitOf(outcome, attempt), request.signal);
    }
  };
}

function waitOf(response: Response | null, attempt: number): number {
  const said = Number(response?.headers.get('Retry-After') ?? Number.NaN);
  return Math.min(MOST_S, Number.isFinite(said) ? said : 0.25 * 2 ** attempt);
}
