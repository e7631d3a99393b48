import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CSRF_HEADER, ROUTES, type Route } from '#contract';
import { actorOf, boundUnit, findBearer, findSession, sameToken } from '#identity';
import { ApiContext } from '../api-dependencies.js';
import { routeOf } from '../http/endpoint.js';
import { problem } from '../http/problem.js';
import { bearerToken, mayUse } from './bearer-token.js';
import { needsSecondFactor } from './needs-second-factor.js';
import { sessionToken } from './session-cookie.js';
import { rememberWho, type Who } from './who.js';

/** What a person may do whose password must be changed first. */
const BEFORE_PASSWORD: readonly Route[] = [ROUTES.session, ROUTES.signOut, ROUTES.changePassword];

/** … and whose second factor must be set up first. */
const BEFORE_FACTOR: readonly Route[] = [
  ...BEFORE_PASSWORD,
  ROUTES.secondFactor,
  ROUTES.beginSecondFactor,
  ROUTES.confirmSecondFactor,
];

/**
 * Lets a request through that comes from our own page and, unless the route is open, from somebody signed in.
 * A request that changes something proves with the session's token that our page sent it.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly context: ApiContext) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const route = routeOf(execution.getHandler());
    if (request.method !== 'GET') refuseCrossSite(request);
    if (route?.open === true || route?.byKey === true) return true;

    const { session, ...entrance } = await this.entrance(request, route);
    if (session.mustChange && !(route && BEFORE_PASSWORD.includes(route)))
      throw problem('PasswordMustChange');

    const { jurisdictionId, personId } = session;
    // Roles hold by the day, and the day is the engine's: in a rehearsal, not the wall's.
    const actor = await this.context.database.transaction({ jurisdictionId }, (tx) =>
      actorOf(tx, session, this.context.now()),
    );
    if (
      !session.secondFactor &&
      needsSecondFactor(this.context, actor) &&
      !(route && BEFORE_FACTOR.includes(route))
    )
      throw problem('SecondFactorMustBegin');
    rememberWho(request, {
      jurisdictionId,
      personId,
      actor,
      boundUnitId: boundUnit(actor),
      session,
      ...entrance,
    });
    return true;
  }

  /** By a token of another program, which no browser sends by itself; or by the cookie of a session, with its CSRF token. */
  private async entrance(request: Request, route: Route | undefined): Promise<Entrance> {
    const { identity } = this.context;
    const bearer = bearerToken(request);
    if (bearer !== undefined) {
      const found = await findBearer(identity, bearer, { from: request.ip });
      if (found === null) throw problem('TokenOver');
      if (!mayUse(found.scopes, route)) throw problem('TokenScopeMissing');
      const stillGood = async (): Promise<boolean> =>
        (await findBearer(identity, bearer, { touch: false })) !== null;
      return { session: found.session, token: bearer, byToken: true, stillGood };
    }
    const token = sessionToken(request);
    if (token === undefined) throw problem('SessionMissing');
    const session = await findSession(identity, token);
    if (session === null) throw problem('SessionOver');
    if (request.method !== 'GET' && !sameToken(request.get(CSRF_HEADER) ?? '', session.csrfToken)) {
      throw problem('CsrfTokenWrong');
    }
    const stillGood = async (): Promise<boolean> =>
      (await findSession(identity, token, { touch: false })) !== null;
    return { session, token, byToken: false, stillGood };
  }
}

type Entrance = Pick<Who, 'session' | 'token' | 'byToken' | 'stillGood'>;

/** Browsers say where a request comes from; a page of another site has no business here, signed in or not. */
function refuseCrossSite(request: Request): void {
  const site = request.get('Sec-Fetch-Site');
  if (site === 'cross-site' || site === 'same-site') throw problem('CrossSiteRequest');
}
