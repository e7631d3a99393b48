import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './index.js';
import { readRedis, type RedisConfig } from './read-redis.js';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const files = (name: string): string => {
  if (name === '/etc/luoshi/ca.pem') return PEM;
  throw new Error('ENOENT');
};

function valueOf(env: Record<string, string>): RedisConfig | null {
  const read = readRedis(env, files);
  if ('problems' in read) throw new Error(read.problems.map(({ code }) => code).join());
  return read.value;
}

function codesOf(env: Record<string, string>): string[] {
  const read = readRedis(env, files);
  return 'problems' in read ? read.problems.map(({ code, at }) => `${at} ${code}`) : [];
}

const NOBODY = { user: null, password: null };

describe('what the environment says of Redis', () => {
  it('is nothing where there is none: the queue lives in PostgreSQL', () => {
    expect(valueOf({})).toBeNull();
  });

  it('may be one server, with user, password and database in the address', () => {
    expect(valueOf({ REDIS_URL: 'redis://queue:a%3Ab%40c@10.0.0.7:6380/3' })).toEqual({
      shape: { kind: 'single', at: { host: '10.0.0.7', port: 6380 }, database: 3 },
      login: { user: 'queue', password: 'a:b@c' },
      tls: null,
      prefix: 'luoshi',
    });
    expect(valueOf({ REDIS_URL: 'redis://:only@[::1]' })).toMatchObject({
      shape: { at: { host: '::1', port: 6379 } },
      login: { user: null, password: 'only' },
    });
  });

  it('may be TLS, with an authority of the house', () => {
    expect(valueOf({ REDIS_URL: 'rediss://cache', REDIS_CA: '/etc/luoshi/ca.pem' })?.tls).toEqual({
      ca: PEM,
    });
    expect(valueOf({ REDIS_URL: 'rediss://cache', REDIS_TLS: 'true' })?.tls).toEqual({ ca: null });
  });

  it('may be sentinels, with logins of their own', () => {
    const env = {
      REDIS_SENTINELS: 's1:26379, [fe80::2]:26380',
      REDIS_SENTINEL_GROUP: 'luoshi-master',
      REDIS_SENTINEL_USER: 'watch',
      REDIS_SENTINEL_PASSWORD: 'one',
      REDIS_PASSWORD: 'two',
      REDIS_DATABASE: '2',
      REDIS_TLS: '1',
    };
    expect(valueOf(env)).toEqual({
      shape: {
        kind: 'sentinel',
        sentinels: [
          { host: 's1', port: 26379 },
          { host: 'fe80::2', port: 26380 },
        ],
        group: 'luoshi-master',
        login: { user: 'watch', password: 'one' },
        database: 2,
      },
      login: { user: null, password: 'two' },
      tls: { ca: null },
      prefix: 'luoshi',
    });
  });

  it('may be a cluster, under a prefix of one’s own', () => {
    expect(valueOf({ REDIS_CLUSTER: 'n1:7000,n2:7001', REDIS_PREFIX: 'county_2' })).toEqual({
      shape: {
        kind: 'cluster',
        nodes: [
          { host: 'n1', port: 7000 },
          { host: 'n2', port: 7001 },
        ],
      },
      login: NOBODY,
      tls: null,
      prefix: 'county_2',
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'two shapes at once',
      { REDIS_URL: 'redis://a', REDIS_CLUSTER: 'b:1' },
      ['REDIS_CLUSTER REDIS_SHAPE_AMBIGUOUS'],
    ],
    ['a password for nothing', { REDIS_PASSWORD: 'x' }, ['REDIS_PASSWORD REDIS_SHAPE_MISSING']],
    ['sentinels of nobody', { REDIS_SENTINELS: 's:1' }, ['REDIS_SENTINEL_GROUP REDIS_SENTINEL_INCOMPLETE']],
    [
      'a group without sentinels',
      { REDIS_URL: 'redis://a', REDIS_SENTINEL_GROUP: 'g' },
      ['REDIS_SENTINEL_GROUP REDIS_SENTINEL_INCOMPLETE'],
    ],
    [
      'two passwords',
      { REDIS_URL: 'redis://:a@b', REDIS_PASSWORD: 'c' },
      ['REDIS_PASSWORD REDIS_LOGIN_TWICE'],
    ],
    [
      'TLS and an address without',
      { REDIS_URL: 'redis://a', REDIS_TLS: 'true' },
      ['REDIS_TLS REDIS_TLS_CONTRADICTORY'],
    ],
    [
      'an authority without TLS',
      { REDIS_CLUSTER: 'a:1', REDIS_CA: '/etc/luoshi/ca.pem' },
      ['REDIS_CA REDIS_CA_WITHOUT_TLS'],
    ],
    [
      'an authority that cannot be read',
      { REDIS_URL: 'rediss://a', REDIS_CA: '/nowhere' },
      ['REDIS_CA REDIS_CA_UNREADABLE'],
    ],
    [
      'another database of a cluster',
      { REDIS_CLUSTER: 'a:1', REDIS_DATABASE: '1' },
      ['REDIS_DATABASE REDIS_DATABASE_INVALID'],
    ],
    ['a node without a port', { REDIS_CLUSTER: 'a:1,b' }, ['REDIS_CLUSTER REDIS_ADDRESS_INVALID']],
    ['braces', { REDIS_URL: 'redis://a', REDIS_PREFIX: '{a}' }, ['REDIS_PREFIX REDIS_PREFIX_INVALID']],
    ['options in the address', { REDIS_URL: 'redis://a?family=6' }, ['REDIS_URL REDIS_URL_INVALID']],
  ])('refuses %s', (_, env, codes) => {
    expect(codesOf(env)).toEqual(codes);
  });

  it('tells what is wrong among the other troubles of the environment, by a stable code and without the value', () => {
    const wrong = { PORT: '-1', REDIS_URL: 'redis://:one@a', REDIS_PASSWORD: 'geheim' };
    const refused = ((): ConfigError | null => {
      try {
        readConfig(wrong);
      } catch (error) {
        if (error instanceof ConfigError) return error;
      }
      return null;
    })();
    expect(refused?.codes).toEqual(['REDIS_LOGIN_TWICE']);
    expect(refused?.message).toContain('PORT：');
    expect(refused?.message).toContain(
      'REDIS_PASSWORD：REDIS_URL 中已有或应写在其中，只能留一处（REDIS_LOGIN_TWICE）',
    );
    expect(refused?.message).not.toContain('geheim');
  });
});
