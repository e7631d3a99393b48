import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { PersistenceError } from '../persistence-error.js';

export interface Secrets {
  ownerPassword: string;
  appPassword: string;
}

/**
 * The passwords of the embedded database: made once, kept in a file that only its owner can read.
 *
 * @throws PersistenceError EMBEDDED_SECRET_MISSING where there is a database and its passwords are gone
 */
export async function keepSecrets(file: string, clusterExists: boolean): Promise<Secrets> {
  if (existsSync(file)) {
    const kept = await readSecrets(file);
    if (kept !== null) return kept;
    throw missing(file);
  }
  if (clusterExists) throw missing(file);
  const secrets: Secrets = { ownerPassword: password(), appPassword: password() };
  // Under another name first: a file that is there is whole.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

/** The passwords that are kept; null: none, or none that can be read. */
export async function readSecrets(file: string): Promise<Secrets | null> {
  const { ownerPassword, appPassword } = await read(file);
  return typeof ownerPassword === 'string' && typeof appPassword === 'string'
    ? { ownerPassword, appPassword }
    : null;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

async function read(file: string): Promise<Partial<Secrets>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>;
  } catch {
    return {};
  }
}

function missing(file: string): PersistenceError {
  return new PersistenceError(
    'EMBEDDED_SECRET_MISSING',
    `数据库口令文件 ${file} 缺失或损坏，而数据库已经存在。请从备份恢复该文件；` +
      '如不需要原有数据，请把整个数据目录移到别处，或以 --fresh 启动重新建立。',
  );
}
