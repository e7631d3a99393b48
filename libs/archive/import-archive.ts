import { objectKey, type ObjectStore } from '#evidence';
import type { Database, Transaction } from '#persistence';
import { ArchiveError, damaged } from './archive-error.js';
import { documentFile, recordsFile, type ArchiveSummary } from './archive-format.js';
import { fittingTables, refuseTaken } from './import/refuse-unfit.js';
import { insertRows } from './import/insert-rows.js';
import { openArchive, type OpenedArchive } from './reading/open-archive.js';
import { readRecords } from './reading/read-records.js';
import type { CarriedTable } from './rows/catalogue.js';
import { checked, type VerifiedArchive, type VerifyArchiveOptions } from './verify-archive.js';

/** Where an import can be cut off by a test. */
export type ImportFaultPoint = 'evidenceKept' | 'rowsHalfWritten' | 'beforeCommit';

export interface ImportArchiveOptions extends VerifyArchiveOptions {
  database: Database;
  store: ObjectStore;
  path: string;
  /** Also where chains or seals do not hold; default: such an archive is refused. */
  brokenTrail?: boolean;
  /** Where the jurisdiction above it is not in this system: without one; default: such an archive is refused. */
  asRoot?: boolean;
  /** In the transaction of the import: the place to put it on the trail. */
  within?: (tx: Transaction, summary: ArchiveSummary) => Promise<void>;
  fault?: (point: ImportFaultPoint) => Promise<void> | void;
}

export interface ImportedArchive extends VerifiedArchive {
  /** What has to be set anew: numbers of accounts, channels and subscriptions. */
  anew: { accounts: number; channels: number; webhooks: number };
}

/**
 * Takes an archive into a system that has no such jurisdiction. Everything is checked before anything is written; then the evidence is
 * kept, and all rows go in in one transaction: where it is cut off, no row is there, and files that are there already
 * are the same ones when it is done again. Written as the application, bound to the archive's jurisdiction: row-level security lets
 * it write nowhere else.
 *
 * @throws ArchiveError
 */
export async function importArchive(options: ImportArchiveOptions): Promise<ImportedArchive> {
  const { database, store, path, brokenTrail = false, onProgress = () => undefined } = options;
  const { within = () => Promise.resolve(), fault = () => undefined, asRoot = false } = options;
  const archive = await openArchive(path, options);
  try {
    const { code: jurisdictionId } = archive.manifest.jurisdiction;
    const fits = async (tx: Transaction): Promise<void> => {
      await fittingTables(tx, archive.manifest);
      await refuseTaken(tx, archive, asRoot);
    };
    // At once, so that nobody waits for an answer that was clear from the beginning.
    await database.transaction({ jurisdictionId }, fits, { readOnly: true });
    const verified = await checked(archive, options);
    if (!brokenTrail) refuseBroken(verified);
    onProgress('存放佐证材料');
    await keepEvidence(archive, store, jurisdictionId);
    await fault('evidenceKept');
    onProgress('写入记录');
    await database.transaction({ jurisdictionId }, async (tx) => {
      const tables = await fittingTables(tx, archive.manifest);
      await refuseTaken(tx, archive, asRoot);
      for (const [index, table] of tables.entries()) {
        const entry = archive.manifest.records[index];
        if (entry === undefined) continue;
        const rootless = asRoot && table.name === 'jurisdiction';
        await insertRows(tx, archive, entry, rootless ? without(table, 'parent_id') : table, (sha256) =>
          documentOf(archive, sha256),
        );
        // Its place in the tree is looked at. What triggers note down from here on comes along with the rows.
        if (table.name === 'jurisdiction') await tx.execute(`set local luoshi.restoring = 'on'`);
        if (table.name === 'event') await fault('rowsHalfWritten');
      }
      await tx.execute(`set local luoshi.restoring = 'off'`);
      await within(tx, verified);
      await fault('beforeCommit');
    });
    return { ...verified, anew: anewOf(archive) };
  } catch (error) {
    throw asRefused(error);
  } finally {
    await archive.close();
  }
}

const without = (table: CarriedTable, column: string): CarriedTable => ({
  ...table,
  columns: table.columns.filter(({ name }) => name !== column),
});

function refuseBroken({ trail }: VerifiedArchive): void {
  const { broken, seals, personal } = trail;
  const [what] = [
    ...broken.map(({ subjectKind, subjectId, seq }) => `${subjectKind} ${subjectId} 第 ${String(seq)} 条`),
    ...seals.faults.map(({ number }) => `第 ${String(number)} 次封存`),
    // Personal parts that are gone and of which no erasure tells.
    ...(personal !== null && personal.erased > personal.recorded ? ['个人信息'] : []),
  ];
  if (what === undefined) return;
  throw new ArchiveError(
    'ARCHIVE_TRAIL_BROKEN',
    `档案中的留痕不完好（首处：${what}）。请用 npx luoshi archive verify 查看；确要照原样导入，加 --broken-trail。什么也没有写入。`,
  );
}

async function keepEvidence(
  archive: OpenedArchive,
  store: ObjectStore,
  jurisdictionId: string,
): Promise<void> {
  const entry = archive.manifest.records.find(({ file }) => file === recordsFile('evidence'));
  if (entry === undefined) return;
  const types = new Map<string, string>();
  for await (const row of readRecords(archive, entry))
    types.set(String(row['sha256']), String(row['mediaType']));
  for await (const { entry: file, bytes } of archive.evidence())
    await store.put(
      objectKey(jurisdictionId, file.sha256),
      bytes,
      types.get(file.sha256) ?? 'application/octet-stream',
    );
}

async function documentOf(archive: OpenedArchive, sha256: string): Promise<Buffer> {
  const entry = archive.manifest.files.find(({ file }) => file === documentFile(sha256));
  if (entry === undefined) throw damaged(`缺少 ${documentFile(sha256)}`);
  const parts: Buffer[] = [];
  for await (const part of archive.open(entry)) parts.push(part);
  return Buffer.concat(parts);
}

function anewOf({ manifest }: OpenedArchive): ImportedArchive['anew'] {
  const rows = (table: string): number =>
    manifest.records.find(({ file }) => file === recordsFile(table))?.rows ?? 0;
  return { accounts: rows('person'), channels: rows('channel'), webhooks: rows('webhook_subscription') };
}

/** What the database would not take. Others’ errors as they are. */
function asRefused(error: unknown): unknown {
  const { code = '', severity, message } = error as { code?: string; severity?: string; message: string };
  // Of its classes those that speak of the data: what is wrong with the server is told as such.
  if (severity === undefined || !/^(?:22|23|42501|P0001|LS)/u.test(code)) return error;
  return new ArchiveError('ARCHIVE_REFUSED', `数据库拒绝了档案中的数据：${message}。已全部撤回。`, {
    cause: error,
  });
}
