import type { Route } from '../routes.js';

/** read: look; report: sittings and what is owed; act: everything else that changes something. */
export type RouteScope = 'read' | 'report' | 'act';

/** What liaisons do for their unit. */
const REPORTING: ReadonlySet<string> = new Set(['sitting', 'duty']);

/**
 * Which scope of a token a route needs; null: no token will do. How one signs in is for the person alone: a token that
 * could make tokens would outlive itself.
 */
export function scopeOf(route: Route): RouteScope | null {
  if (route.tag === 'session')
    return route.method === 'get' && route.path.endsWith('/session') ? 'read' : null;
  if (route.method === 'get') return 'read';
  return REPORTING.has(route.tag) ? 'report' : 'act';
}
