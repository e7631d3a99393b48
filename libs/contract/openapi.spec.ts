import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openApiDocument, ROUTES, TASK_ACTIONS, taskActionInputSchema, type Route } from './index.js';

const document = openApiDocument('0.1.0') as {
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, unknown> };
};

describe('the API description', () => {
  test('has every route of the table once', () => {
    const described = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((o) => o.operationId),
    );
    expect(described.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test('refers to no component that it lacks', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(reference.slice('#/components/schemas/'.length));
    }
  });

  test('declares each parameter of a path, and no other', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      for (const operation of Object.values(item)) {
        const declared = operation.parameters
          .filter((p) => p.in === 'path')
          .map((p) => p.name)
          .sort();
        expect([operation.operationId, declared]).toEqual([operation.operationId, inPath]);
      }
    }
  });

  test('asks for If-Match and Idempotency-Key wherever something with an ETag is changed', () => {
    for (const route of Object.values<Route>(ROUTES)) {
      if (!route.conditional) continue;
      const headers = document.paths[route.path]?.[route.method]?.parameters.filter((p) => p.in === 'header');
      expect(headers?.map((h) => h.name)).toEqual(['X-CSRF-Token', 'Idempotency-Key', 'If-Match']);
    }
  });
});

describe('task actions', () => {
  test.each(Object.entries(TASK_ACTIONS))('the form of %s asks for what its input takes', (_name, action) => {
    const shape = (action.input as z.ZodObject).shape;
    expect(action.fields.map((f) => f.name).sort()).toEqual(Object.keys(shape).sort());
    for (const name of Object.keys(shape)) expect(taskActionInputSchema.shape).toHaveProperty(name);
  });

  test('a reassignment without new units is refused', () => {
    const answer = TASK_ACTIONS.resolveDispute.input.safeParse({ decision: 'reassign', reason: '职责不清' });
    expect(answer.error?.issues[0]).toMatchObject({ path: ['unitIds'], message: '改派须选定新的牵头单位' });
  });
});
