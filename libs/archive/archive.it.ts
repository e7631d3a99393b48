import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore, objectKey, type ObjectStore } from '#evidence';
import { asOwner, createTestDatabase, insertDistrict, type TestDatabase } from '#testing';
import { ArchiveError, exportArchive, importArchive, verifyArchive } from './index.js';
import { catalogueOf } from './rows/catalogue.js';
import { fieldsPage } from './tables/fields-page.js';
import { CARRIED_TABLES, LEFT_OUT_TABLES } from './tables/index.js';
import { filesUnder, gzipped, rewritten, tarOf } from './testing/remade-archive.js';

const HERE = '990001';
const X = Buffer.from('x');
const X_HASH = createHash('sha256').update(X).digest('hex');

// Twenty ways to spoil an archive take seconds: where a push can wait for them.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write(
    'libs/archive/archive.it.ts: spoilt archives are skipped, they run in CI (LUOSHI_VERIFY=ci)\n',
  );

let from: TestDatabase;
let to: TestDatabase;
let folder: string;
let stores: { from: ObjectStore; to: ObjectStore };
const at = (name: string): string => join(folder, name);
const exported = (name: string, db = from, store = stores.from): Promise<unknown> =>
  exportArchive({ database: db.database, store, jurisdictionId: HERE, to: at(name) });
const imported = (path: string, more: { brokenTrail?: boolean; asRoot?: boolean } = {}): Promise<unknown> =>
  importArchive({ database: to.database, store: stores.to, path, brokenTrail: true, ...more });

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ArchiveError) return error.code;
    throw error;
  }
  return 'none';
}

const jurisdictionsIn = (db: TestDatabase): Promise<string[]> =>
  asOwner(db.ownerUrl, async (owner) =>
    (await owner.query<{ id: string }>('select id from luoshi.jurisdiction order by id')).rows.map(
      ({ id }) => id,
    ),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-it-'));
  [from, to] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  stores = { from: folderStore(at('store-from')), to: folderStore(at('store-to')) };
  await asOwner(from.ownerUrl, async (owner) => {
    await insertDistrict(owner, HERE);
    // What is hard to write down: quotes, ends of lines, other planes, JSON's own null, a number that no double holds.
    await owner.query('update unit set name = $1, aliases = $2 where code = $3', [
      '行一\n行二\t"引\\号"\u{20000}',
      '["\\u0001"]',
      'jtj',
    ]);
    await owner.query(`update indicator set upper = 12345678901234567890.12345678901234567890`);
    await owner.query(
      `update letter set body = '请办理 https://luoshi.example/l/abcdefghijklmnopqrstuvwxyz012345'`,
    );
    // Another one in the same database, of which nothing may come along.
    await insertDistrict(owner, '990002');
  });
  await stores.from.put(objectKey(HERE, X_HASH), X, 'application/pdf');
  await exported('whole');
});
afterAll(async () => {
  await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true, force: true })]);
});

describe('what goes into an archive', () => {
  it('has been decided for every table and every column of the schema', async () => {
    const tables = await asOwner(from.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r' order by 1`,
      );
      return rows.map(({ name }) => name);
    });
    expect([...CARRIED_TABLES.keys(), ...Object.keys(LEFT_OUT_TABLES)].sort()).toEqual(tables);
    const catalogue = await from.database.transaction({ jurisdictionId: HERE }, catalogueOf);
    expect(catalogue.map(({ name }) => name).sort()).toEqual([...CARRIED_TABLES.keys()].sort());
  });

  it('is told field by field in docs/archive-fields.md', async () => {
    const page = fieldsPage(await from.database.transaction({ jurisdictionId: HERE }, catalogueOf));
    const path = new URL('../../docs/archive-fields.md', import.meta.url);
    if (process.env['UPDATE_DOCS'] !== undefined) await writeFile(path, page);
    expect(await readFile(path, 'utf8')).toBe(page);
  });

  it('is asked for where a migration brings a table or a column that nobody has decided about', async () => {
    const catalogue = (): Promise<unknown> => to.database.transaction({ jurisdictionId: HERE }, catalogueOf);
    await asOwner(to.ownerUrl, async (owner) => {
      await owner.query('create table luoshi.new_secret (jurisdiction_id text primary key)');
      await expect(catalogue()).rejects.toThrow('new_secret');
      await owner.query('drop table luoshi.new_secret; alter table luoshi.person add pin text');
      await expect(catalogue()).rejects.toThrow('person: undecided pin');
      await owner.query('alter table luoshi.person drop pin');
    });
  });

  it('is one jurisdiction’s, and no password, token, key or link of it', async () => {
    const text = (await Promise.all(await everyFile(at('whole')))).join('');
    expect(text).toContain('测试区990001');
    expect(text).not.toContain('990002');
    const secrets = [
      ...['hash', 'token', 'feed', 'link', 'key', 's'].map((kind) => `"${kind}-${HERE}`),
      '"sealed"',
      'abcdefghijklmnopqrstuvwxyz',
    ];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

async function everyFile(path: string): Promise<Promise<string>[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
}

inCi('an archive that somebody has been at', () => {
  const CASES: [string, (path: string) => Promise<string>][] = [
    [
      'a byte of a record',
      async (path) => {
        const copy = await rewritten(at('whole'), path, {});
        const file = join(copy, 'records/person.jsonl');
        await writeFile(file, (await readFile(file, 'utf8')).replace('甲', '丙'));
        return copy;
      },
    ],
    [
      'a byte of the manifest',
      async (path) => {
        const copy = await rewritten(at('whole'), path, {});
        const file = join(copy, 'manifest.json');
        await writeFile(file, (await readFile(file, 'utf8')).replace('county', 'County'));
        return copy;
      },
    ],
    [
      'a byte of the evidence',
      async (path) => {
        const copy = await rewritten(at('whole'), path, {});
        await writeFile(join(copy, 'evidence', X_HASH.slice(0, 2), X_HASH), 'y');
        return copy;
      },
    ],
    [
      'one file more',
      async (path) => {
        const copy = await rewritten(at('whole'), path, {});
        await writeFile(join(copy, 'records/more.jsonl'), '');
        return copy;
      },
    ],
    [
      'a link to a file outside',
      async (path) => {
        const copy = await rewritten(at('whole'), path, {});
        await rm(join(copy, 'records/unit.jsonl'));
        await symlink(join(at('whole'), 'records/unit.jsonl'), join(copy, 'records/unit.jsonl'));
        return copy;
      },
    ],
    [
      'another jurisdiction',
      (path) =>
        rewritten(at('whole'), path, { manifest: (manifest) => (manifest.jurisdiction.code = '990009') }),
    ],
    [
      'a name that leads out',
      (path) =>
        rewritten(at('whole'), path, {
          manifest: ({ files: [first] }) => first && (first.file = `documents/../../${X_HASH}`),
        }),
    ],
    [
      'a count',
      (path) =>
        rewritten(at('whole'), path, { manifest: ({ records: [first] }) => first && (first.rows += 1) }),
    ],
    [
      'a person whom a role refers to',
      (path) =>
        rewritten(at('whole'), path, { file: 'records/person.jsonl', lines: (lines) => lines.slice(1) }),
    ],
    [
      'a row twice',
      (path) =>
        rewritten(at('whole'), path, {
          file: 'records/unit.jsonl',
          lines: ([one = '', ...more]) => [one, one, ...more],
        }),
    ],
    [
      'the order of rows',
      (path) =>
        rewritten(at('whole'), path, { file: 'records/unit.jsonl', lines: (lines) => lines.reverse() }),
    ],
    [
      'a field that there is not',
      (path) =>
        rewritten(at('whole'), path, {
          file: 'records/unit.jsonl',
          lines: (lines) => lines.map((line) => line.replace('{', '{"a":1,')),
        }),
    ],
    [
      'a field twice',
      (path) =>
        rewritten(at('whole'), path, {
          file: 'records/unit.jsonl',
          lines: (lines) => lines.map((line) => line.replace('{', '{"code":"x",')),
        }),
    ],
    [
      'a line nested without end',
      (path) =>
        rewritten(at('whole'), path, {
          file: 'records/unit.jsonl',
          lines: () => [`{"aliases":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
        }),
    ],
    [
      'a table that is there twice',
      (path) =>
        rewritten(at('whole'), path, { manifest: ({ records }) => records[0] && records.push(records[0]) }),
    ],
    ['a tar that climbs out', (path) => tarOf(`${path}.tar.gz`, [{ name: '../../evil', content: X }])],
    [
      'a tar with a link',
      (path) =>
        tarOf(`${path}.tar.gz`, [{ name: 'manifest.sha256', type: 'symlink', linkname: '/etc/passwd' }]),
    ],
    ['a tar with a folder', (path) => tarOf(`${path}.tar.gz`, [{ name: 'records/', type: 'directory' }])],
    [
      'a tar with a long name in a header of its own',
      (path) => tarOf(`${path}.tar.gz`, [{ name: `${'a/'.repeat(200)}b` }]),
    ],
    [
      'nothing in it',
      async (path) => {
        await writeFile(path, '');
        return path;
      },
    ],
    [
      'something else',
      async (path) => {
        await writeFile(path, 'not an archive');
        return path;
      },
    ],
    [
      'zeros pressed together',
      async (path) => {
        await writeFile(`${path}.zeros`, '');
        await truncate(`${path}.zeros`, 20_000_000);
        await gzipped(`${path}.zeros`, path);
        return path;
      },
    ],
  ];

  it.each(CASES)('(%s) is refused before anything is written', async (name, make) => {
    const path = await make(at(`case-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`));
    expect(await refusal(verifyArchive(path))).toBe('ARCHIVE_DAMAGED');
    expect(await refusal(imported(path))).toBe('ARCHIVE_DAMAGED');
    expect(await jurisdictionsIn(to)).toEqual([]);
    for await (const key of stores.to.keys()) throw new Error(`${key} was kept`);
  });

  it('by claiming to be larger than it can be is refused as well', async () => {
    const path = await rewritten(at('whole'), at('huge'), {
      manifest: ({ records }) => records[0] && (records[0].bytes = 2 ** 45),
    });
    const entry = async (name: string): Promise<{ name: string; content: Buffer }> => ({
      name,
      content: await readFile(join(path, name)),
    });
    const tar = await tarOf(at('huge.tar.gz'), [
      await entry('manifest.sha256'),
      await entry('manifest.json'),
    ]);
    expect(await refusal(imported(tar))).toBe('ARCHIVE_TOO_LARGE');
  });
});

describe('a jurisdiction that moves', () => {
  it('is refused with a trail that does not hold, without the one above it, of another version', async () => {
    expect(await refusal(imported(at('whole'), { brokenTrail: false }))).toBe('ARCHIVE_TRAIL_BROKEN');
    const lower = await rewritten(at('whole'), at('lower'), {
      file: 'records/jurisdiction.jsonl',
      lines: (lines) =>
        lines.map((line) => line.replace('"shortPrefix"', '"parentId":"990000","shortPrefix"')),
      manifest: (manifest) => (manifest.jurisdiction.parent = '990000'),
    });
    expect(await refusal(imported(lower))).toBe('ARCHIVE_PARENT_MISSING');
    const other = await rewritten(at('whole'), at('other'), {
      manifest: (manifest) => (manifest.schema = 'Older/1'),
    });
    expect(await refusal(imported(other))).toBe('ARCHIVE_OTHER_VERSION');
    expect(await jurisdictionsIn(to)).toEqual([]);
  });

  it('with a row in every table goes in elsewhere, and comes out again byte for byte', async () => {
    await exported('whole.tar');
    await imported(at('whole.tar'));
    await exported('again.tar', to, stores.to);
    expect((await readFile(at('again.tar'))).equals(await readFile(at('whole.tar')))).toBe(true);
    const held = await asOwner(to.ownerUrl, async (owner) => {
      const names = Object.keys(LEFT_OUT_TABLES).filter((name) => name !== 'schema_migration');
      const counts = names.map((name) => `select count(*)::int as n from luoshi.${name}`).join(' union all ');
      return (await owner.query<{ n: number }>(counts)).rows.map(({ n }) => n);
    });
    expect(new Set(held)).toEqual(new Set([0]));
  });

  it('is refused where it is already, or where its people’s usernames are taken', async () => {
    expect(await refusal(imported(at('whole')))).toBe('ARCHIVE_ALREADY_THERE');
    const renamed = await rewritten(at('whole'), at('renamed'), {
      file: 'records/jurisdiction.jsonl',
      lines: (lines) => lines.map((line) => line.replace('"id":"990001"', '"id":"990003"')),
      manifest: (manifest) => (manifest.jurisdiction.code = '990003'),
    });
    expect(await refusal(imported(renamed))).toBe('ARCHIVE_USERNAME_TAKEN');
    expect(await jurisdictionsIn(to)).toEqual([HERE]);
  });

  it('is not written at all where a piece of its evidence is gone', async () => {
    await stores.from.remove(objectKey(HERE, X_HASH));
    expect(await refusal(exported('gone.tar'))).toBe('ARCHIVE_FILE_MISSING');
    expect((await readdir(folder)).filter((name) => name.startsWith('gone'))).toEqual([]);
    await stores.from.put(objectKey(HERE, X_HASH), X, 'application/pdf');
  });
});

inCi('a jurisdiction whose superior is not here', () => {
  it('comes in without it where that is said, and differs in nothing else', async () => {
    const lower = await rewritten(at('whole'), at('rootless'), {
      file: 'records/jurisdiction.jsonl',
      lines: (lines) =>
        lines.map((line) => line.replace('"shortPrefix"', '"parentId":"990000","shortPrefix"')),
      manifest: (manifest) => (manifest.jurisdiction.parent = '990000'),
    });
    const elsewhere = await createTestDatabase();
    try {
      const { database } = elsewhere;
      await importArchive({ database, store: stores.to, path: lower, brokenTrail: true, asRoot: true });
      await exportArchive({ database, store: stores.to, jurisdictionId: HERE, to: at('root') });
      const [was, is] = await Promise.all([filesUnder(lower), filesUnder(at('root'))]);
      const others = Object.keys(was).filter((name) => was[name] !== is[name]);
      expect(others.sort()).toEqual(['manifest.json', 'manifest.sha256', 'records/jurisdiction.jsonl']);
    } finally {
      await elsewhere.drop();
    }
  });
});
