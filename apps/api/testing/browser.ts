import { CSRF_HEADER, IDEMPOTENCY_HEADER, type Problem } from '#contract';
import { PASSWORD } from './people.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A browser of one person: keeps its cookie and its CSRF token, and sends both. */
export class Browser {
  #cookie = '';
  #csrf = '';
  #keys = 0;

  constructor(readonly url: string) {}

  async signIn(username: string, password = PASSWORD): Promise<Answer> {
    const answer = await this.send('POST', '/api/v1/session', { body: { username, password } });
    if (answer.status === 201) this.#csrf = String(answer.body['csrfToken']);
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** A change with all it needs; `ifMatch` of a number is the ETag of that version. */
  change(
    path: string,
    body: unknown,
    options: { ifMatch?: number | string; key?: string; method?: string } = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = {
      [IDEMPOTENCY_HEADER]: options.key ?? `key-${(this.#keys += 1)}-${Math.random()}`,
    };
    if (options.ifMatch !== undefined) {
      headers['If-Match'] = typeof options.ifMatch === 'number' ? `"${options.ifMatch}"` : options.ifMatch;
    }
    return this.send(options.method ?? 'POST', path, { body, headers });
  }

  async send(method: string, path: string, { body, headers = {} }: Sending = {}): Promise<Answer> {
    const response = await this.raw(method, path, {
      headers: {
        ...(method === 'GET' ? {} : { [CSRF_HEADER]: this.#csrf, 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  /** A file as the body. */
  async sendBytes(
    path: string,
    bytes: Uint8Array,
    headers: Record<string, string>,
    method = 'POST',
  ): Promise<Answer> {
    return answerOf(
      await this.raw(method, path, { headers: this.#ofFile(headers), body: Buffer.from(bytes) }),
    );
  }

  /** A body that does not say how long it is. */
  async sendStream(
    path: string,
    body: ReadableStream<Uint8Array>,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const init = { headers: this.#ofFile(headers), body, duplex: 'half' } as RequestInit;
    return answerOf(await this.raw('POST', path, init));
  }

  #ofFile(headers: Record<string, string>): Record<string, string> {
    return { [CSRF_HEADER]: this.#csrf, 'Content-Type': 'application/octet-stream', ...headers };
  }

  /** The response itself, for streams; sends the cookie, keeps the one that comes. */
  async raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.url + path, {
      ...init,
      method,
      headers: {
        ...(this.#cookie === '' ? {} : { Cookie: this.#cookie }),
        ...(init.headers as Record<string, string>),
      },
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.split(';')[0] ?? '';
    return response;
  }

  get cookie(): string {
    return this.#cookie;
  }

  useCookie(cookie: string): void {
    this.#cookie = cookie;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

export function problemOf(answer: Answer): Pick<Problem, 'status' | 'code'> {
  const { status, code } = answer.body as unknown as Problem;
  return { status, code };
}
