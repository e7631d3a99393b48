import { CSRF_HEADER, IDEMPOTENCY_HEADER, type Route, type RouteName, type ROUTES } from '#contract';
import type { z } from 'zod';
import { ApiProblem } from './api-problem.js';
import { answerInLanguage } from '../texts/in-language.js';
import { forgetEarly, readingHeaders, takeEarly } from './ask-early.js';
import { newKey } from './new-key.js';
import { routeOf, routeThere } from './routes.js';

/** What a route of the table answers with; a route without an answer has no content. */
export type AnswerOf<N extends RouteName> = (typeof ROUTES)[N] extends { answer: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

export interface Call {
  /** Values for the `{names}` in the path. */
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  /** ETag of the thing as the person saw it; the server refuses when it has moved on. */
  etag?: string;
  /** The same key for the same intention: sending twice does it once. */
  key?: string;
  /** ETag of what is known already; an answer that is the same comes without content. */
  known?: string;
}

let csrfToken = '';
/** The session's token, which every change has to carry. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** The ETag of a thing whose answer carries its version. */
export const etagOf = (version: number): string => `"${version}"`;

/** The address of a route with its parameters and query filled in. */
export function addressOf(
  name: RouteName,
  { params = {}, query = {} }: Pick<Call, 'params' | 'query'> = {},
): string {
  const path = routeThere(name).path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** The headers of a request; `Content-Type` is that of the route's body. */
export function headersFor(route: Route, call: Call): Record<string, string> {
  const headers = readingHeaders();
  if (call.known !== undefined) {
    headers['If-None-Match'] = call.known;
    // Else the browser asks for an answer in any case, as it keeps none of its own to compare.
    headers['Cache-Control'] = 'max-age=0';
  }
  if (route.method === 'get') return headers;
  headers['Content-Type'] = route.bodyMediaType ?? 'application/json';
  headers[CSRF_HEADER] = csrfToken;
  if (route.change === true) headers[IDEMPOTENCY_HEADER] = call.key ?? newKey();
  if (call.etag !== undefined) headers['If-Match'] = call.etag;
  return headers;
}

/** Sends one request; an answer outside 2xx or none at all is thrown as an {@link ApiProblem}. */
export async function send(address: string, route: Route, call: Call): Promise<Response> {
  const init: RequestInit = {
    method: route.method.toUpperCase(),
    credentials: 'same-origin',
    headers: headersFor(route, call),
    ...(route.method === 'get' ? {} : { body: JSON.stringify(call.body ?? {}) }),
    ...(call.signal ? { signal: call.signal } : {}),
  };
  const isFresh = route.method === 'get' && call.known === undefined;
  if (!isFresh) forgetEarly();
  const early = isFresh ? takeEarly(address) : undefined;
  const answer = await (early ?? fetch(address, init)).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiProblem.offline();
  });
  if (!answer.ok && answer.status !== 304) throw await ApiProblem.of(answer);
  return answer;
}

/** The content of an answer, checked against its schema; another shape is thrown as an {@link ApiProblem}. */
export async function parse(answer: Response, schema: z.ZodType): Promise<unknown> {
  const body: unknown = await answer.json().catch((cause: unknown) => {
    // No JSON is another shape; anything else is a body that never came whole: given up, or the line is down.
    if (cause instanceof SyntaxError) return undefined;
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiProblem.offline();
  });
  const parsed = schema.safeParse(answerInLanguage(body));
  if (parsed.success) return parsed.data;
  console.error(`${answer.url}: unexpected answer`, JSON.stringify(parsed.error.issues));
  throw ApiProblem.unexpectedShape();
}

/** Calls a route of the contract and checks the answer against its schema. */
export async function call<N extends RouteName>(name: N, wanted: Call = {}): Promise<AnswerOf<N>> {
  const route = await routeOf(name);
  const answer = await send(addressOf(name, wanted), route, wanted);
  const data = route.answer === undefined ? undefined : await parse(answer, route.answer);
  return data as AnswerOf<N>;
}

/** Routes whose answer is a page of a list. */
export type Listed = {
  [N in RouteName]: AnswerOf<N> extends { items: unknown[]; nextCursor: string | null } ? N : never;
}[RouteName];

export interface ListAnswer {
  items: unknown[];
  nextCursor: string | null;
}

/** Routes whose answer is a thing with a version. */
type Versioned = { [N in RouteName]: AnswerOf<N> extends { version: number } ? N : never }[RouteName];

/** The last answers by address: what they were tagged with, and which version of the thing they were. */
const answers = new Map<string, { etag: string; version: number }>();

/** Reads a thing again; null where nothing about it has changed since the version that is known. */
export async function callUnlessKnown<N extends Versioned>(
  name: N,
  wanted: Call,
  version: number | undefined,
): Promise<AnswerOf<N> | null> {
  const route = await routeOf(name);
  const address = addressOf(name, wanted);
  const last = answers.get(address);
  // An answer that never arrived on the page (the request was given up) must not count as known.
  const known = last?.version === version ? last?.etag : undefined;
  const answer = await send(address, route, known === undefined ? wanted : { ...wanted, known });
  if (answer.status === 304 || route.answer === undefined) return null;
  const data = (await parse(answer, route.answer)) as AnswerOf<N> & { version: number };
  const etag = answer.headers.get('ETag');
  if (etag !== null) answers.set(address, { etag, version: data.version });
  return data;
}

/** Does what an answer's `allowedActions` offers, at the address that it gives. */
export async function act(href: string, wanted: Call): Promise<void> {
  await send(href, { method: 'post', path: href, summary: '', tag: '', status: 200, change: true }, wanted);
}
