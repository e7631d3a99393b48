import type { Request } from 'express';
import { ROUTES, type Route } from '#contract';
import type { TokenScope } from '#identity';

/** What `Authorization: Bearer …` says (RFC 6750); undefined: there is no such header. */
export function bearerToken(request: Request): string | undefined {
  const header = request.get('Authorization');
  return header === undefined ? undefined : (/^Bearer +([\w.~+/=-]+) *$/i.exec(header)?.[1] ?? '');
}

/** Their own: sittings, and what is owed besides. */
const REPORTING: ReadonlySet<string> = new Set(['sitting', 'duty']);

/**
 * Whether a token of these scopes may use a route. How one signs in is for the person alone: a token that could make
 * tokens would outlive itself.
 */
export function mayUse(scopes: readonly TokenScope[], route: Route | undefined): boolean {
  if (route === undefined) return scopes.includes('read');
  if (route.tag === 'session') return route === ROUTES.session && scopes.includes('read');
  if (route.method === 'get') return scopes.includes('read');
  return scopes.includes(REPORTING.has(route.tag) ? 'report' : 'act');
}
