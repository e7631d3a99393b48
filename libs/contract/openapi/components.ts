import { z } from 'zod';
import { apiSchemas } from '../primitives.js';
import { plain, type Json } from './json.js';

/** @throws Error for a body or answer that was not named: it would have no component to refer to. */
export function referenceTo(schema: z.ZodType): Json {
  const entry = apiSchemas.get(schema);
  if (entry === undefined) throw new Error('a schema of the API has no name');
  return { $ref: `#/components/schemas/${entry.id}` };
}

/**
 * Every named schema. A date's format goes without the pattern that checks the same once more, which no reader can
 * make anything of.
 */
export function componentSchemas(): Record<string, Json> {
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(apiSchemas, { uri, io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, plain(schema)]));
}
