import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import {
  LANGUAGES,
  openApiDocument,
  PROBLEMS,
  ROUTES,
  TAG_TEXTS,
  WITHOUT_IDEMPOTENCY_KEY,
  WITHOUT_IF_MATCH,
  type Route,
} from '../index.js';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description?: string;
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  responses: Record<string, { $ref?: string }>;
  'x-without-if-match'?: string;
  'x-without-idempotency-key'?: string;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

const document = openApiDocument('0.1.0') as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
);
const headersOf = ({ parameters }: Operation): string[] =>
  parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name);

/** The published schema takes its time. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;

describe('the API description', () => {
  inCi.each(LANGUAGES)('is OpenAPI 3.1 by the published schema, in %s', async (language) => {
    const { valid, errors } = await new Validator().validate(openApiDocument('0.1.0', { language }));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  test('has every route of the table once', () => {
    expect(operations.map((one) => one.operationId).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test('refers to no component that it lacks, and has none that nothing refers to', () => {
    const references = new Set(
      [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map((match) => match[1]),
    );
    const components = ['schemas', 'responses', 'headers'].flatMap((kind) =>
      Object.keys(document.components[kind] ?? {}).map((name) => `${kind}/${name}`),
    );
    expect([...references].filter((name) => !components.includes(name ?? ''))).toEqual([]);
    expect(components.filter((name) => !name.startsWith('schemas/') && !references.has(name))).toEqual([]);
  });

  test('declares each parameter of a path, and no other', () => {
    for (const { path, operationId, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect([operationId, declared.sort()]).toEqual([operationId, inPath]);
    }
  });

  test('says of every operation and every parameter what it is', () => {
    const unsaid = operations.flatMap(({ operationId, summary, parameters }) => [
      ...(summary === '' ? [operationId] : []),
      ...parameters.filter((one) => !one.description).map(({ name }) => `${operationId}.${name}`),
    ]);
    // A name that is missing here: `.meta({ description })` on its schema, or openapi/texts.ts.
    expect(unsaid).toEqual([]);
  });

  test('says of every tag what it is about', () => {
    const tags = Object.values<Route>(ROUTES).map(({ tag }) => tag);
    // A tag that is missing here: openapi/texts.ts.
    expect(tags.filter((tag) => !Object.hasOwn(TAG_TEXTS, tag))).toEqual([]);
  });

  test('names no code that is not explained, and lists what may go wrong for every operation', () => {
    const said = JSON.stringify(document.components['responses']);
    const named = [...said.matchAll(/"enum":\[([^\]]+)\]/g)].flatMap(
      (match) => JSON.parse(`[${match[1] ?? ''}]`) as string[],
    );
    expect(named.filter((code) => !Object.hasOwn(PROBLEMS, code))).toEqual([]);
    for (const { operationId, responses } of operations) {
      const statuses = Object.keys(responses).map(Number);
      expect([operationId, statuses.some((status) => status >= 400)]).toEqual([operationId, true]);
    }
  });
});

describe('a lost update', () => {
  test('is impossible: every change carries If-Match, or says why nothing can be lost by it', () => {
    const without = operations.filter(
      (one) => one.method !== 'get' && !headersOf(one).includes('If-Match') && !one['x-without-if-match'],
    );
    // An operation that is listed here lacks `conditional: true`, or a reason in openapi/lost-updates.ts.
    expect(without.map(({ operationId }) => operationId)).toEqual([]);
  });

  test('no reason is left over from a change that has If-Match, or that is gone', () => {
    const left = Object.keys(WITHOUT_IF_MATCH).filter((name) => {
      const operation = operations.find(({ operationId }) => operationId === name);
      return (
        operation === undefined || operation.method === 'get' || headersOf(operation).includes('If-Match')
      );
    });
    expect(left).toEqual([]);
  });

  test('what is changed under If-Match is read somewhere with its ETag, or with its version in a list', () => {
    const reading = Object.values<Route>(ROUTES).filter(({ method }) => method === 'get');
    for (const operation of operations) {
      if (!headersOf(operation).includes('If-Match')) continue;
      const [, , , thing] = operation.path.split('/');
      const read = reading.some(
        ({ path, etag, answer }) =>
          path.split('/')[3] === thing && (etag || (answer !== undefined && hasVersion(answer))),
      );
      expect([operation.operationId, read]).toEqual([operation.operationId, true]);
    }
  });
});

describe('a request that is sent twice', () => {
  test('is carried out once: every POST carries an Idempotency-Key, or says why not', () => {
    const without = operations.filter(
      (one) =>
        one.method === 'post' &&
        !headersOf(one).includes('Idempotency-Key') &&
        !one['x-without-idempotency-key'],
    );
    // An operation that is listed here lacks `change: true`, or a reason in openapi/lost-updates.ts.
    expect(without.map(({ operationId }) => operationId)).toEqual([]);
    expect(Object.keys(WITHOUT_IDEMPOTENCY_KEY)).toEqual(['signIn']);
  });
});

const hasVersion = (answer: z.ZodType): boolean =>
  /"(version|etag)":/u.test(JSON.stringify(z.toJSONSchema(answer, { unrepresentable: 'any' })));
