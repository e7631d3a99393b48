import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { leavesAtMachine } from '#engine';
import {
  readBackup,
  restoreBackup,
  runningEmbedded,
  writeBackup,
  type BackupSummary,
  type Restored,
} from '#persistence';
import { CliError } from '../cli-error.js';
import { databaseServer } from '../system/database-server.js';
import { inEveryJurisdiction } from '../system/in-every-jurisdiction.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withKeptEvidence } from './kept-evidence.js';

export interface BackupOptions {
  data?: string;
}

export interface WrittenBackup extends BackupSummary {
  file: string;
  /** Of the file, bytes. */
  size: number;
}

/**
 * Writes a backup of the embedded database or of an outside one, also while the system runs. The file is there whole
 * or not at all, readable by nobody else, and read once more before this resolves.
 *
 * @throws CliError FILE_EXISTS; PersistenceError
 */
export async function backUp(file: string | undefined, options: BackupOptions): Promise<WrittenBackup> {
  const takenAt = new Date().toISOString();
  const path = resolve(file ?? `luoshi-backup-${takenAt.slice(0, 19).replace(/[:T]/gu, '-')}.tar.gz`);
  if (await isThere(path))
    throw new CliError('FILE_EXISTS', `${path} 已存在，不会覆盖。请换一个文件名，或先移走它。`);
  const half = `${path}.part`;
  try {
    const summary = await onServer(options, async (ownerUrl) => {
      // Before the first byte: the backup holds that it was made.
      await inEveryJurisdiction({ ownerUrl }, (database, id) =>
        leavesAtMachine(database, id, 'backup', { action: 'backupTaken', after: { file: path } }),
      );
      await withKeptEvidence(options, (files) =>
        writeBackup(ownerUrl, createWriteStream(half, { mode: 0o600, flush: true }), takenAt, files),
      );
      return readBackup(createReadStream(half), UNREAD);
    });
    await rename(half, path);
    return { ...summary, file: path, size: (await stat(path)).size };
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** Restores into an empty database: a new data folder, or what DATABASE_URL names. @throws PersistenceError */
export async function restore(file: string, options: BackupOptions): Promise<Restored> {
  const path = await existing(file);
  const { config: found } = readEnvironment();
  const server = await databaseServer(withOptions(found, options), { fresh: false });
  try {
    return await withKeptEvidence(options, (files) =>
      restoreBackup(server.ownerUrl, createReadStream(path), files),
    );
  } finally {
    await server.stop();
  }
}

/** Reads a backup from end to end, without a database. @throws PersistenceError BACKUP_DAMAGED */
export const checkBackup = async (file: string): Promise<BackupSummary> =>
  readBackup(createReadStream(await existing(file)), UNREAD);

const UNREAD = { begin: () => Promise.resolve(), rows: () => Promise.resolve() };

/** The server that runs, or one that is started for it. */
async function onServer<T>(options: BackupOptions, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { config: found } = readEnvironment();
  const config = withOptions(found, options);
  const running = config.database === null ? await runningEmbedded(config.dataDir) : null;
  if (running !== null) return work(running.ownerUrl);
  const server = await databaseServer(config, { fresh: false });
  try {
    return await work(server.ownerUrl);
  } finally {
    await server.stop();
  }
}

async function existing(file: string): Promise<string> {
  const path = resolve(file);
  if (await isThere(path)) return path;
  throw new CliError('FILE_UNREADABLE', `没有文件 ${path}。请检查路径。`);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
