import type { Request, Response } from 'express';
import type { ApiConfig } from '../api-dependencies.js';

export const SESSION_COOKIE = 'luoshi_session';

/** Sent by no script and by no other site; over TLS only, where there is TLS. */
export function setSessionCookie(
  response: Response,
  token: string,
  expiresAt: string,
  config: ApiConfig,
): void {
  response.cookie(SESSION_COOKIE, token, { ...attributes(config), expires: new Date(expiresAt) });
}

export function clearSessionCookie(response: Response, config: ApiConfig): void {
  response.clearCookie(SESSION_COOKIE, attributes(config));
}

export function sessionToken(request: Request): string | undefined {
  const token: unknown = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function attributes(config: ApiConfig) {
  return { httpOnly: true, sameSite: 'strict', secure: config.secure, path: '/' } as const;
}
