import { randomUUID } from 'node:crypto';
import { PASSWORD } from './template.js';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const PATIENCE_MS = 120_000;

/**
 * Somebody at a browser while the system is being disturbed: where no answer comes, or one that says "not now", the
 * same thing is asked again under the same key.
 */
export class Person {
  readonly #username: string;
  readonly #url: () => Promise<string>;

  constructor(username: string, url: () => Promise<string>) {
    this.#username = username;
    this.#url = url;
  }

  /** Files the sitting of a period with everything that it waits for. */
  async files(period: string, progress: number): Promise<void> {
    const key = randomUUID();
    let seen: { id: string; version: number; reports: object[] } | undefined;
    await this.#insist(async (ask) => {
      seen ??= await sittingOf(ask, period, progress);
      const { id, version, reports } = seen;
      const filed = await ask('POST', `/api/v1/sittings/${id}/filing`, { reports }, { key, version });
      // No longer as it was seen: it was filed before the answer was lost.
      return filed.status === 412 ? { ...filed, status: 200 } : filed;
    });
  }

  /** Issues, or acknowledges, the only notice of a state that there is. */
  async notice(state: 'drafted' | 'issued', act: 'issue' | 'acknowledgement'): Promise<void> {
    const key = randomUUID();
    let seen: { id: string; version: number } | undefined;
    await this.#insist(async (ask) => {
      if (seen === undefined) {
        const { items } = (await ask('GET', `/api/v1/notices?state=${state}`)).body as {
          items: { id: string }[];
        };
        const id = items[0]?.id ?? '';
        const { version } = (await ask('GET', `/api/v1/notices/${id}`)).body as { version: number };
        seen = { id, version };
      }
      const { id, version } = seen;
      const done = await ask('POST', `/api/v1/notices/${id}/${act}`, {}, { key, version });
      return done.status === 412 ? { ...done, status: 200 } : done;
    });
  }

  /** Signs in and does it, again and again until it has an answer that is not "not now". */
  async #insist(work: (ask: Ask) => Promise<Answer>): Promise<void> {
    const started = performance.now();
    for (;;) {
      const answer = await this.#signedIn()
        .then(work)
        .catch((error: unknown): Answer => ({ status: 0, body: { error: String(error) } }));
      if (answer.status === 200 || answer.status === 201) return;
      const later = answer.status === 0 || answer.status === 503;
      if (!later || performance.now() - started > PATIENCE_MS)
        throw new Error(`${this.#username} was told ${answer.status}: ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #signedIn(): Promise<Ask> {
    const url = await this.#url();
    const response = await asked(`${url}/api/v1/session`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ username: this.#username, password: PASSWORD }),
    });
    const body = (await response.json()) as { csrfToken: string };
    if (response.status !== 201) throw new Error(`signing in: ${response.status} ${JSON.stringify(body)}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return async (method, path, input, change) => {
      const answer = await asked(url + path, {
        method,
        headers: {
          cookie,
          ...(input === undefined ? {} : { ...JSON_TYPE, 'X-CSRF-Token': body.csrfToken }),
          ...(change === undefined
            ? {}
            : { 'Idempotency-Key': change.key, 'If-Match': `"${change.version}"` }),
        },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      });
      const said = { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      // What is only looked at has to be there before anything can be done with it.
      if (method === 'GET' && answer.status !== 200)
        throw new Error(`${path}: ${answer.status} ${JSON.stringify(said.body)}`);
      return said;
    };
  }
}

type Ask = (
  method: 'GET' | 'POST',
  path: string,
  input?: object,
  change?: { key: string; version: number },
) => Promise<Answer>;

/** A browser, too, gives up at some time. */
const asked = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });

async function sittingOf(
  ask: Ask,
  period: string,
  progress: number,
): Promise<{ id: string; version: number; reports: object[] }> {
  const { items } = (await ask('GET', '/api/v1/sittings')).body as {
    items: { id: string; periodLabel: string }[];
  };
  const id = items.find(({ periodLabel }) => periodLabel === period)?.id ?? '';
  const sitting = (await ask('GET', `/api/v1/sittings/${id}`)).body as {
    version: number;
    items: { obligationId: string }[];
  };
  const reports = sitting.items.map(({ obligationId }) => ({ obligationId, progress, done: '按计划推进' }));
  return { id, version: sitting.version, reports };
}
