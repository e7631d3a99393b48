import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { CSRF_HEADER, IDEMPOTENCY_HEADER } from '#contract';

/** Whose request it is: a session as the browser keeps it. */
export interface SignedIn {
  token: string;
  csrf: string;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface RawRequest {
  method: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer | undefined;
  as?: SignedIn | undefined;
}

/** Nothing here takes so long: what does is a hang, and says so. */
const WITHIN_MS = 20_000;
/** So much of an answer is enough to judge it by; a stream of events is let go after its first words. */
const STREAM = /^text\/event-stream/;

let keys = 0;

/** Sends requests as they are, also those that no well-mannered client would make, over connections that are kept. */
export class RawClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  readonly #base: URL;

  constructor(url: string) {
    this.#base = new URL(url);
  }

  /** @throws Error where there is no answer in time, or none that is HTTP */
  send(wanted: RawRequest): Promise<RawAnswer> {
    const { method, path, headers = {}, body, as } = wanted;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.#base.hostname,
          port: this.#base.port,
          agent: this.#agent,
          method,
          path,
          headers: { ...(as === undefined ? {} : ofSession(as, method)), ...headers },
        },
        (response) => {
          const answer = { status: response.statusCode ?? 0, headers: response.headers };
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            if (STREAM.test(String(response.headers['content-type']))) {
              clearTimeout(limit);
              resolve({ ...answer, text: Buffer.concat(chunks).toString() });
              sent.destroy();
            }
          });
          response.on('end', () => {
            clearTimeout(limit);
            resolve({ ...answer, text: Buffer.concat(chunks).toString() });
          });
        },
      );
      const limit = setTimeout(
        () => sent.destroy(new Error(`${method} ${path}: no answer within ${WITHIN_MS} ms`)),
        WITHIN_MS,
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(limit);
        // A kept connection that the server had just let go, as it may: nothing of this request was looked at.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(this.send(wanted));
        else reject(error);
      });
      sent.end(body);
    });
  }

  /** A change with all that it needs; `ifMatch` a tag, as it is. */
  change(method: string, path: string, as: SignedIn, body: unknown, ifMatch?: string): Promise<RawAnswer> {
    const headers = {
      'Content-Type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    };
    return this.send({ method, path, as, headers, body: JSON.stringify(body) });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function ofSession({ token, csrf }: SignedIn, method: string): OutgoingHttpHeaders {
  const cookie = { Cookie: `luoshi_session=${token}` };
  if (method === 'GET') return cookie;
  return { ...cookie, [CSRF_HEADER]: csrf, [IDEMPOTENCY_HEADER]: `proof-${(keys += 1)}` };
}
