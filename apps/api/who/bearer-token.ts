import type { Request } from 'express';
import { scopeOf, type Route } from '#contract';
import type { TokenScope } from '#identity';

/** What `Authorization: Bearer …` says (RFC 6750); undefined: there is no such header. */
export function bearerToken(request: Request): string | undefined {
  const header = request.get('Authorization');
  return header === undefined ? undefined : (/^Bearer +([\w.~+/=-]+) *$/i.exec(header)?.[1] ?? '');
}

/** Whether a token of these scopes may use a route. */
export function mayUse(scopes: readonly TokenScope[], route: Route | undefined): boolean {
  if (route === undefined) return scopes.includes('read');
  const needed = scopeOf(route);
  return needed !== null && scopes.includes(needed);
}
