import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '#accountability';
import type { StoredSession } from '#identity';
import { problem } from '../http/problem.js';

/** Who sends the request, and which rows that person's transactions see. */
export interface Who {
  jurisdictionId: string;
  personId: string;
  actor: Actor;
  /** The unit the person is bound to; undefined for an office of the plan. */
  boundUnitId: string | undefined;
  session: StoredSession;
  /** The cookie's token, or the one of another program. */
  token: string;
  /** Another program acts for the person. */
  byToken: boolean;
  /** Whether what the person came in by is still good; the question does not keep it alive. */
  stillGood: () => Promise<boolean>;
}

const WHO = Symbol('who');
type Bearing = Request & { [WHO]?: Who };

export function rememberWho(request: Request, who: Who): void {
  (request as Bearing)[WHO] = who;
}

/** Who is signed in; undefined on a route that is open to all. */
export const knownSender = (request: Request): Who | undefined => (request as Bearing)[WHO];

export function whoSends(request: Request): Who {
  const who = (request as Bearing)[WHO];
  if (who === undefined) throw problem('SessionMissing');
  return who;
}

/** The signed-in person. */
export const Requester = createParamDecorator((_: unknown, context: ExecutionContext) =>
  whoSends(context.switchToHttp().getRequest<Request>()),
);
