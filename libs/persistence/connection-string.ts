import { PersistenceError } from './persistence-error.js';

/** The role that the application acts as: owns nothing, restricted by row-level security. */
export const APP_ROLE = 'luoshi_app';

/** Longest statement of the application, ms, where nothing else is said. */
export const STATEMENT_TIMEOUT_MS = 30_000;

export interface ConnectionLimits {
  /** Longest statement, ms. 0: no limit. */
  statementTimeoutMs?: number;
  /** Longest wait for a lock, ms. 0: no limit. */
  lockTimeoutMs?: number;
  /** Longest pause of a transaction between two statements, ms. 0: no limit. */
  idleInTransactionTimeoutMs?: number;
}

/**
 * A connection string with our settings as startup options: name space, role, UTC and the time limits. They hold
 * from the first statement on and cost no round trip. Options that stand in the given URL come first.
 */
export function withStartupOptions(url: string, settings: Readonly<Record<string, string | number>>): string {
  const parsed = parseDatabaseUrl(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${String(value)}`);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [...(given === null ? [] : [given]), ...options].join(' '));
  return parsed.toString();
}

export function appSettings(limits: ConnectionLimits = {}): Record<string, string | number> {
  return {
    role: APP_ROLE,
    ...sessionSettings({ statementTimeoutMs: STATEMENT_TIMEOUT_MS, lockTimeoutMs: 10_000, ...limits }),
  };
}

/**
 * Settings of every session of ours. Migrations and dumps run without time limits.
 *
 * No compiling of queries (`jit`), which Debian's servers do by default: estimates under row-level security are high enough
 * to set it off, and compiling takes a second where the query takes ten milliseconds.
 */
export function sessionSettings(limits: ConnectionLimits = {}): Record<string, string | number> {
  return {
    search_path: 'luoshi',
    timezone: 'UTC',
    datestyle: 'ISO',
    jit: 'off',
    statement_timeout: limits.statementTimeoutMs ?? 0,
    lock_timeout: limits.lockTimeoutMs ?? 0,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs ?? 60_000,
  };
}

/** Where a connection string leads, without the password: for messages. */
export function placeOf(url: string): string {
  const parsed = parseDatabaseUrl(url);
  const host = parsed.searchParams.get('host') ?? (parsed.hostname || 'localhost');
  return `${host}:${parsed.port || '5432'}${parsed.pathname}`;
}

function parseDatabaseUrl(url: string): URL {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === 'postgres:' || parsed.protocol === 'postgresql:') return parsed;
  } catch {
    // Told below, without the text of the URL: it may hold a password.
  }
  throw new PersistenceError(
    'DATABASE_URL_INVALID',
    '数据库地址无法识别。应形如 postgresql://用户:口令@主机:5432/数据库，口令中的特殊字符须按网址规则转义。',
  );
}
