import type { RawClient } from './raw-client.js';
import type { Components, Schema } from './schema-value.js';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One operation as the server describes it itself. */
export interface Operation {
  id: string;
  method: string;
  /** With `{name}`. */
  path: string;
  parameters: Parameter[];
  /** By media type. */
  bodies: Record<string, Schema>;
  /** Needs If-Match. */
  conditional: boolean;
}

interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every operation of the running server's own description. */
export async function operationsOf(
  client: RawClient,
): Promise<{ operations: Operation[]; components: Components }> {
  const { text } = await client.send({ method: 'GET', path: '/api/v1/openapi.json' });
  const description = JSON.parse(text) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Components };
  };
  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, described]): Operation[] => {
      const parameters = described.parameters ?? [];
      const content = described.requestBody?.content ?? {};
      return [
        {
          id: described.operationId,
          method: method.toUpperCase(),
          path,
          parameters,
          bodies: Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema])),
          conditional: parameters.some(({ name }) => name === 'If-Match'),
        },
      ];
    }),
  );
  return { operations, components: description.components.schemas };
}
