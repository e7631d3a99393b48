import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A server's name and port. */
export interface RedisAddress {
  host: string;
  port: number;
}

/** How the queue reaches Redis; always one of three shapes, with the same logins and the same encryption. */
export interface RedisConfig {
  shape:
    | { kind: 'single'; at: RedisAddress; database: number }
    /** Whoever the sentinels name as the master of `group` is talked to. */
    | {
        kind: 'sentinel';
        sentinels: RedisAddress[];
        group: string;
        login: RedisLogin;
        database: number;
      }
    /** Some of its nodes; the others are learned from them. */
    | { kind: 'cluster'; nodes: RedisAddress[] };
  /** Of the servers that hold the queue. */
  login: RedisLogin;
  /** Null: plain TCP. `ca`: PEM of the house's own authority; null: those that Node trusts. */
  tls: { ca: string | null } | null;
  /**
   * Begins every key. Several installations on one Redis are told apart by it. A word without braces; the queue
   * puts them round it, so that in a cluster all its keys are in one slot.
   */
  prefix: string;
}

export interface RedisLogin {
  user: string | null;
  password: string | null;
}

export type RedisProblemCode =
  | 'REDIS_URL_INVALID'
  | 'REDIS_ADDRESS_INVALID'
  | 'REDIS_SHAPE_AMBIGUOUS'
  | 'REDIS_SHAPE_MISSING'
  | 'REDIS_SENTINEL_INCOMPLETE'
  | 'REDIS_LOGIN_TWICE'
  | 'REDIS_TLS_CONTRADICTORY'
  | 'REDIS_CA_UNREADABLE'
  | 'REDIS_CA_WITHOUT_TLS'
  | 'REDIS_DATABASE_INVALID'
  | 'REDIS_PREFIX_INVALID';

export interface RedisProblem {
  code: RedisProblemCode;
  /** The variable that is to be mended. */
  at: string;
  message: string;
}

export const REDIS_VARIABLES = {
  REDIS_URL: z.string().optional(),
  REDIS_SENTINELS: z.string().optional(),
  REDIS_SENTINEL_GROUP: z.string().optional(),
  REDIS_SENTINEL_USER: z.string().optional(),
  REDIS_SENTINEL_PASSWORD: z.string().optional(),
  REDIS_CLUSTER: z.string().optional(),
  REDIS_USER: z.string().optional(),
  REDIS_PASSWORD: z.string().optional(),
  REDIS_DATABASE: z.string().optional(),
  REDIS_TLS: z.string().optional(),
  REDIS_CA: z.string().optional(),
  REDIS_PREFIX: z.string().optional(),
};
type Given = { readonly [Name in keyof typeof REDIS_VARIABLES]?: string | undefined };
type Name = keyof typeof REDIS_VARIABLES;

const DEFAULT_PREFIX = 'luoshi';
const SHAPES = ['REDIS_URL', 'REDIS_SENTINELS', 'REDIS_CLUSTER'] as const;
const OF_SENTINELS = ['REDIS_SENTINEL_GROUP', 'REDIS_SENTINEL_USER', 'REDIS_SENTINEL_PASSWORD'] as const;

/**
 * What the environment says of Redis; null: nothing, the queue lives in PostgreSQL. Combinations that contradict each
 * other are refused rather than one of them being overlooked. Messages never repeat a value: it may be a password.
 */
export function readRedis(
  env: Given,
  readText: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): { value: RedisConfig | null } | { problems: RedisProblem[] } {
  const problems: RedisProblem[] = [];
  const refuse = (code: RedisProblemCode, at: Name, message: string): void =>
    void problems.push({ code, at, message });

  const shapes = SHAPES.filter((name) => env[name] !== undefined);
  if (shapes.length > 1) {
    refuse(
      'REDIS_SHAPE_AMBIGUOUS',
      shapes[1] ?? 'REDIS_URL',
      `${shapes.join('、')} 只能给出其一：单机、哨兵、集群三选一`,
    );
    return { problems };
  }
  const given = (Object.keys(REDIS_VARIABLES) as Name[]).filter((name) => env[name] !== undefined);
  const [shape] = shapes;
  if (shape === undefined) {
    const [first] = given;
    if (first === undefined) return { value: null };
    refuse(
      'REDIS_SHAPE_MISSING',
      first,
      `单独给出不起作用：还须给出 ${SHAPES.join('、')} 其一，或删去 ${given.join('、')}`,
    );
    return { problems };
  }

  const url = shape === 'REDIS_URL' ? partsOf(env.REDIS_URL ?? '') : null;
  if (shape === 'REDIS_URL' && url === null)
    refuse(
      'REDIS_URL_INVALID',
      'REDIS_URL',
      'Redis 地址应形如 redis://用户:口令@主机:端口/库号（加密为 rediss://），不带其他参数，口令中的特殊字符须按网址规则转义',
    );
  if (shape !== 'REDIS_SENTINELS')
    for (const name of OF_SENTINELS)
      if (env[name] !== undefined)
        refuse('REDIS_SENTINEL_INCOMPLETE', name, '只用于哨兵，须同时给出 REDIS_SENTINELS');
  if (shape === 'REDIS_SENTINELS' && env.REDIS_SENTINEL_GROUP === undefined)
    refuse(
      'REDIS_SENTINEL_INCOMPLETE',
      'REDIS_SENTINEL_GROUP',
      '使用哨兵时须给出主节点组名，即哨兵配置 sentinel monitor 后的名称',
    );
  if (url !== null)
    for (const [name, inUrl] of [
      ['REDIS_USER', url.login.user !== null],
      ['REDIS_PASSWORD', url.login.password !== null],
      ['REDIS_DATABASE', true],
    ] as const)
      if (env[name] !== undefined && inUrl)
        refuse('REDIS_LOGIN_TWICE', name, 'REDIS_URL 中已有或应写在其中，只能留一处');

  const addresses = shape === 'REDIS_URL' ? [] : addressesOf(env[shape] ?? '');
  if (addresses === null)
    refuse('REDIS_ADDRESS_INVALID', shape, '应为以逗号分隔的 主机:端口，例如 10.0.0.1:26379,10.0.0.2:26379');
  const database = url?.database ?? databaseOf(env.REDIS_DATABASE);
  if (database === null) refuse('REDIS_DATABASE_INVALID', 'REDIS_DATABASE', '库号应为 0 到 999 的整数');
  if (shape === 'REDIS_CLUSTER' && env.REDIS_DATABASE !== undefined && database !== 0)
    refuse('REDIS_DATABASE_INVALID', 'REDIS_DATABASE', 'Redis 集群只有 0 号库，请删去');

  const asked = yesOrNo(env.REDIS_TLS);
  if (asked === null) refuse('REDIS_TLS_CONTRADICTORY', 'REDIS_TLS', '应为 true 或 false');
  if (url !== null && asked !== undefined && asked !== url.encrypted)
    refuse('REDIS_TLS_CONTRADICTORY', 'REDIS_TLS', '与 REDIS_URL 矛盾：加密用 rediss://，不加密用 redis://');
  const encrypted = url?.encrypted ?? asked ?? false;
  const ca = env.REDIS_CA === undefined ? null : textOf(env.REDIS_CA, readText);
  if (env.REDIS_CA !== undefined && !encrypted)
    refuse(
      'REDIS_CA_WITHOUT_TLS',
      'REDIS_CA',
      '只用于加密连接：请用 rediss://，哨兵或集群则设置 REDIS_TLS=true',
    );
  if (env.REDIS_CA !== undefined && (ca === null || !ca.includes('-----BEGIN CERTIFICATE-----')))
    refuse('REDIS_CA_UNREADABLE', 'REDIS_CA', '应为 PEM 证书文件的路径，本进程能够读取');
  const prefix = env.REDIS_PREFIX ?? DEFAULT_PREFIX;
  if (!/^[A-Za-z0-9_-]{1,40}$/u.test(prefix))
    refuse(
      'REDIS_PREFIX_INVALID',
      'REDIS_PREFIX',
      '键前缀应为 1 到 40 个字母、数字、下划线或连字符，不带花括号',
    );

  if (problems.length > 0) return { problems };
  const login = {
    user: url?.login.user ?? env.REDIS_USER ?? null,
    password: url?.login.password ?? env.REDIS_PASSWORD ?? null,
  };
  const common = { login, tls: encrypted ? { ca } : null, prefix };
  if (url !== null)
    return { value: { ...common, shape: { kind: 'single', at: url.at, database: url.database } } };
  if (shape === 'REDIS_CLUSTER')
    return { value: { ...common, shape: { kind: 'cluster', nodes: addresses ?? [] } } };
  return {
    value: {
      ...common,
      shape: {
        kind: 'sentinel',
        sentinels: addresses ?? [],
        group: env.REDIS_SENTINEL_GROUP ?? '',
        login: { user: env.REDIS_SENTINEL_USER ?? null, password: env.REDIS_SENTINEL_PASSWORD ?? null },
        database: database ?? 0,
      },
    },
  };
}

interface UrlParts {
  at: RedisAddress;
  login: RedisLogin;
  database: number;
  encrypted: boolean;
}

function partsOf(text: string): UrlParts | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (!['redis:', 'rediss:'].includes(protocol) || hostname === '' || search !== '' || hash !== '')
    return null;
  const database = databaseOf(/^\/?$/u.test(pathname) ? undefined : pathname.slice(1));
  if (database === null) return null;
  try {
    return {
      at: { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 6379 : Number(port) },
      login: { user: decodeURIComponent(username) || null, password: decodeURIComponent(password) || null },
      database,
      encrypted: protocol === 'rediss:',
    };
  } catch {
    return null;
  }
}

/** `host:port` or `[IPv6]:port`, separated by commas; null: something else. */
function addressesOf(text: string): RedisAddress[] | null {
  const found = text
    .split(',')
    .map((one) => /^(?:\[([0-9a-f:.]+)\]|([^\s:/@[\]]+)):(\d{1,5})$/iu.exec(one.trim()));
  const addresses = found.map((match) => ({
    host: match?.[1] ?? match?.[2] ?? '',
    port: Number(match?.[3] ?? 0),
  }));
  return addresses.every(({ host, port }) => host !== '' && port >= 1 && port <= 65_535) ? addresses : null;
}

const databaseOf = (text: string | undefined): number | null =>
  text === undefined ? 0 : /^\d{1,3}$/u.test(text) ? Number(text) : null;

const yesOrNo = (text: string | undefined): boolean | null | undefined =>
  text === undefined
    ? undefined
    : ['true', '1'].includes(text)
      ? true
      : ['false', '0'].includes(text)
        ? false
        : null;

function textOf(file: string, readText: (file: string) => string): string | null {
  try {
    return readText(file);
  } catch {
    return null;
  }
}
