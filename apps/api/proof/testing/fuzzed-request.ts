import { CSRF_HEADER } from '#contract';
import { bodyText, ODD_TEXTS, oddValue } from './odd-values.js';
import type { Operation, Parameter } from './operations.js';
import { chance, oneOf, type Random } from './random.js';
import type { RawRequest, SignedIn } from './raw-client.js';
import { resolved, sampleOf, type Components, type Schema } from './schema-value.js';

export interface Ammunition {
  components: Components;
  /** Ids that are there: here, and in the other jurisdiction. */
  ids: readonly string[];
  people: readonly SignedIn[];
}

const ID = /^\{?(?:id|.*Ids?|unit|plan|task|contact)\}?$/;

/** One request to an operation: mostly in good order but for one or a few places. */
export function fuzzedRequest(random: Random, operation: Operation, with_: Ammunition): RawRequest {
  const idFor = (): string => oneOf(random, with_.ids);
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const own = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return encoded(
      random,
      chance(random, 0.75) ? wordOf(random, own, idFor, with_.components) : oddText(random),
    );
  });
  const query = operation.parameters
    .filter((one) => one.in === 'query' && chance(random, 0.4))
    .map((one) => `${one.name}=${encoded(random, queryOf(random, one, idFor, with_.components))}`);
  if (chance(random, 0.05))
    query.push(oneOf(random, ['__proto__[x]=1', 'a[b][c]=1', '=&=&', '%ff=%fe', 'sort=;--']));
  const [media, schema] = Object.entries(operation.bodies)[0] ?? [];
  const body = bodyOf(random, media, schema, idFor, with_.components);
  return {
    method: operation.method,
    path: path + (query.length > 0 ? `?${query.join('&')}` : ''),
    headers: {
      ...(body === undefined || media === undefined ? {} : { 'Content-Type': mediaOf(random, media) }),
      ...(operation.conditional ? { 'If-Match': tagOf(random) } : {}),
      ...oddHeaders(random),
    },
    body,
    as: chance(random, 0.97) ? oneOf(random, with_.people) : undefined,
  };
}

function wordOf(
  random: Random,
  parameter: Parameter | undefined,
  idFor: () => string,
  components: Components,
): string {
  if (parameter === undefined || ID.test(parameter.name)) return idFor();
  const { enum: words } = resolved(parameter.schema, components);
  return words === undefined
    ? String(sampleOf(parameter.schema, components, idFor, parameter.name))
    : String(oneOf(random, words));
}

const MARKS: readonly string[] = [
  'bm9uc2Vuc2U',
  Buffer.from('{"at":"2024-04-12T01:00:00.000Z","id":"x"}').toString('base64url'),
  Buffer.from('{"__proto__":1}').toString('base64url'),
  Buffer.from('null').toString('base64url'),
  Buffer.from('[[[[1]]]]').toString('base64url'),
  Buffer.from(JSON.stringify({ at: 1e99, id: "' or true --", code: '\u0000', position: -1 })).toString(
    'base64url',
  ),
];

function queryOf(random: Random, parameter: Parameter, idFor: () => string, components: Components): string {
  if (parameter.name === 'cursor' && chance(random, 0.7)) return oneOf(random, MARKS);
  return chance(random, 0.5) ? wordOf(random, parameter, idFor, components) : oddText(random);
}

function bodyOf(
  random: Random,
  media: string | undefined,
  schema: Schema | undefined,
  idFor: () => string,
  components: Components,
): string | Buffer | undefined {
  if (media === undefined) return chance(random, 0.03) ? bodyText(random, oddValue(random)) : undefined;
  if (media !== 'application/json' || schema === undefined)
    return Buffer.from(oneOf(random, ['', 'x', '%PDF-1.7', 'PK\u0003\u0004', '\u0000'.repeat(100)]));
  if (chance(random, 0.04)) return undefined;
  const good = sampleOf(schema, components, idFor);
  return bodyText(random, chance(random, 0.15) ? good : broken(random, good, schema, components, idFor));
}

/** A good body with a member or a few made odd, left out, or never heard of. */
function broken(
  random: Random,
  good: unknown,
  schema: Schema,
  components: Components,
  idFor: () => string,
): unknown {
  if (chance(random, 0.06) || typeof good !== 'object' || good === null || Array.isArray(good))
    return oddValue(random);
  const body = { ...good } as Record<string, unknown>;
  const { properties = {} } = resolved(schema, components);
  const names = [...new Set([...Object.keys(properties), ...Object.keys(body)])];
  for (let i = 0; i < 1 + Math.floor(random() * 3); i += 1) {
    const name = chance(random, 0.9) && names.length > 0 ? oneOf(random, names) : oneOf(random, ODD_TEXTS);
    const inner = properties[name];
    if (chance(random, 0.15)) delete body[name];
    else if (inner !== undefined && chance(random, 0.4))
      body[name] = deeply(random, sampleOf(inner, components, idFor, name));
    else body[name] = oddValue(random);
  }
  return body;
}

/** The value with something odd inside it. */
function deeply(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[]), oddValue(random)];
  if (typeof value !== 'object' || value === null) return chance(random, 0.5) ? value : oddValue(random);
  const names = Object.keys(value);
  if (names.length === 0) return oddValue(random);
  const name = oneOf(random, names);
  return { ...value, [name]: deeply(random, (value as Record<string, unknown>)[name]) };
}

function tagOf(random: Random): string {
  return chance(random, 0.7)
    ? `"${Math.floor(random() * 8)}"`
    : oneOf(random, ['*', 'W/"1"', '"99999999999"', '""', '"-1"', '"1", "2"', 'x'.repeat(500)]);
}

const mediaOf = (random: Random, media: string): string =>
  chance(random, 0.92)
    ? media
    : oneOf(random, [
        'text/plain',
        'application/xml',
        'application/json; charset=utf-7',
        'multipart/form-data',
        ';;',
        'application/x-www-form-urlencoded',
      ]);

/** What a header may carry without the client refusing to send it. */
function oddHeaders(random: Random): Record<string, string> {
  if (!chance(random, 0.12)) return {};
  return oneOf(random, [
    { Accept: 'text/html, */*;q=0.1' },
    { 'Accept-Language': 'x'.repeat(2_000) },
    { 'Idempotency-Key': 'x'.repeat(300) },
    { 'Idempotency-Key': '\u00e9\u00ff' },
    { [CSRF_HEADER]: '' },
    { Cookie: `luoshi_session=${'%'.repeat(50)}; =; ;;; luoshi_session=j:{"a":1}` },
    { Authorization: `Bearer ${'A'.repeat(3_000)}` },
    { Authorization: 'Basic eDp5' },
    { 'X-Forwarded-For': "'; --, 10.0.0.1, ::1" },
    { 'X-Forwarded-Host': 'evil.example' },
    { 'X-HTTP-Method-Override': 'DELETE' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Content-Encoding': 'gzip' },
    { 'Last-Event-ID': '-1e99' },
    { 'If-None-Match': '*' },
    { Range: 'bytes=0-0,-1' },
    { 'X-Filler': 'x'.repeat(6_000) },
  ] as Record<string, string>[]);
}

function oddText(random: Random): string {
  return oneOf(random, ODD_TEXTS).slice(0, 3_000);
}

/** As a client would write it; a few write bytes that are no UTF-8. */
function encoded(random: Random, text: string): string {
  if (chance(random, 0.02)) return oneOf(random, ['%ff%fe', '%', '%zz', '%c0%ae%c0%ae%2f', '..%2f..%2f']);
  return encodeURIComponent(wellFormed(text));
}

/** A lone surrogate has no UTF-8: its place is taken, as browsers do. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
