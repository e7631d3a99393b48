import type { Readable } from 'node:stream';
import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { connectError } from '../connect-error.js';
import { sessionSettings, withStartupOptions } from '../connection-string.js';
import { migrate } from '../migrate.js';
import { MIGRATION_NAMES } from '../migrations.js';
import { PersistenceError } from '../persistence-error.js';
import { queryableOn } from '../transaction.js';
import { verifyChains, type ChainReport } from '../verify-chains.js';
import type { BackupHeader, BackupSummary } from './backup-format.js';
import { missingFiles, type KeptFiles } from './kept-files.js';
import { readBackup } from './read-backup.js';

export interface Restored extends BackupSummary {
  /** Migrations that were newer than the backup, run after it. */
  migrated: string[];
  /** The chains of the trail, followed from end to end in what was restored. */
  chains: ChainReport;
  /** Files that the restored record names, and of these what its store does not have; null: nobody said where the store is. */
  files: { files: number; missing: number } | null;
}

/**
 * Restores a backup into an empty database: all of it in one transaction, or nothing. A backup of an older version is
 * restored as it was, then migrated.
 *
 * @param ownerUrl the owner's login of an empty database (of the same or a later PostgreSQL)
 * @param files where evidence is to lie; what the backup carries is put there before the rows are committed
 * @throws PersistenceError BACKUP_DAMAGED, BACKUP_NEWER, RESTORE_NOT_EMPTY, RESTORE_REFUSED; DATABASE_*, MIGRATION_*
 */
export async function restoreBackup(
  ownerUrl: string,
  source: Readable,
  files?: KeptFiles,
): Promise<Restored> {
  const connectionString = withStartupOptions(ownerUrl, sessionSettings({ idleInTransactionTimeoutMs: 0 }));
  const client = new pg.Client({ connectionString, application_name: 'luoshi restore' });
  await client.connect().catch((error: unknown) => {
    throw connectError(error, ownerUrl);
  });
  try {
    const into = new TableWriter(client);
    const summary = await readBackup(source, {
      begin: async (header) => {
        await refuseOthers(client, header);
        await migrate(ownerUrl, { upTo: header.migrations.at(-1) ?? '' });
        await client.query('begin');
        await client.query('set local statement_timeout = 0');
        // What triggers note down comes along with the rows.
        await client.query(`set local luoshi.restoring = 'on'`);
        await into.refuseStrange(header);
      },
      rows: (table, piece) => into.write(table, piece),
      file: (file, bytes) => files?.put(file, bytes) ?? Promise.resolve(),
    });
    await into.end();
    await client.query('commit');
    const { applied } = await migrate(ownerUrl);
    await client.query('analyze');
    await client.query('begin isolation level repeatable read read only');
    const chains = await verifyChains(queryableOn(client));
    const kept = files === undefined ? null : await missingFiles(queryableOn(client), files);
    await client.query('commit');
    return { ...summary, migrated: applied, chains, files: kept };
  } catch (error) {
    if (error instanceof pg.DatabaseError)
      throw new PersistenceError(
        'RESTORE_REFUSED',
        `数据库拒绝了备份中的数据：${error.message}。已全部撤回。`,
        {
          cause: error,
        },
      );
    throw error;
  } finally {
    // Also rolls back what was begun.
    await client.end();
  }
}

async function refuseOthers(client: pg.Client, { migrations }: BackupHeader): Promise<void> {
  const unknown = migrations.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0)
    throw new PersistenceError(
      'BACKUP_NEWER',
      `备份来自更新的版本（含 ${unknown.join('、')}）。请用同一版本或更新的版本恢复。`,
    );
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('luoshi.jurisdiction') is not null as there`,
  );
  if (rows[0]?.there !== true) return;
  const { rows: held } = await client.query('select from luoshi.jurisdiction limit 1');
  if (held.length === 0) return;
  throw new PersistenceError(
    'RESTORE_NOT_EMPTY',
    '目标数据库中已有数据，不会覆盖。请恢复到空的数据库：换一个 --data 目录，或另建数据库。',
  );
}

/** COPY, one table after the other; a table's stream stays open from piece to piece. */
class TableWriter {
  readonly #client: pg.Client;
  #table: string | null = null;
  #stream: CopyStreamQuery | null = null;
  #failure: Promise<never> = NEVER;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  /** Columns that are not those of the backup would take its rows wrongly or not at all. */
  async refuseStrange({ tables }: BackupHeader): Promise<void> {
    for (const { name, columns } of tables) {
      const { rows } = await this.#client.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = to_regclass('luoshi.' || quote_ident($1))
           and attnum > 0 and not attisdropped`,
        [name],
      );
      const known = new Set(rows.map((row) => row.name));
      const strange = columns.filter((column) => !known.has(column));
      if (strange.length > 0)
        throw new PersistenceError('RESTORE_REFUSED', `数据库中的表 ${name} 没有 ${strange.join('、')} 列。`);
    }
  }

  async write({ name, columns }: BackupHeader['tables'][number], piece: Buffer): Promise<void> {
    if (this.#table !== name) {
      await this.end();
      const list = columns.map((column) => this.#client.escapeIdentifier(column)).join(', ');
      this.#stream = this.#client.query(
        copyFrom(`copy luoshi.${this.#client.escapeIdentifier(name)} (${list}) from stdin`),
      );
      this.#table = name;
      this.#failure = new Promise((_, reject) => this.#stream?.once('error', reject));
      // It is awaited with the writing; an error between two pieces is met at the next.
      this.#failure.catch(() => undefined);
    }
    if (this.#stream?.write(piece) === false)
      await Promise.race([once(this.#stream, 'drain'), this.#failure]);
  }

  async end(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) return;
    this.#stream = null;
    stream.end();
    await Promise.race([once(stream, 'finish'), this.#failure]);
  }
}

const NEVER = new Promise<never>(() => undefined);
