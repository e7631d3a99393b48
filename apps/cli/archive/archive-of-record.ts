import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  exportArchive,
  importArchive,
  verifyArchive,
  type ArchiveSummary,
  type ImportedArchive,
  type VerifiedArchive,
} from '#archive';
import { BY_COMMAND, leavesAtMachine, recordConfigurationChange } from '#engine';
import { openObjectStore, type ObjectStore } from '#evidence';
import { systemClock } from '#persistence';
import { readSealsFile } from '../audit/read-seals-file.js';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';

export interface ExportOptions {
  data?: string;
  jurisdiction?: string;
  to: string;
  stamp?: boolean;
}

/** @throws CliError FILE_EXISTS, NOT_LOADED; ArchiveError */
export async function exportOfRecord(options: ExportOptions): Promise<ArchiveSummary & { to: string }> {
  const to = resolve(options.to);
  if (await isThere(to))
    throw new CliError('FILE_EXISTS', `${to} 已存在，不会覆盖。请换一个名称，或先移走它。`);
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    const { database } = engine.context;
    const summary = await withStore(options, (store) =>
      exportArchive({
        database,
        store,
        jurisdictionId,
        to,
        ...(options.stamp === true ? { exportedAt: systemClock.now() } : {}),
        leaving: ({ sha256, rows, files }) =>
          leavesAtMachine(database, jurisdictionId, 'archive export', {
            action: 'archiveExported',
            details: { sha256, rows, files },
            after: { to },
          }),
      }),
    );
    return { ...summary, to };
  });
}

export interface ImportOptions {
  data?: string;
  asRoot?: boolean;
  brokenTrail?: boolean;
}

/** @throws ArchiveError */
export function importIntoRecord(file: string, options: ImportOptions): Promise<ImportedArchive> {
  return withRecord(options, (engine) =>
    withStore(options, (store) =>
      importArchive({
        database: engine.context.database,
        store,
        path: file,
        asRoot: options.asRoot === true,
        brokenTrail: options.brokenTrail === true,
        within: (tx, { sha256, rows, files }) =>
          recordConfigurationChange(tx, BY_COMMAND, {
            action: 'archiveImported',
            at: systemClock.now(),
            target: { kind: 'command', id: 'archive import' },
            details: { command: 'archive import', sha256, rows, files },
            after: { file: resolve(file) },
          }),
        onProgress: progress,
      }),
    ),
  );
}

/** Without a record. @throws ArchiveError, CliError FILE_UNREADABLE, FILE_INVALID */
export async function verifyFile(
  file: string,
  { key = [], seals }: { key?: readonly string[]; seals?: string },
): Promise<VerifiedArchive> {
  const published = seals === undefined ? [] : await readSealsFile(seals);
  return verifyArchive(file, { keys: key, published });
}

async function withStore<T>(given: { data?: string }, work: (store: ObjectStore) => Promise<T>): Promise<T> {
  const store = await openObjectStore(withOptions(readEnvironment().config, given));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
