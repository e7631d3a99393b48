import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import { newSealKey, sealKey, type SealKey } from '#sealing';
import { CliError } from '../cli-error.js';

/**
 * The key that the trail is sealed with: LUOSHI_SEAL_KEY, else a file of the data folder that is made at the first need and
 * that nobody else may read. Who keeps it elsewhere than the database keeps the trail safe from who owns the database.
 *
 * @throws CliError SEAL_KEY_INVALID
 */
export async function ownSealKey(config: Config): Promise<SealKey> {
  const file = join(config.dataDir, 'seal.key');
  if (config.seal.key !== null) return keyOf(config.seal.key, 'LUOSHI_SEAL_KEY');
  await mkdir(config.dataDir, { recursive: true });
  try {
    await writeFile(file, newSealKey(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return keyOf(await readFile(file, 'utf8'), file);
}

function keyOf(text: string, where: string): SealKey {
  try {
    return sealKey(text);
  } catch (error) {
    throw new CliError(
      'SEAL_KEY_INVALID',
      `${where} 不是 Ed25519 私钥。请从备份恢复；确需更换时，用 openssl genpkey -algorithm ed25519 生成新的，并公布新的公钥。`,
      { cause: error },
    );
  }
}
