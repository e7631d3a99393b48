import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { apiSchemas, personalField, personalFieldsIn, ROUTES, type Route } from './index.js';

const nameOf = (schema: z.core.$ZodType): string | undefined => apiSchemas.get(schema as z.ZodType)?.id;
const ROUTES_BY_NAME = Object.entries(ROUTES) as [string, Route][];
const fieldsOf = ({ answer }: Route): string[] =>
  answer === undefined ? [] : personalFieldsIn(answer, nameOf);

describe('an answer that holds personal data', () => {
  test('is declared as such on its route, so that who looks is on the trail', () => {
    const undeclared = ROUTES_BY_NAME.flatMap(([name, route]) => {
      const fields = fieldsOf(route);
      return fields.length === 0 || route.personal !== undefined
        ? []
        : [
            `The answer of "${name}" (${route.method.toUpperCase()} ${route.path}) holds personal data: ${fields.join(', ')}. ` +
              `Say on its route whose they are: personal: { of: …, whose: 'answer.items.id' }, 'own' where nobody else's can be among them, 'recorded' where the act itself is on the trail.`,
          ];
    });
    expect(undeclared).toEqual([]);
  });

  test('names where the ids of the people stand, in its parameters or its answer', () => {
    for (const [name, { personal, params, answer }] of ROUTES_BY_NAME) {
      if (personal === undefined || typeof personal === 'string') continue;
      const [head, ...path] = personal.whose.split('.');
      const start = head === 'params' ? params : answer;
      expect({ name, found: start !== undefined && leads(start, path) }).toEqual({ name, found: true });
    }
  });

  test('is found by the names of fields and by their marks, however deep', () => {
    const inner = z.object({ phone: z.string(), code: personalField(z.string()), name: z.string() });
    const schema = z.object({
      items: z.array(z.union([inner.nullable(), z.object({ n: z.int() })])).optional(),
    });
    expect(personalFieldsIn(schema, () => undefined)).toEqual(['.items.phone', '.items.code']);
    expect(
      personalFieldsIn(z.record(z.string(), z.object({ email: z.string() })), () => undefined),
    ).toHaveLength(1);
    expect(personalFieldsIn(z.object({ title: z.string() }), () => undefined)).toEqual([]);
  });
});

/** Whether a path leads somewhere, through lists and what may be null. */
function leads(schema: z.core.$ZodType, path: readonly string[]): boolean {
  const { def } = schema._zod as {
    def: { shape?: Record<string, z.core.$ZodType>; element?: z.core.$ZodType; innerType?: z.core.$ZodType };
  };
  const inner = def.element ?? def.innerType;
  if (inner !== undefined) return leads(inner, path);
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const next = def.shape?.[first];
  return next !== undefined && leads(next, rest);
}
