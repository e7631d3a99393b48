import type { Transaction } from '#persistence';
import { ArchiveError, damaged } from '../archive-error.js';
import { recordsFile, type ArchiveManifest } from '../archive-format.js';
import type { OpenedArchive } from '../reading/open-archive.js';
import { readRecords } from '../reading/read-records.js';
import { catalogueOf, type CarriedTable } from '../rows/catalogue.js';
import { schemaOf } from '../rows/schema-of.js';
import { shapeOf } from '../rows/write-records.js';

/** The tables of this database, where they are those that the archive was made of. @throws ArchiveError */
export async function fittingTables(tx: Transaction, manifest: ArchiveManifest): Promise<CarriedTable[]> {
  const here = await schemaOf(tx);
  if (manifest.schema !== here)
    throw new ArchiveError(
      'ARCHIVE_OTHER_VERSION',
      `档案是另一版本写出的（结构 ${manifest.schema}，本系统 ${here}）。请用写出它的版本导入到空的数据库，再升级。`,
    );
  const catalogue = await catalogueOf(tx);
  const expected = catalogue.map((table) => ({ file: recordsFile(table.name), ...shapeOf(table) }));
  const found = manifest.records.map(({ file, fields, key, references }) => ({
    file,
    fields,
    key,
    references,
  }));
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw damaged('清单中的表或字段与本版本不符');
  return catalogue;
}

/** @throws ArchiveError ARCHIVE_ALREADY_THERE, ARCHIVE_PARENT_MISSING, ARCHIVE_USERNAME_TAKEN */
export async function refuseTaken(tx: Transaction, archive: OpenedArchive, asRoot: boolean): Promise<void> {
  const { code, name, parent } = archive.manifest.jurisdiction;
  const there = await tx.query<{ id: string }>('select id from luoshi.all_jurisdictions()');
  const known = new Set(there.map(({ id }) => id));
  if (known.has(code))
    throw new ArchiveError(
      'ARCHIVE_ALREADY_THERE',
      `本系统中已有辖区 ${code}（${name}），不会覆盖。请导入到没有它的系统。什么也没有写入。`,
    );
  if (parent !== null && !asRoot && !known.has(parent))
    throw new ArchiveError(
      'ARCHIVE_PARENT_MISSING',
      `本系统中没有上级辖区 ${parent}。请先导入上级，再导入 ${code}；不需要上级的，加 --as-root。什么也没有写入。`,
    );
  const entry = archive.manifest.records.find(({ file }) => file === recordsFile('person'));
  if (entry === undefined) return;
  let names: string[] = [];
  const look = async (): Promise<void> => {
    const taken = await tx.query<{ username: string }>(
      `select u as username from unnest($1::text[]) u
       where exists (select from luoshi.person_of_username(u)) order by u limit 5`,
      [names],
    );
    names = [];
    if (taken.length > 0)
      throw new ArchiveError(
        'ARCHIVE_USERNAME_TAKEN',
        `用户名在本系统中已被别的辖区使用：${taken.map(({ username }) => username).join('、')}。请先改掉其中一方。什么也没有写入。`,
      );
  };
  for await (const row of readRecords(archive, entry)) {
    names.push(String(row['username']));
    if (names.length >= 1_000) await look();
  }
  await look();
}
