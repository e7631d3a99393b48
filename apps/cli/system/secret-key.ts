import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  try {
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length === 32) return key;
  throw new CliError(
    'SECRET_KEY_INVALID',
    `${file} 不是 32 字节的密钥。请从备份恢复该文件；找不回时删除它，再用 npx luoshi channel put 重新设置各渠道的口令。`,
  );
}
