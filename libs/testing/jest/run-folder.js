import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { platform, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

const REMOVE = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

export const RUN_PREFIX = 'luoshi-test-';

/** Ends the server of a run, drops what it left on a server that is not its own, and removes its folder. */
export async function endRun(folder) {
  if (folder === undefined) return;
  await dropTemplates(folder);
  removeRun(folder);
}

/** Ends what runs left behind that were broken off. */
export function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(RUN_PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!isOurs(folder)) continue;
    const owner = Number(readText(join(folder, 'owner')));
    if (owner > 0 && !isAlive(owner)) removeRun(folder);
  }
}

/** What another user put there is not believed, least of all about what to remove. */
function isOurs(folder) {
  return lstatSync(folder, { throwIfNoEntry: false })?.uid === userInfo().uid;
}

function removeRun(folder) {
  const server = readJson(join(folder, 'server.json'));
  if (server?.pid > 1 && isServer(server.pid, server.cluster)) process.kill(server.pid, 'SIGQUIT');
  // Below a folder that is closed to the server's user, the cluster lies outside of the run's folder.
  if (server?.cluster) rmSync(dirname(server.cluster), REMOVE);
  rmSync(folder, REMOVE);
}

/** The databases that test files copied: the migrated one, and those that were made from it for several of them. */
async function dropTemplates(folder) {
  const server = readJson(join(folder, 'server.json'));
  if (server === null || server.pid !== null) return;
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [server.template],
  );
  for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)}`);
  await client.end();
}

/** On Linux a server is known by the folder it works in; elsewhere its number has to do. */
function isServer(pid, cluster) {
  if (platform() !== 'linux') return isAlive(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function readJson(file) {
  const text = readText(file);
  return text === '' ? null : JSON.parse(text);
}
