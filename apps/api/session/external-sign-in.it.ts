import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { secretBox } from '#courier';
import { claimMappingSchema, SignInProvider } from '#identity';
import { createTestDatabase, freePort, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';
import { startOidcPeer, type OidcPeer } from '../testing/oidc-peer.js';
import { personId } from '../testing/people.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('unified sign-in against a real provider: in CI (LUOSHI_VERIFY)\n');

const MAPPING = claimMappingSchema.parse({
  schema: 'luoshi.oidc/1',
  require: [{ claim: 'groups', oneOf: ['luoshi'] }],
  unit: { claim: 'department', map: { 农业农村: 'farming', 林业: 'forestry' } },
  roles: [
    { claim: 'groups', oneOf: ['liaisons'], role: 'liaison' },
    { claim: 'groups', oneOf: ['supervisors'], role: 'supervisor', plan: PLAN.code },
  ],
  create: { jurisdiction: JURISDICTION },
  secondFactor: { claim: 'amr', oneOf: ['mfa'] },
});

/** A browser as far as cookies go: keeps them by site, and sends no Strict one where another site began the navigation. */
class Traveller {
  readonly #jars = new Map<string, Map<string, { value: string; strict: boolean }>>();
  last!: Response;
  text = '';
  url = '';

  jar(url: string): Map<string, { value: string; strict: boolean }> {
    const { hostname } = new URL(url);
    const known = this.#jars.get(hostname) ?? new Map<string, { value: string; strict: boolean }>();
    this.#jars.set(hostname, known);
    return known;
  }

  async go(url: string, { from = url, form }: { from?: string; form?: boolean } = {}): Promise<this> {
    const crossSite = new URL(from).hostname !== new URL(url).hostname;
    const cookies = [...this.jar(url)].filter(([, { strict }]) => !(crossSite && strict));
    this.last = await fetch(url, {
      method: form === true ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; ') },
    });
    for (const set of this.last.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') this.jar(url).delete(name);
      else this.jar(url).set(name, { value, strict: attributes.includes('SameSite=Strict') });
    }
    this.url = url;
    this.text = await this.last.text();
    return this;
  }

  /** Follows redirects, until there is a page, or the address that is waited for. */
  async follow(until?: (url: string) => boolean): Promise<this> {
    for (let hops = 0; hops < 12; hops += 1) {
      const location = this.last.headers.get('location');
      if (location === null) return this;
      const next = new URL(location, this.url).href;
      if (until?.(next) === true) {
        this.url = next;
        return this;
      }
      // What began as another site's navigation stays one along its redirects.
      await this.go(next, { from: this.url });
    }
    throw new Error(`no end of redirects at ${this.url}`);
  }
}

const clock = manualClock('2024-04-12T01:00:00.000Z');
const box = secretBox(Buffer.alloc(32, 9));
let db: TestDatabase;
let api: ApiUnderTest;
let peer: OidcPeer;

inCi('unified sign-in', () => {
  beforeAll(async () => {
    db = await createTestDatabase();
    // Our address must be known before we listen: the provider names it, and we name the provider.
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${String(port)}`;
    peer = await startOidcPeer(baseUrl);
    const { issuer, clientId, clientSecret } = peer;
    const label = '统一身份认证登录';
    const signInProvider = new SignInProvider({
      issuer,
      clientId,
      clientSecret,
      label,
      baseUrl,
      mapping: MAPPING,
    });
    api = await startApi(db.database, clock, { config: { port }, more: { secrets: box, signInProvider } });
  });
  afterAll(async () => {
    await api?.stop();
    await peer?.close();
    await db?.drop();
  });
  beforeEach(() => clock.advance({ minutes: 1 }));

  const said = (username: string, more: object = {}) => ({
    preferred_username: username,
    name: `${username}同志`,
    groups: ['luoshi', 'liaisons'],
    department: '农业农村',
    ...more,
  });
  /** To the provider and through its form; the traveller stands before the way back to us. */
  async function toTheWayBack(who: string, next = '/tasks'): Promise<Traveller> {
    const traveller = new Traveller();
    await traveller.go(`${api.url}/sign-in/oidc?next=${encodeURIComponent(next)}`);
    await traveller.follow();
    expect(traveller.text).toContain('登录');
    peer.next = who;
    await traveller.go(traveller.url, { form: true });
    return traveller.follow((url) => url.startsWith(api.url));
  }
  const signIn = async (who: string, claims: object): Promise<Traveller> => {
    peer.people.set(who, claims as Record<string, unknown>);
    const traveller = await toTheWayBack(who);
    return traveller.go(traveller.url, { from: peer.issuer });
  };
  const sessionOf = async (traveller: Traveller) => {
    const browser = new Browser(api.url);
    browser.useCookie(`luoshi_session=${traveller.jar(api.url).get('luoshi_session')?.value ?? ''}`);
    return browser.get('/api/v1/session');
  };
  const codeIn = ({ text }: Traveller): string | undefined => /代码：(\w+)/u.exec(text)?.[1];

  test('is offered before anybody has signed in, by its name', async () => {
    expect((await new Browser(api.url).get('/api/v1/sign-in-ways')).body).toEqual({
      provider: { label: '统一身份认证登录', path: '/sign-in/oidc' },
    });
  });

  test('lets in who has an account of that name, by a page that goes on to where they wanted', async () => {
    const traveller = await signIn('u-1', said('farming'));
    expect([traveller.last.status, codeIn(traveller)]).toEqual([200, undefined]);
    expect(traveller.text).toContain('<meta http-equiv="refresh" content="0;url=/tasks">');
    const [session, errand] = traveller.last.headers.getSetCookie().toSorted().reverse();
    expect([session, errand].find((one) => one?.startsWith('luoshi_session'))).toMatch(
      /HttpOnly; SameSite=Strict$/,
    );
    expect((await sessionOf(traveller)).body).toMatchObject({
      person: { id: personId('farming') },
      mustChangePassword: false,
    });
    const rows = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query(`select action from trail_line where $1 = any (person_ids) order by at, seq`, [
        personId('farming'),
      ]),
    );
    expect(rows).toEqual(expect.arrayContaining([{ action: 'identityLinked' }, { action: 'signedIn' }]));
  });

  test('knows who has come before by the provider’s own name for them, whatever they are called now', async () => {
    expect((await sessionOf(await signIn('u-1', said('hq')))).body).toMatchObject({
      person: { id: personId('farming') },
    });
  });

  test('makes a person of the mapped unit with the mapped roles, and follows the claims the next time', async () => {
    const first = await sessionOf(
      await signIn('u-2', said('wangwu', { groups: ['luoshi', 'liaisons', 'supervisors'] })),
    );
    expect(first.body).toMatchObject({
      person: { name: 'wangwu同志', username: 'wangwu' },
      unit: { id: UNITS.farming.id },
      roles: [
        { role: 'liaison', scopeKind: 'unit', scopeId: UNITS.farming.id },
        { role: 'supervisor', scopeKind: 'plan', scopeId: PLAN.code },
      ],
    });
    const then = await sessionOf(await signIn('u-2', said('wangwu')));
    expect(then.body['roles']).toMatchObject([{ role: 'liaison' }]);
    expect((await new Browser(api.url).signIn('wangwu', 'anything-at-all')).status).toBe(401);
  });

  test.each([
    ['a claim that is required is not held', { groups: ['others'] }, 'ClaimRefused'],
    ['there is no claim to be known by', { preferred_username: undefined }, 'ClaimMissing'],
    ['the user name is none that can be', { preferred_username: "x' or 1=1 --" }, 'ClaimMissing'],
    ['the unit is none that is known', { department: '海洋' }, 'ExternalUnitUnknown'],
    ['the account is of who left', { preferred_username: 'retired' }, 'ExternalAccountShut'],
  ])('lets nobody in where %s, and says so with a code', async (_what, more, code) => {
    const traveller = await signIn(`no-${code}-${Object.keys(more).join()}`, said('nobody-yet', more));
    expect([traveller.last.status, codeIn(traveller)]).toEqual([403, code]);
    expect(traveller.jar(api.url).has('luoshi_session')).toBe(false);
  });

  test('says so where the person, or the provider, said no', async () => {
    const traveller = await toTheWayBack('');
    await traveller.go(traveller.url, { from: peer.issuer });
    expect(codeIn(traveller)).toBe('ProviderRefused');
  });

  test('takes a way back once: neither again, nor in another browser', async () => {
    peer.people.set('u-1', said('farming'));
    const traveller = await toTheWayBack('u-1');
    const back = traveller.url;
    const errand = traveller.jar(api.url).get('luoshi_sign_in');
    expect(errand?.strict).toBe(false);
    const thief = await new Traveller().go(back, { from: peer.issuer });
    expect(codeIn(thief)).toBe('ExternalSignInOver');
    await traveller.go(back, { from: peer.issuer });
    expect(codeIn(traveller)).toBeUndefined();
    await traveller.go(back, { from: peer.issuer });
    expect(codeIn(traveller)).toBe('ExternalSignInOver');
    // Even who kept the cookie: the provider gives nothing for a code that was used.
    traveller.jar(api.url).set('luoshi_sign_in', { value: errand?.value ?? '', strict: false });
    await traveller.go(back, { from: peer.issuer });
    expect(codeIn(traveller)).toBe('ProviderAnswerInvalid');
  });

  test.each(['state', 'nonce', 'verifier'])('takes no answer to another %s', async (what) => {
    peer.people.set('u-1', said('farming'));
    const traveller = await toTheWayBack('u-1');
    const jar = traveller.jar(api.url);
    const sealed = decodeURIComponent(jar.get('luoshi_sign_in')?.value ?? '');
    const forged = { ...(box.open(sealed) as object), [what]: 'x'.repeat(43) };
    jar.set('luoshi_sign_in', { value: encodeURIComponent(box.seal(forged)), strict: false });
    await traveller.go(traveller.url, { from: peer.issuer });
    expect([traveller.last.status, codeIn(traveller)]).toEqual([400, 'ProviderAnswerInvalid']);
    expect(jar.has('luoshi_session')).toBe(false);
  });

  test('is over ten minutes after it began, and with a cookie that we did not seal', async () => {
    peer.people.set('u-1', said('farming'));
    const late = await toTheWayBack('u-1');
    clock.advance({ minutes: 10 });
    await late.go(late.url, { from: peer.issuer });
    expect(codeIn(late)).toBe('ExternalSignInOver');
    const forger = await toTheWayBack('u-1');
    const foreign = secretBox(Buffer.alloc(32, 1)).seal({
      state: 's',
      nonce: 'n',
      verifier: 'v',
      until: '2099-01-01T00:00:00.000Z',
    });
    forger.jar(api.url).set('luoshi_sign_in', { value: encodeURIComponent(foreign), strict: false });
    await forger.go(forger.url, { from: peer.issuer });
    expect(codeIn(forger)).toBe('ExternalSignInOver');
  });

  test('sends nobody on to another site', async () => {
    peer.people.set('u-1', said('farming'));
    const traveller = await toTheWayBack('u-1', '//evil.example/x');
    await traveller.go(traveller.url, { from: peer.issuer });
    expect(traveller.text).toContain('content="0;url=/"');
    expect(traveller.text).not.toContain('evil');
  });

  test('ends the session that the browser had before', async () => {
    const before = await signIn('u-1', said('farming'));
    const old = before.jar(api.url).get('luoshi_session')?.value ?? '';
    const again = before;
    await again.go(`${api.url}/sign-in/oidc`);
    await again.follow((url) => url.startsWith(api.url));
    await again.go(again.url, { from: peer.issuer });
    expect(again.jar(api.url).get('luoshi_session')?.value).not.toBe(old);
    const thief = new Browser(api.url);
    thief.useCookie(`luoshi_session=${old}`);
    expect((await thief.get('/api/v1/session')).status).toBe(401);
  });

  test('asks who has a second factor here for one there', async () => {
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute(
        `insert into second_factor (jurisdiction_id, person_id, secret_sealed, begun_at, confirmed_at) values ($1, $2, 's', $3, $3)`,
        [JURISDICTION, personId('forestry'), clock.now()],
      ),
    );
    expect(codeIn(await signIn('u-3', said('forestry')))).toBe('ExternalSecondFactorMissing');
    const proven = await sessionOf(await signIn('u-3', said('forestry', { amr: ['pwd', 'mfa'] })));
    expect(proven.body).toMatchObject({ person: { id: personId('forestry') }, secondFactor: true });
  });

  test('gives an administrator no role beside, whatever the claims say', async () => {
    expect((await sessionOf(await signIn('u-4', said('admin')))).body['roles']).toMatchObject([
      { role: 'administrator' },
    ]);
  });

  test('is left at the provider too, and ends here when it is left there', async () => {
    const traveller = await signIn('u-1', said('farming'));
    const browser = new Browser(api.url);
    browser.useCookie(`luoshi_session=${traveller.jar(api.url).get('luoshi_session')?.value ?? ''}`);
    const { url } = (await browser.get('/api/v1/session/elsewhere')).body as { url: string };
    expect(url).toMatch(/\/session\/end\?.*id_token_hint=.*post_logout_redirect_uri=/);
    // Signed out at the provider alone: it tells us behind the browser, and the session here is over.
    await traveller.go(url);
    const form = /name="xsrf" value="(\w+)"/u.exec(traveller.text)?.[1] ?? '';
    const jar = traveller.jar(peer.issuer);
    const done = await fetch(`${peer.issuer}/session/end/confirm`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Cookie: [...jar].map(([name, { value }]) => `${name}=${value}`).join('; '),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ xsrf: form, logout: 'yes' }),
    });
    expect(done.headers.get('location')).toContain(`${api.url}/sign-in`);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('believes no word of signing out that the provider did not sign for us', async () => {
    const traveller = await signIn('u-1', said('farming'));
    const tell = (token: string) =>
      fetch(`${api.url}/sign-in/oidc/back-channel`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ logout_token: token }),
      });
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(
      JSON.stringify({
        iss: peer.issuer,
        aud: peer.clientId,
        sub: 'u-1',
        iat: Date.now() / 1000,
        jti: '1',
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      }),
    ).toString('base64url')}.`;
    const sealed = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ token: string }>('select id_token_sealed as token from external_sign_in limit 1'),
    );
    for (const token of ['', 'x', none, String(box.open(sealed[0]?.token ?? ''))])
      expect((await tell(token)).status).toBe(400);
    expect((await sessionOf(traveller)).status).toBe(200);
  });
});
