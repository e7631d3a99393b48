import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import { CliError } from '../cli-error.js';

/**
 * The key that secrets in the database are sealed with: LUOSHI_SECRET_KEY, else a file of the data folder that is
 * made at the first need and that nobody else may read. Several processes on several machines need the variable.
 *
 * @throws CliError SECRET_KEY_INVALID
 */
export async function secretKey(config: Config): Promise<Buffer> {
  if (config.outside.secretKey !== null) return Buffer.from(config.outside.secretKey, 'base64');
  await mkdir(config.dataDir, { recursive: true });
  const file = join(config.dataDir, 'secret.key');
  const key = (await kept(file)) ?? (await make(file));
  if (key.length === 32) return key;
  throw new CliError(
    'SECRET_KEY_INVALID',
    `${file} 不是 32 字节的密钥。请从备份恢复该文件；找不回时删除它，再用 npx luoshi channel put 重新设置各渠道的口令。`,
  );
}

const kept = (file: string): Promise<Buffer | null> =>
  readFile(file, 'utf8').then(
    (text) => Buffer.from(text.trim(), 'base64'),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );

/** Whole or not at all, whatever ends this process meanwhile; where another was first, the key is that one's. */
async function make(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
}
