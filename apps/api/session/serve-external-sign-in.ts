import express, { type Request, type Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { problemEntry } from '#contract';
import { addMinutes, civilDateOf, compareInstants } from '#calendar';
import { endExternalSessions, signInExternally, type Errand, type SignInProvider } from '#identity';
import type { ApiContext } from '../api-dependencies.js';
import { openOrigin } from '../trail/origin-of.js';
import { sessionToken, setSessionCookie } from '../who/session-cookie.js';
import { bouncePage, refusalPage } from './external-sign-in-page.js';
import { safeNext } from './safe-next.js';

const ERRAND_COOKIE = 'luoshi_sign_in';
const ERRAND_PATH = '/sign-in/oidc';
const ERRAND_MINUTES = 10;

interface KeptErrand extends Errand {
  next: string;
  /** Of a session that the browser had when it set out. */
  formerToken: string | null;
  until: string;
}

/**
 * Unified sign-in, for browsers: out to the provider, back from it, and what the provider says to us behind the browser.
 *
 * The way back is a navigation that another site began: a browser sends it no cookie with SameSite=Strict, and none to where it is
 * redirected either. So what must be remembered on the way has a cookie of its own, SameSite=Lax, sealed, for this path and ten minutes;
 * and the answer to the way back is no redirect but a page that goes on by itself, which makes the next request our own.
 */
export function serveExternalSignIn(
  app: NestExpressApplication,
  context: ApiContext,
  provider: SignInProvider | undefined,
): void {
  const server = app.getHttpAdapter().getInstance();
  const or404 =
    (handle: (provider: SignInProvider, request: Request, response: Response) => Promise<void>) =>
    (request: Request, response: Response, next: express.NextFunction): void => {
      response.set('Cache-Control', 'no-store');
      if (provider === undefined)
        response.status(404).type('html').send(refusalPage('没有启用统一身份认证', 'NotFound'));
      else handle(provider, request, response).catch(next);
    };
  server.get(
    '/sign-in/oidc',
    or404((known, request, response) => setOut(context, known, request, response)),
  );
  server.get(
    '/sign-in/oidc/callback',
    or404((known, request, response) => comeBack(context, known, request, response)),
  );
  server.post(
    '/sign-in/oidc/back-channel',
    express.urlencoded({ extended: false, limit: '64kb' }),
    or404((known, request, response) => hearOfSignOut(context, known, request, response)),
  );
}

async function setOut(
  context: ApiContext,
  provider: SignInProvider,
  request: Request,
  response: Response,
): Promise<void> {
  const begun = await provider.begin();
  if (!begun.ok) return refuse(response, begun.rejection);
  const kept: KeptErrand = {
    ...begun.value.errand,
    next: safeNext(request.query['next']),
    formerToken: sessionToken(request) ?? null,
    until: addMinutes(context.identity.clock.now(), ERRAND_MINUTES),
  };
  response.cookie(ERRAND_COOKIE, context.identity.secrets.seal(kept), {
    ...errandAttributes(context),
    maxAge: ERRAND_MINUTES * 60_000,
  });
  response.redirect(302, begun.value.url.href);
}

async function comeBack(
  context: ApiContext,
  provider: SignInProvider,
  request: Request,
  response: Response,
): Promise<void> {
  const kept = errandOf(context, request);
  // Once: whatever comes of it, this errand is over.
  response.clearCookie(ERRAND_COOKIE, errandAttributes(context));
  if (kept === null)
    return refuse(response, {
      code: 'ExternalSignInOver',
      message: '本次登录已经完成、已经过期，或不是从本浏览器发起的。请从登录页重新登录。',
    });
  const query = new URL(request.originalUrl, 'http://here').searchParams;
  const redeemed = await provider.redeem(query, kept);
  if (!redeemed.ok) return refuse(response, redeemed.rejection);
  const started = await signInExternally(context.identity, provider, {
    redeemed: redeemed.value,
    state: kept.state,
    formerToken: kept.formerToken ?? undefined,
    from: { address: request.ip, agent: request.get('User-Agent') },
    origin: openOrigin(request),
    today: civilDateOf(context.now()),
  });
  if (!started.ok) return refuse(response, started.rejection);
  setSessionCookie(response, started.value.token, started.value.expiresAt, context.config);
  response.status(200).type('html').send(bouncePage(kept.next));
}

/** Back-channel logout: the provider’s server says that somebody left, in a token that it signed for us. */
async function hearOfSignOut(
  context: ApiContext,
  provider: SignInProvider,
  request: Request,
  response: Response,
): Promise<void> {
  const token: unknown = (request.body as Record<string, unknown> | undefined)?.['logout_token'];
  const said = typeof token === 'string' ? await provider.readLogoutToken(token) : null;
  if (said === null) {
    response.status(400).json({ error: 'invalid_request' });
    return;
  }
  await endExternalSessions(context.identity, said);
  response.status(200).end();
}

function errandOf(context: ApiContext, request: Request): KeptErrand | null {
  const sealed: unknown = (request.cookies as Record<string, unknown> | undefined)?.[ERRAND_COOKIE];
  if (typeof sealed !== 'string') return null;
  try {
    const kept = context.identity.secrets.open(sealed) as KeptErrand;
    return compareInstants(context.identity.clock.now(), kept.until) < 0 ? kept : null;
  } catch {
    // Made by another key, or changed.
    return null;
  }
}

const errandAttributes = ({ config }: ApiContext) =>
  ({ httpOnly: true, sameSite: 'lax', secure: config.secure, path: ERRAND_PATH }) as const;

function refuse(response: Response, { code, message }: { code: string; message: string }): void {
  response.status(problemEntry(code).status).type('html').send(refusalPage(message, code));
}
