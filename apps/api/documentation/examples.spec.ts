import { describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument, ROUTES, type Route } from '#contract';
import { readExamples } from './read-examples.js';
import { WITHOUT_EXAMPLE } from './without-example.js';

interface Content {
  schema: object;
  example?: unknown;
}
type Contents = Record<string, Content>;
interface Operation {
  operationId: string;
  parameters: { name: string; schema: object; example?: unknown }[];
  requestBody?: { content: Contents };
  responses: Record<string, { content?: Contents }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    responses: Record<
      string,
      { content: Record<string, { schema: object; examples: Record<string, { value: unknown }> }> }
    >;
  };
}

const examples = await readExamples();
const document = openApiDocument('0.1.0', { examples }) as unknown as Document;
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
const ajv = new Ajv2020.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', components: document.components });
const troublesOf = (schema: object & { $ref?: string }, value: unknown): string[] => {
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"api#/components'),
  ) as object;
  // A component is compiled once.
  const component = schema.$ref === undefined ? undefined : ajv.getSchema(`api${schema.$ref}`);
  const valid = component ?? ajv.compile(absolute);
  return valid(value) ? [] : (valid.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
};
const jsonOf = (contents: Contents | undefined): Content | undefined => contents?.['application/json'];

/** JSON Schema takes its time; what the contract itself says of the examples is asked everywhere. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;

describe('examples in the API’s description', () => {
  inCi('are what their own schemas allow: of every body, answer and parameter', () => {
    const troubles = operations.flatMap(({ operationId, parameters, requestBody, responses }) => {
      const shown: { schema: object; example?: unknown }[] = [
        ...parameters,
        ...[requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap(
          (contents) => jsonOf(contents) ?? [],
        ),
      ];
      return shown.flatMap(({ schema, example }) =>
        example === undefined
          ? []
          : troublesOf(schema, example).map((trouble) => `${operationId} ${trouble}`),
      );
    });
    expect(troubles).toEqual([]);
  });

  inCi('of problems are what the schema of their status allows', () => {
    const troubles = Object.values(document.components.responses).flatMap(({ content }) =>
      Object.values(content).flatMap(({ schema, examples: shown }) =>
        Object.entries(shown).flatMap(([code, { value }]) =>
          troublesOf(schema, value).map((trouble) => `${code} ${trouble}`),
        ),
      ),
    );
    expect(troubles).toEqual([]);
  });

  test('are what the contract itself would take and give', () => {
    for (const [name, { body, answer }] of Object.entries(examples)) {
      const route: Route | undefined = Object.entries<Route>(ROUTES).find(([known]) => known === name)?.[1];
      expect([name, route !== undefined]).toEqual([name, true]);
      if (body !== undefined) expect([name, route?.body?.safeParse(body).error]).toEqual([name, undefined]);
      if (answer !== undefined)
        expect([name, route?.answer?.safeParse(answer).error]).toEqual([name, undefined]);
    }
  });

  test('are there for every body and every answer in JSON, or it is said why not', () => {
    const lacking = operations
      .filter(({ requestBody, responses }) =>
        [jsonOf(requestBody?.content), jsonOf(Object.values(responses)[0]?.content)].some(
          (content) =>
            content !== undefined && Object.keys(content.schema).length > 0 && content.example === undefined,
        ),
      )
      .map(({ operationId }) => operationId);
    // Record one: apps/api/documentation/testing/live-a-day.ts, then UPDATE_EXAMPLES=1 npm test -- apps/api/documentation/testing
    expect(lacking.filter((name) => !Object.hasOwn(WITHOUT_EXAMPLE, name))).toEqual([]);
    expect(Object.keys(WITHOUT_EXAMPLE).filter((name) => !lacking.includes(name))).toEqual([]);
  });

  test('hold no secret that would open anything', () => {
    const text = JSON.stringify(examples);
    expect(text).not.toMatch(/luoshi_(?!0{43}")[\w-]{20,}/u);
    expect(text).not.toMatch(/whsec_(?!A{43}=")/u);
  });
});
