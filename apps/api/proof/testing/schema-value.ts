/** A schema of the API description (JSON Schema 2020-12, as zod writes it). */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
  default?: unknown;
}
export type Components = Record<string, Schema>;

/** Follows `$ref`. @throws Error for a component that is not there */
export function resolved(schema: Schema, components: Components): Schema {
  if (schema.$ref === undefined) return schema;
  const found = components[schema.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`no component ${schema.$ref}`);
  return resolved(found, components);
}

/** Gives an id for a member of that name. */
export type IdFor = (name: string) => string;

/** A value that the schema takes, as small as can be: what the description does not say (refinements) may still refuse it. */
export function sampleOf(schema: Schema, components: Components, idFor: IdFor, name = ''): unknown {
  const own = resolved(schema, components);
  const sample = (inner: Schema, its = name): unknown => sampleOf(inner, components, idFor, its);
  if (own.const !== undefined) return own.const;
  if (own.enum !== undefined) return own.enum[0];
  const [choice] = own.anyOf ?? own.oneOf ?? [];
  if (choice !== undefined) return sample(choice);
  if (own.allOf !== undefined)
    return Object.assign({}, ...own.allOf.map((part) => sample(part) as object)) as unknown;
  switch (Array.isArray(own.type) ? own.type[0] : own.type) {
    case 'object':
      return Object.fromEntries(
        (own.required ?? []).map((member) => [member, sample(own.properties?.[member] ?? {}, member)]),
      );
    case 'array':
      return Array.from({ length: own.minItems ?? 0 }, () => sample(own.items ?? {}));
    case 'integer':
    case 'number':
      return own.minimum ?? (own.exclusiveMinimum === undefined ? 1 : Math.max(1, own.exclusiveMinimum + 1));
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return textOf(own, idFor, name);
  }
}

function textOf({ format, minLength = 0, pattern }: Schema, idFor: IdFor, name: string): string {
  if (format === 'uuid' || format === 'guid' || pattern?.includes('[0-9a-fA-F]{8}') === true)
    return idFor(name);
  if (format === 'date') return '2024-05-31';
  if (format === 'date-time') return '2024-05-31T01:00:00.000Z';
  if (format === 'uri') return 'https://oa.example.gov.cn/';
  if (pattern === '^\\d{6}$') return '123456';
  return '按要求办理'.padEnd(minLength, '好');
}
