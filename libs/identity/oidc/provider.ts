import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { ClaimMapping } from './claim-mapping.schema.js';
import type { Claims } from './map-claims.js';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** What the button says: 统一身份认证. */
  label: string;
  /** Where people reach us, without a slash at the end. */
  baseUrl: string;
  mapping: ClaimMapping;
}

/** What must be remembered from the way out until the way back; sealed in a cookie of its own. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Redeemed {
  issuer: string;
  subject: string;
  sid: string | null;
  claims: Claims;
  idToken: string;
}

export const CALLBACK_PATH = '/sign-in/oidc/callback';
/** Where the provider sends people who have signed out there. */
const AFTER_SIGN_OUT_PATH = '/sign-in';
const TIMEOUT_S = 10;
/** A provider that does not answer is not asked again at once. */
const ASKED_AGAIN_AFTER_MS = 5_000;

/** The provider of unified sign-in (OpenID Connect): found by its issuer when it is first needed, and kept. */
export class SignInProvider {
  #found: Promise<oidc.Configuration> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(readonly settings: ProviderSettings) {}

  /** Where to send the browser, and what to remember. Authorisation code with PKCE, state and nonce. */
  async begin(): Promise<IdentityOutcome<{ url: URL; errand: Errand }>> {
    const config = await this.#configuration();
    if (config === null) return identityRejection('ProviderUnreachable');
    const errand = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.#redirectUri,
      scope: ['openid', ...this.settings.mapping.scopes].join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      state: errand.state,
      nonce: errand.nonce,
    });
    return { ok: true, value: { url, errand } };
  }

  /**
   * Who it is that came back, with claims of the ID token and, where there is one, of the userinfo endpoint.
   *
   * Rejections: ProviderUnreachable, ProviderRefused (it says no, or the person did), ProviderAnswerInvalid (state, nonce,
   * code, signature, time or issuer are not as they must be).
   */
  async redeem(query: URLSearchParams, errand: Errand): Promise<IdentityOutcome<Redeemed>> {
    const config = await this.#configuration();
    if (config === null) return identityRejection('ProviderUnreachable');
    const url = new URL(this.#redirectUri);
    url.search = query.toString();
    try {
      const tokens = await oidc.authorizationCodeGrant(config, url, {
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        pkceCodeVerifier: errand.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined)
        return identityRejection('ProviderAnswerInvalid');
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
      return {
        ok: true,
        value: {
          issuer: claims.iss,
          subject: claims.sub,
          sid: typeof claims['sid'] === 'string' ? claims['sid'] : null,
          // What was signed for this sign-in counts before what was asked for afterwards.
          claims: { ...more, ...claims },
          idToken: tokens.id_token,
        },
      };
    } catch (error) {
      return identityRejection(refusalOf(error));
    }
  }

  /** Where to go to sign out there too (RP-initiated); null: the provider knows no such place, or does not answer. */
  async signOutUrl(idToken: string): Promise<string | null> {
    const config = await this.#configuration();
    if (config?.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(config, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${this.settings.baseUrl}${AFTER_SIGN_OUT_PATH}`,
    }).href;
  }

  /** Whose sessions end, as a logout token says (back-channel); null: it is none of the provider's for us. */
  async readLogoutToken(
    token: string,
  ): Promise<{ issuer: string; subject: string | null; sid: string | null } | null> {
    const config = await this.#configuration();
    const { jwks_uri: keys, issuer } = config?.serverMetadata() ?? {};
    if (keys === undefined || issuer === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, this.#keys(keys), {
        issuer,
        audience: this.settings.clientId,
        maxTokenAge: 120,
        clockTolerance: 30,
        requiredClaims: ['iat', 'jti', 'events'],
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      });
      const events = payload['events'];
      const saysLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
      const [subject, sid] = [payload.sub ?? null, payload['sid']];
      // An ID token that is passed off as a logout token has a nonce.
      if (!saysLogout || payload['nonce'] !== undefined) return null;
      if (subject === null && typeof sid !== 'string') return null;
      return { issuer, subject, sid: typeof sid === 'string' ? sid : null };
    } catch {
      return null;
    }
  }

  #keySet: ReturnType<typeof createRemoteJWKSet> | undefined;
  #keys(uri: string): ReturnType<typeof createRemoteJWKSet> {
    return (this.#keySet ??= createRemoteJWKSet(new URL(uri), { timeoutDuration: TIMEOUT_S * 1000 }));
  }

  get #redirectUri(): string {
    return `${this.settings.baseUrl}${CALLBACK_PATH}`;
  }

  /** Null: it does not answer, or not as a provider does; asked again after a while. */
  async #configuration(): Promise<oidc.Configuration | null> {
    if (this.#found === undefined && performance.now() - this.#failedAt < ASKED_AGAIN_AFTER_MS) return null;
    const { issuer, clientId, clientSecret } = this.settings;
    this.#found ??= oidc.discovery(
      new URL(issuer),
      clientId,
      {},
      clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
      { timeout: TIMEOUT_S, ...(isOnThisMachine(issuer) ? { execute: [oidc.allowInsecureRequests] } : {}) },
    );
    try {
      return await this.#found;
    } catch {
      this.#found = undefined;
      this.#failedAt = performance.now();
      return null;
    }
  }
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Without TLS a provider is believed on this machine alone. */
const isOnThisMachine = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
};

function refusalOf(error: unknown): 'ProviderRefused' | 'ProviderUnreachable' | 'ProviderAnswerInvalid' {
  if (error instanceof oidc.AuthorizationResponseError) return 'ProviderRefused';
  if (error instanceof TypeError) return 'ProviderUnreachable';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'OAUTH_TIMEOUT' ? 'ProviderUnreachable' : 'ProviderAnswerInvalid';
}
