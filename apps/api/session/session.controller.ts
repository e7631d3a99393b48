import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { SessionView, SignInWays, SignOutElsewhere } from '#contract';
import {
  actorOf,
  changePassword,
  externalTokenOf,
  findSession,
  signIn,
  signOut,
  type SessionOrigin,
  type StartedSession,
} from '#identity';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { tooMany } from '../limits/too-many.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from '../who/session-cookie.js';
import { Requester, type Who } from '../who/who.js';
import { sessionView } from './session.view.js';

@Controller()
export class SessionController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('signIn')
  async signIn(
    @Input() { body }: InputOf<'signIn'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const formerToken = sessionToken(request);
    const address = request.ip ?? '';
    const wait = await this.context.limits.signInWait(address);
    if (wait !== null) throw tooMany(response, wait);
    const outcome = await signIn(this.context.identity, {
      ...body,
      ...(formerToken === undefined ? {} : { formerToken }),
      from: originOf(request),
    });
    // Who is asked for a second factor has given the right password.
    if (!outcome.ok && outcome.rejection.code !== 'SecondFactorNeeded')
      await this.context.limits.signInRefused(address);
    const started = valueOf(outcome);
    return this.begun(started, response);
  }

  @Endpoint('session')
  session(@Requester() who: Who): Promise<SessionView> {
    return sessionView(this.context, { ...who, ...who.session });
  }

  @Endpoint('signInWays')
  ways(): SignInWays {
    const { signInProvider } = this.context;
    return {
      provider:
        signInProvider === undefined ? null : { label: signInProvider.settings.label, path: '/sign-in/oidc' },
    };
  }

  @Endpoint('signOutElsewhere')
  async elsewhere(@Requester() { jurisdictionId, session, byToken }: Who): Promise<SignOutElsewhere> {
    const { identity, signInProvider } = this.context;
    if (signInProvider === undefined || byToken) return { url: null };
    const idToken = await externalTokenOf(identity, { jurisdictionId, sessionId: session.id });
    return { url: idToken === null ? null : await signInProvider.signOutUrl(idToken) };
  }

  @Endpoint('signOut')
  async signOut(@Requester() who: Who, @Res({ passthrough: true }) response: Response): Promise<void> {
    await signOut(this.context.identity, who.jurisdictionId, who.token);
    clearSessionCookie(response, this.context.config);
  }

  @Endpoint('changePassword')
  async changePassword(
    @Input() { body }: InputOf<'changePassword'>,
    @Requester() who: Who,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { username, name } = who.session;
    const change = { username, ...body, words: [name], from: originOf(request) };
    return this.begun(valueOf(await changePassword(this.context.identity, change)), response);
  }

  private async begun(started: StartedSession, response: Response): Promise<SessionView> {
    const { jurisdictionId } = started;
    setSessionCookie(response, started.token, started.expiresAt, this.context.config);
    const stored = await findSession(this.context.identity, started.token);
    if (stored === null) throw problem('SessionOver');
    const actor = await this.context.database.transaction({ jurisdictionId }, (tx) =>
      actorOf(tx, stored, this.context.now()),
    );
    return sessionView(this.context, { ...started, ...stored, actor });
  }
}

/** Where a session is begun from, for its person to know it again. */
const originOf = (request: Request): SessionOrigin => ({
  address: request.ip,
  agent: request.get('User-Agent'),
});
