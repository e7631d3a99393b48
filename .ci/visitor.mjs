import { strict as assert } from 'node:assert';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A person's browser: keeps its session, sends what a page sends. */
export class Visitor {
  #cookie = '';
  #csrf = '';

  constructor(base) {
    this.base = base;
  }

  /** The same session at another address. */
  at(base) {
    const other = new Visitor(base);
    other.#cookie = this.#cookie;
    other.#csrf = this.#csrf;
    return other;
  }

  async signIn(username, password) {
    const { status, body } = await this.#send('POST', '/api/v1/session', { body: { username, password } });
    assert.equal(status, 201, JSON.stringify(body));
    this.#csrf = body.csrfToken;
  }

  async json(path) {
    const { status, body } = await this.#send('GET', path);
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body;
  }

  async act(taskId, action, body = {}) {
    const { version } = await this.json(`/api/v1/tasks/${taskId}`);
    const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': `${taskId}-${action}-${Math.random()}` };
    const answer = await this.#send('POST', `/api/v1/tasks/${taskId}/actions/${action}`, { body, headers });
    assert.ok(answer.status < 300, `${action}: ${JSON.stringify(answer.body)}`);
  }

  async #send(method, path, { body, headers = {} } = {}) {
    const change = method === 'GET' ? {} : { 'X-CSRF-Token': this.#csrf, 'Content-Type': 'application/json' };
    const response = await fetch(this.base + path, {
      method,
      headers: { Cookie: this.#cookie, ...change, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.split(';')[0];
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** Asks until the answer is as it should be. */
  async hears(path, isIt, withinMs) {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(200))
      if (isIt(await this.json(path))) return;
    throw new Error(`${path} did not come to be as expected within ${withinMs} ms`);
  }

  /** Asks for these addresses in turn, one after the other, until it is told to end; every answer is kept. */
  keepsAsking(paths) {
    const answers = [];
    let over = false;
    const asking = (async () => {
      for (let at = 0; !over; at += 1) {
        const path = paths[at % paths.length];
        try {
          const { status } = await this.#send('GET', path);
          answers.push({ path, status });
        } catch (error) {
          answers.push({ path, status: String(error.cause ?? error) });
        }
        await sleep(10);
      }
    })();
    return {
      end: async () => {
        over = true;
        await asking;
        return answers;
      },
    };
  }

  /** A stream of events; `until` waits for one that has come or comes. */
  async stream(path) {
    const leaving = new AbortController();
    const response = await fetch(this.base + path, {
      headers: { Cookie: this.#cookie },
      signal: leaving.signal,
    });
    assert.equal(response.status, 200);
    const events = [];
    void (async () => {
      let text = '';
      for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
        text += piece;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, event] = /^event: (.*)$/m.exec(text.slice(0, end)) ?? [];
          const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
          if (event && data) events.push({ event, data: JSON.parse(data) });
          text = text.slice(end + 2);
        }
      }
    })().catch(() => undefined);
    return {
      until: async (isIt, withinMs) => {
        for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50))
          if (events.some(({ event, data }) => isIt(event, data))) return;
        throw new Error(
          `not in the stream within ${withinMs} ms; it had ${JSON.stringify(events).slice(0, 600)}`,
        );
      },
      end: () => leaving.abort(),
    };
  }
}
