import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_PREFIX, sweep } from './run-folder.js';

/**
 * Gives the run a folder and starts nothing: the first test file that asks for a database starts the server, the
 * others share it, and a run without such a file pays nothing.
 */
export default function globalSetup() {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  // Root's server runs as another user, who has to get to it; what is in it is closed by itself.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  process.env.LUOSHI_TEST_RUN = folder;
}
