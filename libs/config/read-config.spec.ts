import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './index.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: the embedded database, the queue in PostgreSQL, reachable from this machine only', () => {
    expect(readConfig({})).toEqual({
      environment: 'development',
      http: { port: 3000, host: '127.0.0.1', secure: false, trustProxy: false },
      dataDir: '.luoshi',
      database: null,
      redis: null,
      outside: { baseUrl: null, secretKey: null, allowAddresses: [], allowPlain: false, heartbeatUrl: null },
      session: { idleMinutes: 60, absoluteHours: 12, secondFactorFor: 'nobody' },
      oidc: null,
      seal: { key: null, everyMinutes: 60 },
      files: { kind: 'folder', folder: null },
      virusScanner: null,
    });
  });

  it('takes a single database URL as the owner’s', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://o@h/d' }).database).toEqual({
      ownerUrl: 'postgres://o@h/d',
    });
  });

  it('takes the database URL as the application’s where the owner has one of its own', () => {
    const env = { DATABASE_URL: 'postgresql://a@h/d', DATABASE_OWNER_URL: 'postgresql://o@h/d' };
    expect(readConfig(env).database).toEqual({
      appUrl: 'postgresql://a@h/d',
      ownerUrl: 'postgresql://o@h/d',
    });
  });

  it('takes an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: ' ', PORT: '', NODE_ENV: '' })).toEqual(readConfig({}));
  });

  it('reads what it is given', () => {
    const env = {
      NODE_ENV: 'production',
      PORT: '0',
      LUOSHI_BIND: '0.0.0.0',
      LUOSHI_SECURE: 'true',
      LUOSHI_TRUST_PROXY: '1',
      LUOSHI_DATA: '/srv/luoshi',
      REDIS_URL: 'rediss://cache:6379',
      LUOSHI_URL: 'https://luoshi.example/',
      LUOSHI_SECRET_KEY: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
      LUOSHI_OUTGOING_ALLOW: '10.1.2.3, 10.2.0.0/16',
      LUOSHI_OUTGOING_PLAIN: 'true',
      LUOSHI_HEARTBEAT_URL: 'https://watch.example/luoshi',
      SESSION_IDLE_MINUTES: '30',
      LUOSHI_SECOND_FACTOR: 'offices',
      LUOSHI_OIDC_ISSUER: 'https://sso.example',
      LUOSHI_OIDC_CLIENT_ID: 'luoshi',
      LUOSHI_OIDC_CLIENT_SECRET: 'geheim',
      LUOSHI_OIDC_MAPPING: 'mapping.yaml',
      LUOSHI_SEAL_KEY: 'aGVsbG8=',
      LUOSHI_SEAL_MINUTES: '0',
      LUOSHI_FILES: 's3://evidence/luoshi/430811/',
      LUOSHI_S3_ENDPOINT: 'http://minio:9000',
      LUOSHI_S3_ACCESS_KEY: 'luoshi',
      LUOSHI_S3_SECRET_KEY: 'secret',
      LUOSHI_CLAMD: 'tcp://clamd:3310',
      SESSION_ABSOLUTE_HOURS: '8',
    };
    expect(readConfig(env)).toEqual({
      environment: 'production',
      http: { port: 0, host: '0.0.0.0', secure: true, trustProxy: 1 },
      dataDir: '/srv/luoshi',
      database: null,
      redis: {
        shape: { kind: 'single', at: { host: 'cache', port: 6379 }, database: 0 },
        login: { user: null, password: null },
        tls: { ca: null },
        prefix: 'luoshi',
      },
      outside: {
        baseUrl: 'https://luoshi.example',
        secretKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
        allowAddresses: ['10.1.2.3', '10.2.0.0/16'],
        allowPlain: true,
        heartbeatUrl: 'https://watch.example/luoshi',
      },
      session: { idleMinutes: 30, absoluteHours: 8, secondFactorFor: 'offices' },
      oidc: {
        issuer: 'https://sso.example',
        clientId: 'luoshi',
        clientSecret: 'geheim',
        label: '统一身份认证登录',
        mappingFile: 'mapping.yaml',
      },
      seal: { key: 'aGVsbG8=', everyMinutes: 0 },
      files: {
        kind: 's3',
        bucket: 'evidence',
        prefix: 'luoshi/430811',
        endpoint: 'http://minio:9000',
        region: 'us-east-1',
        accessKey: 'luoshi',
        secretKey: 'secret',
      },
      virusScanner: 'tcp://clamd:3310',
    });
  });

  it('says what is missing where files are to lie in a bucket, and no secret', () => {
    expect(
      problemsOf({ LUOSHI_FILES: 's3://B', LUOSHI_S3_SECRET_KEY: 'geheim', LUOSHI_CLAMD: 'clamd' }),
    ).toEqual([
      expect.stringMatching(/^LUOSHI_CLAMD：应形如/),
      'LUOSHI_FILES：应为文件夹，或形如 s3://存储桶/前缀',
      'LUOSHI_S3_ACCESS_KEY：LUOSHI_FILES 为 s3:// 时必须设置',
    ]);
    expect(readConfig({ LUOSHI_FILES: '/srv/files' }).files).toEqual({
      kind: 'folder',
      folder: '/srv/files',
    });
  });

  it('names every variable that is wrong, and how it should be', () => {
    const problems = problemsOf({
      PORT: '65536',
      NODE_ENV: 'prod',
      REDIS_URL: 'http://x',
      SESSION_IDLE_MINUTES: '1.5',
    });
    expect(problems.map((problem) => problem.split('：')[0]).sort()).toEqual([
      'NODE_ENV',
      'PORT',
      'REDIS_URL',
      'SESSION_IDLE_MINUTES',
    ]);
    expect(problems.join()).toContain('端口应为 0 到 65535 的整数');
  });

  it('never repeats a value that may hold a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://o:geheim@h/d' }).join()).toMatch(
      /^DATABASE_URL：PostgreSQL 地址应以/,
    );
    expect(problemsOf({ DATABASE_URL: 'mysql://o:geheim@h/d' }).join()).not.toContain('geheim');
  });

  it('refuses unified sign-in without a client, a mapping and our own address', () => {
    expect(problemsOf({ LUOSHI_OIDC_ISSUER: 'https://sso.example' }).join()).toContain('LUOSHI_OIDC_MAPPING');
  });

  it('refuses an owner’s URL without one for the application', () => {
    expect(problemsOf({ DATABASE_OWNER_URL: 'postgresql://o@h/d' }).join()).toContain(
      '也须给出 DATABASE_URL',
    );
  });
});
