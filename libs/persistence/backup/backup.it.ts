import { hash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  asOwner,
  createEmptyDatabase,
  createTestDatabase,
  insertDistrict,
  Story,
  type EmptyDatabase,
  type TestDatabase,
} from '#testing';
import { MIGRATION_NAMES } from '../migrations.js';
import {
  openDatabase,
  PersistenceError,
  readBackup,
  restoreBackup,
  verifyChains,
  writeBackup,
  type KeptFiles,
  type NamedFile,
} from '../index.js';

const AT = '2024-10-01T00:00:00.000Z';

async function backupOf(ownerUrl: string): Promise<Buffer> {
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  await writeBackup(ownerUrl, out, AT);
  return Buffer.concat(parts);
}

/** Every row of every table, in an order of its own; all but the numbers of transactions, which are the cluster’s. */
const contentsOf = (ownerUrl: string): Promise<Record<string, string[]>> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'
       and relname not in ('schema_migration', 'process_clock') order by relname`,
    );
    const contents: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(
        `select (to_jsonb(t) - 'recorded_xid')::text as row from luoshi.${name} t order by 1`,
      );
      contents[name] = rows.map(({ row }) => row);
    }
    return contents;
  });

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof PersistenceError) return error.code;
    throw error;
  }
  return 'none';
};

let db: TestDatabase;
let backup: Buffer;
const empties: EmptyDatabase[] = [];
const anEmptyDatabase = async (): Promise<string> => {
  const made = await createEmptyDatabase();
  empties.push(made);
  return made.ownerUrl;
};

beforeAll(async () => {
  db = await createTestDatabase();
  const story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.until('2024-10-08 17:40');
  // One row and more in every table, with everything that COPY has to escape.
  await asOwner(db.ownerUrl, async (owner) => {
    await insertDistrict(owner, '990001');
    await owner.query('update luoshi.unit set name = $1 where code = $2', [
      '行一\n行二\t制表\\反斜线\\.',
      'jtj',
    ]);
  });
  backup = await backupOf(db.ownerUrl);
});
afterAll(async () => {
  await Promise.all(empties.map((made) => made.drop()));
  await db.drop();
});

describe('a backup', () => {
  it('restores every row of every table, byte for byte, with a trail that holds', async () => {
    const ownerUrl = await anEmptyDatabase();
    const restored = await restoreBackup(ownerUrl, Readable.from([backup]));
    const before = await contentsOf(db.ownerUrl);
    expect(await contentsOf(ownerUrl)).toEqual(before);
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    expect(restored.rows).toBe(Object.values(before).reduce((sum, rows) => sum + rows.length, 0));
    expect(restored.migrated).toEqual([]);
    const held = await asOwner(db.ownerUrl, (owner) =>
      verifyChains({
        query: async <T extends object>(sql: string, params?: readonly unknown[]) =>
          (await owner.query(sql, params ? [...params] : undefined)).rows as T[],
        execute: () => Promise.resolve(0),
      }),
    );
    expect(restored.chains.subjects).toBe(held.subjects);
  });

  it('goes on working where it was restored', async () => {
    const ownerUrl = await anEmptyDatabase();
    await restoreBackup(ownerUrl, Readable.from([backup]));
    const database = await openDatabase({ ownerUrl });
    const rows = await database.transaction({ jurisdictionId: '990001' }, (tx) =>
      tx.query('select id from task'),
    );
    await database.close();
    expect(rows).toHaveLength(3);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const out = new PassThrough();
    const parts: Buffer[] = [];
    out.on('data', (part: Buffer) => parts.push(part));
    let wrote: Promise<unknown> | undefined;
    out.once('data', () => {
      // The snapshot is taken; this unit and its alias come after it.
      wrote = asOwner(db.ownerUrl, (owner) =>
        owner.query(
          `insert into luoshi.unit (jurisdiction_id, id, code, name, kind) values ('990001', gen_random_uuid(), 'late', '晚局', 'bureau')`,
        ),
      );
    });
    await writeBackup(db.ownerUrl, out, AT);
    await wrote;
    const ownerUrl = await anEmptyDatabase();
    await restoreBackup(ownerUrl, Readable.from(parts));
    const { unit } = await contentsOf(ownerUrl);
    expect(unit?.join()).not.toContain('晚局');
  });

  it('is checked without a database', async () => {
    const summary = await readBackup(Readable.from([backup]), {
      begin: () => Promise.resolve(),
      rows: () => Promise.resolve(),
    });
    expect(summary).toMatchObject({ takenAt: AT, tables: expect.any(Number) as number });
  });
});

/** A store in memory. */
function keptIn(files: Map<string, Buffer>, apart = false): KeptFiles {
  const keyOf = ({ jurisdictionId, sha256 }: NamedFile): string => `${jurisdictionId}/${sha256}`;
  return {
    place: 'somewhere',
    apart,
    get: (file) => {
      const bytes = files.get(keyOf(file));
      return Promise.resolve(
        bytes === undefined ? null : { size: bytes.length, content: Readable.from([bytes]) },
      );
    },
    put: (file, bytes) => Promise.resolve(void files.set(keyOf(file), bytes)),
  };
}

describe('evidence', () => {
  const FILE = `990001/${hash('sha256', 'x', 'hex')}`;
  const written = async (files: KeptFiles): Promise<Buffer> => {
    const out = new PassThrough();
    const parts: Buffer[] = [];
    out.on('data', (part: Buffer) => parts.push(part));
    await writeBackup(db.ownerUrl, out, AT, files);
    return Buffer.concat(parts);
  };

  it('in a folder goes along with its record, is there after the restore, and is refused where a byte is another', async () => {
    const whole = await written(keptIn(new Map([[FILE, Buffer.from('x')]])));
    const there = new Map<string, Buffer>();
    const restored = await restoreBackup(await anEmptyDatabase(), Readable.from([whole]), keptIn(there));
    expect(restored.evidence).toMatchObject({ named: 1, carried: 1, bytes: 1, missing: 0, apart: null });
    expect(restored.files).toEqual({ files: 1, missing: 0 });
    expect(there).toEqual(new Map([[FILE, Buffer.from('x')]]));
    const tar = gunzipSync(whole);
    tar.write('y', tar.indexOf(`evidence/${FILE}`) + 512);
    const read = readBackup(Readable.from([gzipSync(tar)]), {
      begin: () => Promise.resolve(),
      rows: () => Promise.resolve(),
    });
    expect(await refusal(read)).toBe('BACKUP_DAMAGED');
  });

  it('that is not there is counted, in the backup and after the restore; the rest is saved all the same', async () => {
    const whole = await written(keptIn(new Map([[FILE, Buffer.from('y')]])));
    const restored = await restoreBackup(await anEmptyDatabase(), Readable.from([whole]), keptIn(new Map()));
    expect(restored.evidence).toMatchObject({ named: 1, carried: 0, missing: 1 });
    expect(restored.files).toEqual({ files: 1, missing: 1 });
  });

  it('in a bucket is named, and not in the backup', async () => {
    const whole = await written(keptIn(new Map(), true));
    const bucket = keptIn(new Map([[FILE, Buffer.from('x')]]), true);
    const restored = await restoreBackup(await anEmptyDatabase(), Readable.from([whole]), bucket);
    expect(restored.evidence).toMatchObject({ named: 1, carried: 0, missing: 0, apart: 'somewhere' });
    expect(restored.files).toEqual({ files: 1, missing: 0 });
  });
});

describe('a backup that is not whole', () => {
  /** The tar inside, with something done to it. */
  const spoilt = (spoil: (tar: Buffer) => Buffer): Buffer => gzipSync(spoil(gunzipSync(backup)));
  const CASES: [string, () => Buffer][] = [
    ['is cut off', () => backup.subarray(0, backup.length - 200)],
    ['is cut off between two entries', () => spoilt((tar) => tar.subarray(0, tar.length - 1024 * 10))],
    [
      'has one byte of a row changed',
      () =>
        spoilt((tar) => {
          const at = tar.indexOf('测试区');
          const changed = Buffer.from(tar);
          changed.write('试', at);
          return changed;
        }),
    ],
    ['is something else', () => gzipSync('not a backup')],
    ['is no archive', () => Buffer.from('hello')],
    ['is empty', () => Buffer.alloc(0)],
  ];

  it.each(CASES)('because it %s is refused, and nothing of it stays', async (_, made) => {
    const ownerUrl = await anEmptyDatabase();
    expect(await refusal(restoreBackup(ownerUrl, Readable.from([made()])))).toBe('BACKUP_DAMAGED');
    const held = await asOwner(ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ there: boolean }>(
        `select to_regclass('luoshi.jurisdiction') is not null as there`,
      );
      return rows[0]?.there === true ? (await owner.query('select from luoshi.jurisdiction')).rowCount : 0;
    });
    expect(held).toBe(0);
  });
});

describe('restoring', () => {
  it('into a database with something in it is refused, and changes nothing', async () => {
    const before = await contentsOf(db.ownerUrl);
    expect(await refusal(restoreBackup(db.ownerUrl, Readable.from([backup])))).toBe('RESTORE_NOT_EMPTY');
    expect(await contentsOf(db.ownerUrl)).toEqual(before);
  });

  it('what a newer version wrote is refused', async () => {
    const [last = ''] = MIGRATION_NAMES.slice(-1);
    const tar = gunzipSync(backup);
    const newer = Buffer.from(tar);
    newer.write(last.replace(/^../u, 'Zz'), tar.indexOf(last));
    expect(await refusal(restoreBackup(await anEmptyDatabase(), Readable.from([gzipSync(newer)])))).toBe(
      'BACKUP_NEWER',
    );
  });

  it('what an older version wrote is followed by the migrations since', async () => {
    const [older = '', last = ''] = MIGRATION_NAMES.slice(-2);
    const ownerUrl = await anEmptyDatabase();
    const { migrate } = await import('../migrate.js');
    await migrate(ownerUrl, { upTo: older });
    await asOwner(ownerUrl, (owner) =>
      owner.query(`insert into luoshi.jurisdiction values ('1', null, '旧县', 'county', 'cn', $1)`, [AT]),
    );
    const restored = await restoreBackup(await anEmptyDatabase(), Readable.from([await backupOf(ownerUrl)]));
    expect(restored.migrated).toEqual([last]);
    expect(restored.rows).toBe(1);
  });
});
