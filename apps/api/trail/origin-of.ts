import type { Request } from 'express';
import type { TrailOrigin } from '#engine';
import type { Who } from '../who/who.js';

/** Who sends a request and from where, as the trail says it. */
export function originOf(
  { personId, actor, byToken, session }: Pick<Who, 'personId' | 'actor' | 'byToken' | 'session'>,
  request: Request,
): TrailOrigin {
  return {
    actorId: personId,
    via: byToken ? 'token' : 'page',
    sessionId: byToken ? null : session.id,
    tokenId: byToken ? session.id : null,
    unitId: actor.unitId,
    ...whence(request),
  };
}

/** Where a request comes from that nobody has signed for yet. */
export const openOrigin = (request: Request): TrailOrigin => ({
  actorId: null,
  via: 'open',
  ...whence(request),
});

const whence = (request: Request): Pick<TrailOrigin, 'address' | 'agent'> => ({
  address: request.ip ?? null,
  agent: request.get('User-Agent') ?? null,
});
