import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OidcPeer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is said of whom, by the name that they sign in with there. */
  people: Map<string, Record<string, unknown>>;
  /** Whoever signs in next is that one. */
  next: string;
  close(): Promise<void>;
}

const [CLIENT_ID, CLIENT_SECRET] = ['luoshi', 'a-secret-of-32-characters-or-more'];

/**
 * A real OpenID provider on this machine, at another site than we are (`localhost`, where we are `127.0.0.1`). Its sign-in page is a
 * form with one button.
 */
export async function startOidcPeer(ourUrl: string): Promise<OidcPeer> {
  const people = new Map<string, Record<string, unknown>>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${ourUrl}/sign-in/oidc/callback`],
        post_logout_redirect_uris: [`${ourUrl}/sign-in`],
        backchannel_logout_uri: `${ourUrl}/sign-in/oidc/back-channel`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['k'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'department', 'amr'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...people.get(id) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: CLIENT_ID,
        accountId: String(oidc.session?.accountId),
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    // A provider asks no address of this machine, unless it is told that it may.
    fetch: (url, options) => {
      const { dispatcher: _, ...plain }: RequestInit & { dispatcher?: unknown } = options ?? {};
      return fetch(url, plain);
    },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 600, AccessToken: 600 },
  });
  // Without a listener nobody hears that we were not told.
  provider.on('backchannel.error', (_context, error: Error) =>
    process.stderr.write(
      `the provider could not tell of a sign-out: ${error.message} ${String(error.cause)}\n`,
    ),
  );
  const peer: OidcPeer = {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    people,
    next: '',
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const rest = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') !== true) void rest(request, response);
    else if (request.method === 'GET')
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end('<!doctype html><title>统一身份认证</title><form method="post"><button>登录</button></form>');
    else
      void provider.interactionFinished(
        request,
        response,
        peer.next === ''
          ? { error: 'access_denied', error_description: 'the person said no' }
          : { login: { accountId: peer.next } },
        { mergeWithLastSubmission: false },
      );
  });
  return peer;
}
