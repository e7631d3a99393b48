import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventHash, GENESIS_HASH, json, type ChainLine } from '#persistence';
import { asOwner, createTestDatabase, insertDistrict, type District, type TestDatabase } from '#testing';
import {
  newSealKey,
  sealJurisdiction,
  sealKey,
  TrailFileError,
  trailLines,
  trailOfFile,
  trailOfRecord,
  verifyTrail,
  type Seal,
  type SealKey,
  type TrailExpectations,
  type TrailReport,
} from './index.js';
import { merkleRoot } from './merkle-root.js';
import { inOrder, statementHash, statementText, type SealLeaf } from './seal-statement.js';

const key = sealKey(newSealKey());
let clock = 0;
const now = (): string => new Date(Date.UTC(2024, 9, 11, 9, 30, (clock += 1))).toISOString();
let db: TestDatabase;
let district: District;

beforeAll(async () => {
  db = await createTestDatabase();
  district = await asOwner(db.ownerUrl, (owner) => insertDistrict(owner, '430811'));
});
afterAll(() => db.drop());

const chains = new Map<string, string[]>();

/** Five events of a task in two seals, two of a line in the first, one of each that no seal knows yet. */
beforeEach(async () => {
  chains.clear();
  await tamper(
    'delete from seal_leaf',
    'delete from seal',
    'delete from event',
    `update task set version = 0, head_hash = '${GENESIS_HASH}'`,
    `update obligation set version = 0, head_hash = '${GENESIS_HASH}'`,
    `update reporting_line set version = 0, head_hash = '${GENESIS_HASH}'`,
  );
  await append('task', district.tasks.shared, 3);
  await append('reportingLine', district.reportingLine, 2);
  await seal();
  await append('task', district.tasks.shared, 2);
  await seal();
  await append('task', district.tasks.shared, 1);
  await append('reportingLine', district.reportingLine, 1);
});

const seal = (by: SealKey = key, atMost?: number): Promise<Seal[]> =>
  sealJurisdiction(db.database, district.id, by, now, atMost);

const verify = (expected?: TrailExpectations): Promise<TrailReport> =>
  db.database.transaction(
    { jurisdictionId: district.id },
    (tx) => verifyTrail(trailOfRecord(tx, district.id), expected),
    { isolation: 'repeatable read', readOnly: true },
  );

const fileOf = (): Promise<string[]> =>
  db.database.transaction(
    { jurisdictionId: district.id },
    async (tx) => {
      const lines: string[] = [];
      for await (const line of trailLines(trailOfRecord(tx, district.id), '2024-10-12T00:00:00.000Z'))
        lines.push(line.slice(0, -1));
      return lines;
    },
    { isolation: 'repeatable read', readOnly: true },
  );

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

const verifyFile = async (lines: readonly string[], expected?: TrailExpectations): Promise<TrailReport> =>
  verifyTrail(await trailOfFile(each(lines)), expected);

/** The same is said of the record and of a file of it. */
async function told(expected?: TrailExpectations): Promise<TrailReport> {
  const report = await verify(expected);
  expect(await verifyFile(await fileOf(), expected)).toEqual(report);
  return report;
}

const ofTask = (seq: number, tampering: string) => [
  { jurisdictionId: district.id, subjectKind: 'task', subjectId: district.tasks.shared, seq, tampering },
];

async function append(
  subjectKind: 'task' | 'reportingLine',
  subjectId: string,
  count: number,
  says = 'as it was',
): Promise<void> {
  const written = chains.get(subjectId) ?? [];
  chains.set(subjectId, written);
  await asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    for (let n = 0; n < count; n += 1) {
      const seq = written.length + 1;
      const prevHash = written.at(-1) ?? GENESIS_HASH;
      const line: ChainLine = {
        jurisdictionId: district.id,
        subjectKind,
        subjectId,
        seq,
        type: `E${String(seq)}`,
        payload: { says },
        at: `2024-04-12T09:30:00.00${String(seq)}Z`,
        actorId: null,
        unitId: null,
        idempotencyKey: `key-${String(seq)}`,
      };
      const hash = eventHash(prevHash, line);
      await owner.query(
        `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          line.jurisdictionId,
          subjectKind,
          subjectId,
          seq,
          line.type,
          json(line.payload),
          line.at,
          line.idempotencyKey,
          prevHash,
          hash,
        ],
      );
      written.push(hash);
    }
    const table = subjectKind === 'task' ? 'task' : 'reporting_line';
    await owner.query(`update ${table} set version = $1, head_hash = $2 where id = $3`, [
      written.length,
      written.at(-1),
      subjectId,
    ]);
  });
}

/** As somebody could who owns the database: past privileges, policies and triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    for (const table of ['event', 'seal', 'seal_leaf'])
      await owner.query(`alter table ${table} disable trigger all`);
    for (const sql of statements) await owner.query(sql);
    for (const table of ['event', 'seal', 'seal_leaf'])
      await owner.query(`alter table ${table} enable trigger all`);
  });
}

const events = (): string => `event where subject_id = '${district.tasks.shared}'`;
/** What the task remembers is made to fit. */
const headTo = (seq: number): string =>
  `update task t set version = ${String(seq)}, head_hash = e.hash from event e
   where t.id = '${district.tasks.shared}' and e.subject_id = t.id and e.seq = ${String(seq)}`;

describe('a trail that nobody has touched', () => {
  it('holds; what came after the last seal is said to be unsealed', async () => {
    expect(await told({ keys: [key.publicKey] })).toEqual({
      jurisdictionId: district.id,
      subjects: 2,
      checked: 9,
      broken: [],
      seals: { count: 2, until: expect.any(String), keys: [key.publicKey], faults: [] },
      unsealed: 2,
    });
  });

  it('is sealed no further where nothing has grown', async () => {
    expect(await seal()).toHaveLength(1);
    expect(await seal()).toEqual([]);
    expect(await told()).toMatchObject({ unsealed: 0, seals: { count: 3, faults: [] } });
  });

  it('is sealed by many at once without a gap and without a chain sealed twice', async () => {
    await Promise.all([seal(), seal(), seal(), seal()]);
    expect(await told()).toMatchObject({ unsealed: 0, broken: [], seals: { count: 3, faults: [] } });
  });

  it('with more chains than a seal takes is put under several', async () => {
    expect(await seal(key, 1)).toHaveLength(2);
    expect(await told()).toMatchObject({ unsealed: 0, seals: { count: 4, faults: [] } });
  });

  it('cannot be unsealed by the application: seals are written and never changed', async () => {
    await expect(
      db.database.transaction({ jurisdictionId: district.id }, (tx) => tx.execute('delete from seal')),
    ).rejects.toThrow();
    await expect(
      asOwner(db.ownerUrl, (owner) => owner.query('update luoshi.seal_leaf set seq = 9')),
    ).rejects.toThrow('cannot be changed');
  });
});

describe('a trail that was tampered with', () => {
  it('by changing an event, names it', async () => {
    await tamper(
      `update ${events().replace('where', `set payload = '{"says":"otherwise"}' where`)} and seq = 2`,
    );
    expect((await told()).broken).toEqual(ofTask(2, 'changed'));
  });

  it('by removing an event, names the place', async () => {
    await tamper(`delete from ${events()} and seq = 4`);
    expect((await told()).broken).toEqual(ofTask(4, 'removed'));
  });

  it('by inserting an event, names it', async () => {
    await tamper(
      `insert into event select jurisdiction_id, subject_kind, subject_id, 7, type, payload, at, actor_id, unit_id,
         'slipped in', hash, md5('x') || md5('y') from ${events()} and seq = 6`,
    );
    expect((await told()).broken).toEqual(ofTask(7, 'changed'));
  });

  it('by changing the order, names the first that stands elsewhere', async () => {
    await tamper(
      `update ${events().replace('where', 'set seq = 100 where')} and seq = 2`,
      `update ${events().replace('where', 'set seq = 2 where')} and seq = 3`,
      `update ${events().replace('where', 'set seq = 3 where')} and seq = 100`,
    );
    expect((await told()).broken).toMatchObject(ofTask(2, 'reordered'));
  });

  it('by cutting off its sealed end, with what the task remembers made to fit, names the first that is gone', async () => {
    await tamper(`delete from ${events()} and seq > 4`, headTo(4));
    expect((await told()).broken).toEqual(ofTask(5, 'removed'));
  });

  it('by removing the whole of it, subject and all, is missed by its seals', async () => {
    await tamper(
      `delete from ${events()}`,
      `update task set version = 0 where id = '${district.tasks.shared}'`,
    );
    expect((await told()).broken).toEqual(ofTask(1, 'removed'));
  });

  it('by writing the whole chain anew without the key, names the first event that no seal vouches for', async () => {
    await tamper(`delete from ${events()} and seq > 3`);
    const chain = chains.get(district.tasks.shared) ?? [];
    chain.length = 3;
    await append('task', district.tasks.shared, 3, 'something else');
    expect((await told()).broken).toEqual(ofTask(4, 'rewritten'));
  });

  it('by writing chain and leaves anew, breaks the root of their seal', async () => {
    await tamper(`delete from ${events()} and seq > 3`);
    const chain = chains.get(district.tasks.shared) ?? [];
    chain.length = 3;
    await append('task', district.tasks.shared, 3, 'something else');
    await tamper(`update seal_leaf set hash = '${chain[4] ?? ''}' where seq = 5`);
    const { broken, seals } = await told();
    expect(broken).toEqual([]);
    expect(seals.faults).toEqual([{ number: 2, fault: 'rootMismatch' }]);
  });

  it('by writing chain, leaves and seals anew with another key, is known by the key and by what was published', async () => {
    const published = await db.database.transaction({ jurisdictionId: district.id }, (tx) =>
      trailOfRecord(tx, district.id).seals(),
    );
    await tamper(`delete from ${events()} and seq > 3`);
    const chain = chains.get(district.tasks.shared) ?? [];
    chain.length = 3;
    await append('task', district.tasks.shared, 3, 'something else');
    const forger = sealKey(newSealKey());
    const leaf: SealLeaf = {
      subjectKind: 'task',
      subjectId: district.tasks.shared,
      seq: 5,
      hash: chain[4] ?? '',
    };
    const second = published[1];
    if (second === undefined) throw new Error('there are two seals');
    const statement = { ...second, root: merkleRoot(inOrder([leaf])) };
    await tamper(
      `update seal_leaf set hash = '${leaf.hash}' where seq = 5`,
      `update seal set root = '${statement.root}', hash = '${statementHash(statement)}', public_key = '${forger.publicKey}',
         signature = '${forger.sign(statementText(statement))}' where number = 2`,
    );
    expect((await told()).seals).toMatchObject({ keys: [key.publicKey, forger.publicKey], faults: [] });
    expect((await told({ keys: [key.publicKey] })).seals.faults).toEqual([{ number: 2, fault: 'foreign' }]);
    expect((await told({ published })).seals.faults).toEqual([{ number: 2, fault: 'notPublished' }]);
  });

  it.each([
    ['changed', `update seal set sealed_at = sealed_at - interval '1 day' where number = 2`, 2],
    ['missing', `delete from seal_leaf where number = 1; delete from seal where number = 1`, 1],
    ['rootMismatch', `delete from seal_leaf where number = 2`, 2],
  ])('in its seals themselves: %s', async (fault, sql, number) => {
    await tamper(...sql.split('; '));
    expect((await told()).seals.faults).toContainEqual({ number, fault });
  });

  it('by taking off its last seal is known by what was published, and else said to be unsealed from there', async () => {
    const published = await db.database.transaction({ jurisdictionId: district.id }, (tx) =>
      trailOfRecord(tx, district.id).seals(),
    );
    await tamper('delete from seal_leaf where number = 2', 'delete from seal where number = 2');
    expect(await told()).toMatchObject({ broken: [], unsealed: 4, seals: { faults: [] } });
    expect((await told({ published })).seals.faults).toEqual([{ number: 2, fault: 'notPublished' }]);
  });
});

describe('a file of a trail', () => {
  it('that is cut off, damaged or none is refused at the line where it begins to be so', async () => {
    const lines = await fileOf();
    await expect(verifyFile(lines.slice(0, -1))).rejects.toEqual(new TrailFileError(lines.length, 'cutOff'));
    await expect(verifyFile(lines.with(3, lines[3]?.slice(0, -9) ?? ''))).rejects.toEqual(
      new TrailFileError(4, 'damaged'),
    );
    await expect(verifyFile(lines.toSpliced(3, 1))).rejects.toMatchObject({ reason: 'damaged' });
    await expect(verifyFile(['{}'])).rejects.toEqual(new TrailFileError(1, 'notTrail'));
    await expect(verifyFile([])).rejects.toEqual(new TrailFileError(1, 'notTrail'));
  });
});
