import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { readFiles, type FilesConfig } from './read-files.js';
import { readRedis, REDIS_VARIABLES, type RedisConfig } from './read-redis.js';
import { withSecretFiles } from './secret-files.js';
import { withPasswords } from './with-passwords.js';

export interface Config {
  environment: 'development' | 'production' | 'test';
  http: {
    /** 0: any free port. */
    port: number;
    /** Address to listen on; nothing is reachable from outside unless it is said. */
    host: string;
    /** Browsers reach us over TLS, our own or a proxy's: cookies are Secure. */
    secure: boolean;
    /** So many proxies in front of us are believed about the caller's address; false: none. */
    trustProxy: number | false;
  };
  /** Folder of the embedded database and of everything else that is kept in files. */
  dataDir: string;
  /**
   * An outside PostgreSQL, or null for the embedded one. `ownerUrl` is for migrations; without `appUrl` the
   * application logs in with it too and becomes luoshi_app at once.
   */
  database: { ownerUrl: string; appUrl?: string } | null;
  /** Null: the queue lives in PostgreSQL too. */
  redis: RedisConfig | null;
  outside: {
    /** Where people reach the system, without a slash at the end; null: messages carry no link. */
    baseUrl: string | null;
    /** The key that secrets of channels are sealed with, 32 bytes as base64; null: kept in the data folder. */
    secretKey: string | null;
    /** Addresses or networks inside the house that channels may call; nothing else private is called. */
    allowAddresses: string[];
    /** Channels may speak http without TLS: for receivers inside the house. */
    allowPlain: boolean;
    /** Asked for after every round of the auditor, so that somebody outside notices when it stops; null: nobody. */
    heartbeatUrl: string | null;
  };
  session: {
    /** A session ends after so many minutes without a request. */
    idleMinutes: number;
    /** A session ends so many hours after sign-in, used or not. */
    absoluteHours: number;
    /** Whose sessions do nothing until a second factor is set up. */
    secondFactorFor: 'nobody' | 'offices' | 'everybody';
  };
  /** Unified sign-in (OpenID Connect); null: passwords alone. */
  oidc: {
    issuer: string;
    clientId: string;
    /** Null: a public client, by PKCE alone. */
    clientSecret: string | null;
    /** What the button of the sign-in page says. */
    label: string;
    /** File that says how claims become people, units and roles (`luoshi.oidc/1`). */
    mappingFile: string;
  } | null;
  seal: {
    /** The Ed25519 private key that the trail is sealed with (PEM, or PKCS #8 as base64); null: kept in the data folder. */
    key: string | null;
    /** How often the trail is sealed; 0: not by this process. */
    everyMinutes: number;
  };
  /** Where uploaded files are kept. */
  files: FilesConfig;
  /** `tcp://host:3310` or `unix:/path` of clamd, which looks at every upload; null: nobody looks. */
  virusScanner: string | null;
}

const integer = (what: string, min: number, max: number, otherwise: number): z.ZodType<number> =>
  z
    .string()
    .default(String(otherwise))
    .transform((text, context) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: `${what}应为 ${min} 到 ${max} 的整数` });
      return z.NEVER;
    });

const yesOrNo = z
  .enum(['true', 'false', '1', '0'], { error: '应为 true 或 false' })
  .default('false')
  .transform((text) => text === 'true' || text === '1');

const url = (what: string, protocols: readonly string[]): z.ZodType<string> =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `${what}应以 ${protocols.map((protocol) => `${protocol}//`).join(' 或 ')} 开头，口令中的特殊字符须按网址规则转义`,
  });

const postgresUrl = url('PostgreSQL 地址', ['postgresql:', 'postgres:']);

const environmentSchema = z
  .object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'], { error: '应为 development、production 或 test' })
      .default('development'),
    PORT: integer('端口', 0, 65_535, 3000),
    LUOSHI_BIND: z.string().default('127.0.0.1'),
    LUOSHI_SECURE: yesOrNo,
    LUOSHI_TRUST_PROXY: integer('前置代理层数', 0, 10, 0),
    LUOSHI_DATA: z.string().default('.luoshi'),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_OWNER_URL: postgresUrl.optional(),
    ...REDIS_VARIABLES,
    LUOSHI_URL: url('系统网址', ['http:', 'https:']).optional(),
    LUOSHI_SECRET_KEY: z
      .string()
      .refine((text) => Buffer.from(text, 'base64').length === 32, {
        error: '应为 32 字节的 base64 文本，可用 openssl rand -base64 32 生成',
      })
      .optional(),
    LUOSHI_OUTGOING_ALLOW: z.string().default(''),
    LUOSHI_OUTGOING_PLAIN: yesOrNo,
    LUOSHI_HEARTBEAT_URL: url('监测网址', ['http:', 'https:']).optional(),
    SESSION_IDLE_MINUTES: integer('会话空闲时限（分钟）', 1, 1_440, 60),
    SESSION_ABSOLUTE_HOURS: integer('会话最长时限（小时）', 1, 720, 12),
    LUOSHI_SECOND_FACTOR: z
      .enum(['nobody', 'offices', 'everybody'], { error: '应为 nobody、offices 或 everybody' })
      .default('nobody'),
    LUOSHI_CLAMD: z
      .string()
      .regex(/^(tcp:\/\/[^/\s]+|unix:\/\S+)$/u, '应形如 tcp://clamd:3310 或 unix:/run/clamav/clamd.ctl')
      .optional(),
    LUOSHI_OIDC_ISSUER: url('统一身份认证的颁发者', ['https:', 'http:']).optional(),
    LUOSHI_OIDC_CLIENT_ID: z.string().optional(),
    LUOSHI_OIDC_CLIENT_SECRET: z.string().optional(),
    LUOSHI_OIDC_LABEL: z.string().max(20).default('统一身份认证登录'),
    LUOSHI_OIDC_MAPPING: z.string().optional(),
    LUOSHI_SEAL_KEY: z.string().optional(),
    LUOSHI_SEAL_MINUTES: integer('记录封存间隔（分钟）', 0, 10_080, 60),
  })
  .refine((env) => env.DATABASE_OWNER_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ['DATABASE_URL'],
    error: '给出 DATABASE_OWNER_URL（属主，用于迁移）时，也须给出 DATABASE_URL（应用登录名）',
  })
  .refine(
    (env) =>
      env.LUOSHI_OIDC_ISSUER === undefined ||
      (env.LUOSHI_OIDC_CLIENT_ID !== undefined &&
        env.LUOSHI_OIDC_MAPPING !== undefined &&
        env.LUOSHI_URL !== undefined),
    {
      path: ['LUOSHI_OIDC_ISSUER'],
      error:
        '启用统一身份认证时，也须给出 LUOSHI_OIDC_CLIENT_ID、LUOSHI_OIDC_MAPPING（映射文件）和 LUOSHI_URL（系统网址）',
    },
  );

/**
 * Makes the configuration of what the environment says; a variable that is empty is absent, secrets may stand in files
 * (`…_FILE`), and passwords of the database and of Redis apart from their URLs.
 *
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = withSecretFiles(env);
  const given = withPasswords(read.env);
  const parsed = environmentSchema.safeParse(given.env);
  const invalid = parsed.error?.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`) ?? [];
  const redis = readRedis(given.env);
  const ofRedis = 'problems' in redis ? redis.problems : [];
  const told = ofRedis.map(({ at, message, code }) => `${at}：${message}（${code}）`);
  const files = readFiles(given.env);
  const ofFiles = 'problems' in files ? files.problems : [];
  const problems = [...read.problems, ...given.problems, ...invalid, ...told, ...ofFiles];
  if (!parsed.success || 'problems' in redis || 'problems' in files || problems.length > 0)
    throw new ConfigError(
      problems,
      ofRedis.map(({ code }) => code),
    );
  const { data } = parsed;
  return {
    environment: data.NODE_ENV,
    http: {
      port: data.PORT,
      host: data.LUOSHI_BIND,
      secure: data.LUOSHI_SECURE,
      trustProxy: data.LUOSHI_TRUST_PROXY === 0 ? false : data.LUOSHI_TRUST_PROXY,
    },
    dataDir: data.LUOSHI_DATA,
    database: databaseOf(data.DATABASE_URL, data.DATABASE_OWNER_URL),
    redis: redis.value,
    outside: {
      baseUrl: data.LUOSHI_URL?.replace(/\/+$/u, '') ?? null,
      secretKey: data.LUOSHI_SECRET_KEY ?? null,
      allowAddresses: data.LUOSHI_OUTGOING_ALLOW.split(',')
        .map((one) => one.trim())
        .filter(Boolean),
      allowPlain: data.LUOSHI_OUTGOING_PLAIN,
      heartbeatUrl: data.LUOSHI_HEARTBEAT_URL ?? null,
    },
    session: {
      idleMinutes: data.SESSION_IDLE_MINUTES,
      absoluteHours: data.SESSION_ABSOLUTE_HOURS,
      secondFactorFor: data.LUOSHI_SECOND_FACTOR,
    },
    oidc:
      data.LUOSHI_OIDC_ISSUER === undefined
        ? null
        : {
            issuer: data.LUOSHI_OIDC_ISSUER,
            clientId: data.LUOSHI_OIDC_CLIENT_ID ?? '',
            clientSecret: data.LUOSHI_OIDC_CLIENT_SECRET ?? null,
            label: data.LUOSHI_OIDC_LABEL,
            mappingFile: data.LUOSHI_OIDC_MAPPING ?? '',
          },
    seal: { key: data.LUOSHI_SEAL_KEY ?? null, everyMinutes: data.LUOSHI_SEAL_MINUTES },
    files: files.value,
    virusScanner: data.LUOSHI_CLAMD ?? null,
  };
}

function databaseOf(url: string | undefined, ownerUrl: string | undefined): Config['database'] {
  if (url === undefined) return null;
  return ownerUrl === undefined ? { ownerUrl: url } : { ownerUrl, appUrl: url };
}
