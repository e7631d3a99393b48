import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore, objectKey, type ObjectStore } from '#evidence';
import { asOwner, createTestDatabase, insertDistrict, Story, type TestDatabase } from '#testing';
import { ArchiveError, exportArchive, importArchive, verifyArchive } from './index.js';

const X = Buffer.from('x');
const X_HASH = createHash('sha256').update(X).digest('hex');

let from: TestDatabase;
let to: TestDatabase;
let folder: string;
let stores: { from: ObjectStore; to: ObjectStore };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-it-'));
  [from, to] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  stores = { from: folderStore(join(folder, 'store-from')), to: folderStore(join(folder, 'store-to')) };
  await asOwner(from.ownerUrl, (owner) => insertDistrict(owner, '990001'));
  await stores.from.put(objectKey('990001', X_HASH), X, 'application/pdf');
});
afterAll(async () => {
  await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true, force: true })]);
});
const at = (name: string): string => join(folder, name);

describe('an archive', () => {
  it('of every table goes out, in elsewhere, and out again byte for byte', async () => {
    await exportArchive({
      database: from.database,
      store: stores.from,
      jurisdictionId: '990001',
      to: at('a.tar'),
    });
    const imported = await importArchive({
      database: to.database,
      store: stores.to,
      path: at('a.tar'),
      brokenTrail: true,
    });
    await exportArchive({
      database: to.database,
      store: stores.to,
      jurisdictionId: '990001',
      to: at('b.tar'),
    });
    expect((await readFile(at('b.tar'))).equals(await readFile(at('a.tar')))).toBe(true);
    console.log(JSON.stringify(imported.trail), imported);
  });
});
void Story;
void ArchiveError;
void verifyArchive;
