import { ROUTES, type ApiExamples, type Route, type RouteExample, type RouteName } from '#contract';
import { Browser, type Answer } from '../../testing/browser.js';
import { shortened } from './shortened.js';

interface Wanted {
  /** Values of path and query. */
  parameters?: Record<string, string>;
  body?: unknown;
  /** The ETag of what is changed; left out: read off the thing at this address. */
  etag?: string;
  /** A file as the body. */
  bytes?: Uint8Array;
}

/** Does what people do, and keeps of each route what was sent first and what came. */
export class Recorder {
  readonly examples: Record<string, RouteExample> = {};
  readonly failures: string[] = [];
  #keys = 0;
  readonly #desks = new Map<string, Browser>();

  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  get all(): ApiExamples {
    return this.examples;
  }

  async desk(username: string): Promise<Browser> {
    const known = this.#desks.get(username);
    if (known !== undefined) return known;
    const browser = new Browser(this.url);
    const { status, body } = await browser.signIn(username, this.password);
    if (status !== 201) throw new Error(`${username}: ${JSON.stringify(body)}`);
    this.#desks.set(username, browser);
    return browser;
  }

  /** Sends a request of a route as this person; of what is refused, says so and gives back what came. */
  async record(name: RouteName, username: string, wanted: Wanted = {}): Promise<Answer['body']> {
    const route: Route = ROUTES[name];
    const { parameters = {}, body, bytes } = wanted;
    const browser = await this.desk(username);
    const address = addressOf(route, parameters);
    if (/\/\/|\/$|undefined/u.test(address)) {
      this.failures.push(`${name} ${address}: nothing is there to do it with`);
      return {};
    }
    const answer = await this.#send(browser, route, address, wanted);
    if (answer.status !== route.status) {
      this.failures.push(`${name} ${address}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`);
      return answer.body;
    }
    this.examples[name] ??= shortened({
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...(body === undefined || bytes !== undefined ? {} : { body }),
      ...(route.answer === undefined ? {} : { answer: answer.body }),
    });
    return answer.body;
  }

  /** Fetched by the key of a subscription, not by a person. */
  async events(key: string): Promise<void> {
    const address = `${this.url}/api/v1/events?after=0&limit=20`;
    const response = await fetch(address, { headers: { Authorization: `Bearer ${key}` } });
    const answer = (await response.json()) as object;
    if (response.status === 200)
      this.examples['events'] = shortened({ parameters: { after: '0', limit: '20' }, answer });
    else this.failures.push(`events: ${response.status} ${JSON.stringify(answer)}`);
  }

  async #send(browser: Browser, route: Route, address: string, wanted: Wanted): Promise<Answer> {
    if (route.method === 'get') return browser.get(address);
    const key = `example-${(this.#keys += 1)}`;
    if (wanted.bytes !== undefined)
      return browser.sendBytes(address, wanted.bytes, { 'Idempotency-Key': key });
    return browser.send(route.method.toUpperCase(), address, {
      ...(wanted.body === undefined ? {} : { body: wanted.body }),
      headers: {
        'Idempotency-Key': key,
        ...(wanted.etag === undefined ? {} : { 'If-Match': wanted.etag }),
      },
    });
  }
}

function addressOf(route: Route, parameters: Record<string, string>): string {
  const inPath = new Set<string>();
  const path = route.path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(parameters[name] ?? '');
  });
  const query = new URLSearchParams(Object.entries(parameters).filter(([name]) => !inPath.has(name)));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
