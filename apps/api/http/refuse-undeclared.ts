import type { Request } from 'express';
import { problemsOf, ROUTES, type Route } from '#contract';

/** Routes by what Express knows them as: `get /api/v1/tasks/:id`. */
const BY_ADDRESS = new Map(
  Object.entries<Route>(ROUTES).map(([name, route]) => [
    `${route.method} ${route.path.replace(/\{(\w+)\}/gu, ':$1')}`,
    new Set<string>(problemsOf(name, route)),
  ]),
);

/** Codes that stand for a fault, which no description foresees. */
const FAULTS = new Set(['Unexpected', 'AnswerInvalid']);

/**
 * In tests, no refusal leaves that the description of its route does not list: programs of others decide by these
 * codes. The words of what is amiss, or null.
 */
export function undeclared(request: Request, code: string): string | null {
  const { route } = request as unknown as { route?: { path: string } };
  const address = `${request.method.toLowerCase()} ${route?.path ?? ''}`;
  const declared = BY_ADDRESS.get(address);
  if (declared === undefined || declared.has(code) || FAULTS.has(code)) return null;
  return `${address} answers ${code}, which its description does not list: add it to libs/contract/openapi/problems-of.ts`;
}
