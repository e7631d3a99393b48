import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeOfCluster } from './data-folder.js';
import { isAlive } from './process-identity.js';
import { readSecrets } from './secrets.js';
import { urlsFor } from './urls-for.js';

/**
 * The logins of the embedded server that is running on a data folder; null where none is. For what only reads beside
 * it, as a backup does.
 */
export async function runningEmbedded(dataDir: string): Promise<{ ownerUrl: string; appUrl: string } | null> {
  const root = resolve(dataDir);
  const file = join(await placeOfCluster(root), 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  const secrets = await readSecrets(join(root, 'secrets.json'));
  if (secrets === null || !isAlive(Number(pid)) || !/^\d+$/u.test(port ?? '')) return null;
  return urlsFor(secrets, Number(port));
}
