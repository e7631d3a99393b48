import { createHash } from 'node:crypto';
import type { OpenAPI3 } from 'openapi-typescript';
import { openApiDocument, PROBLEMS } from '#contract';

type Json = Record<string, unknown>;
interface Operation {
  parameters: { name: string; in: string; required: boolean }[];
  responses: Json;
}

/** What the client sends by itself, or has no part in. */
const SENT_BY_ITSELF = new Set(['Accept-Language', 'X-CSRF-Token', 'If-None-Match']);

/**
 * The description as a program needs it: without what the client sends by itself, and with one form of problem for all
 * statuses, since whoever calls is told by the code.
 */
export function describedForClients(): Json {
  const document = openApiDocument('1', { language: 'zh-CN' });
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    operation.parameters = operation.parameters
      .filter(({ name }) => !SENT_BY_ITSELF.has(name))
      .map((one) => (one.name === 'Idempotency-Key' ? { ...one, required: false } : one));
    operation.responses = Object.fromEntries(
      Object.entries(operation.responses).filter(([status]) => !/^[45]/u.test(status)),
    );
  }
  const components = document['components'] as { responses: Json };
  components.responses = { ProblemDefault: components.responses['ProblemDefault'] };
  return document;
}

/** Of the description that a generated file was made from. */
export const markOf = (document: Json): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

/** The types of the client, as the text of their file. */
export async function generate(): Promise<string> {
  const document = describedForClients();
  // Heavy, and needed by whoever writes the file alone.
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(document as unknown as OpenAPI3, { defaultNonNullable: false }));
  const codes = Object.keys(PROBLEMS).map((code) => `  | '${code}'`);
  return [
    '/* Generated from libs/contract: UPDATE_CLIENT=1 npm test -- libs/client/generate */',
    `/* ${markOf(document)} */`,
    types,
    '/** Every code that a problem can have. */',
    `export type ProblemCode =\n${codes.join('\n')};`,
    '',
  ].join('\n');
}
