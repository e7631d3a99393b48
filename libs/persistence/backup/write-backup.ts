import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { connectError } from '../connect-error.js';
import { sessionSettings, withStartupOptions } from '../connection-string.js';
import { queryableOn, type Queryable } from '../transaction.js';
import {
  BACKUP_FORMAT,
  CHUNK_BYTES,
  dataEntry,
  evidenceEntry,
  evidenceLine,
  summaryOf,
  type BackupHeader,
  type BackupManifest,
  type BackupSummary,
} from './backup-format.js';
import { bytesOfFile, namedFiles, type KeptFiles } from './kept-files.js';
import { tablesInOrder, type TableToCopy } from './tables-in-order.js';
import { countLines, wholeLines } from './whole-lines.js';

/**
 * Writes the whole record, as it was at one moment, while others go on working.
 *
 * @param ownerUrl the owner's login: row-level security hides nothing from it
 * @param out is ended; what stands in it is worth nothing unless this resolves
 * @param files where the evidence lies; left out, the backup is of the database alone
 * @throws PersistenceError DATABASE_*
 */
export async function writeBackup(
  ownerUrl: string,
  out: Writable,
  takenAt: string,
  files?: KeptFiles,
): Promise<BackupSummary> {
  const connectionString = withStartupOptions(ownerUrl, sessionSettings({ idleInTransactionTimeoutMs: 0 }));
  const client = new pg.Client({ connectionString, application_name: 'luoshi backup' });
  await client.connect().catch((error: unknown) => {
    throw connectError(error, ownerUrl);
  });
  try {
    // One snapshot for all tables; readers hold nobody up.
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    const header = await headerOf(client, takenAt);
    const tar = pack();
    const written = pipeline(tar, createGzip({ level: 6 }), out);
    const filled = fill(client, tar, header, files);
    // Whichever fails first is the reason.
    const [manifest] = await Promise.all([
      filled.catch((error: unknown) => {
        tar.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }),
      written,
    ]);
    await client.query('commit');
    return summaryOf(header, manifest);
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client, takenAt: string): Promise<BackupHeader> {
  const { rows: version } = await client.query<{ server_version: string }>('show server_version');
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from luoshi.schema_migration order by timestamp',
  );
  return {
    format: BACKUP_FORMAT,
    takenAt,
    server: version[0]?.server_version ?? '',
    migrations: migrations.map(({ name }) => name),
    tables: await tablesInOrder(client),
  };
}

async function fill(
  client: pg.Client,
  tar: Pack,
  header: BackupHeader,
  files: KeptFiles | undefined,
): Promise<BackupManifest> {
  await entry(tar, 'header.json', Buffer.from(JSON.stringify(header, null, 1)));
  const manifest: BackupManifest = { tables: [] };
  for (const table of header.tables) manifest.tables.push(await copyTable(client, tar, table));
  if (files !== undefined) manifest.evidence = await copyEvidence(queryableOn(client), tar, files);
  await entry(tar, 'manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)));
  tar.finalize();
  return manifest;
}

async function copyTable(
  client: pg.Client,
  tar: Pack,
  { name, columns }: TableToCopy,
): Promise<BackupManifest['tables'][number]> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const source = client.query(
    copyTo(`copy (select ${list} from luoshi.${client.escapeIdentifier(name)}) to stdout`),
  );
  const hash = createHash('sha256');
  const found = { name, rows: 0, bytes: 0 };
  let number = 0;
  await pipeline(source, wholeLines(CHUNK_BYTES), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      found.rows += countLines(piece);
      found.bytes += piece.length;
      await entry(tar, dataEntry(name, (number += 1)), piece);
    }
  });
  return { ...found, sha256: hash.digest('hex') };
}

/**
 * What is not in the store does not keep the rest from being saved: it is counted, and told. A store that is saved by its own means
 * is not asked for anything: it need not even be there.
 */
async function copyEvidence(
  source: Queryable,
  tar: Pack,
  store: KeptFiles,
): Promise<NonNullable<BackupManifest['evidence']>> {
  const hash = createHash('sha256');
  const found = { named: 0, carried: 0, bytes: 0, missing: 0, apart: store.apart ? store.place : null };
  let number = 0;
  for await (const page of namedFiles(source))
    for (const file of page) {
      const bytes = store.apart ? null : await bytesOfFile(store, file);
      const line = Buffer.from(`${JSON.stringify({ ...file, carried: bytes !== null })}\n`);
      hash.update(line);
      await entry(tar, evidenceLine((number += 1)), line);
      found.named += 1;
      if (bytes === null) {
        if (!store.apart) found.missing += 1;
        continue;
      }
      await entry(tar, evidenceEntry(file), bytes);
      found.carried += 1;
      found.bytes += bytes.length;
    }
  return { ...found, sha256: hash.digest('hex') };
}

/** Waits until the entry is on its way: nothing piles up in memory. */
function entry(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, mode: 0o600, mtime: new Date(0) }, bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
