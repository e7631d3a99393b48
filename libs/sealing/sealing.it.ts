import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendTrailLines,
  eventHash,
  GENESIS_HASH,
  json,
  SYSTEM_CHAIN,
  type ChainLine,
  type NewTrailLine,
} from '#persistence';
import { asOwner, createTestDatabase, insertDistrict, type District, type TestDatabase } from '#testing';
import {
  newSealKey,
  proveConsistency,
  proveEvent,
  sealJurisdiction,
  sealKey,
  TrailFileError,
  trailLines,
  trailOfFile,
  trailOfRecord,
  verifyConsistency,
  verifyEventProof,
  verifyTrail,
  type ConsistencyProof,
  type EventProof,
  type Seal,
  type SealKey,
  type TrailExpectations,
  type TrailReport,
} from './index.js';
import { merkleRoot } from './merkle.js';
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
    'delete from trail_personal',
    'delete from trail_line',
    'delete from trail_chain',
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
  // A file has no personal parts.
  expect(await verifyFile(await fileOf(), expected)).toEqual({ ...report, personal: null });
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

const APPEND_ONLY = ['event', 'seal', 'seal_leaf', 'trail_chain', 'trail_line', 'trail_personal'];

/** As somebody could who owns the database: past privileges, policies and triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    for (const table of APPEND_ONLY) await owner.query(`alter table ${table} disable trigger all`);
    for (const sql of statements) await owner.query(sql);
    for (const table of APPEND_ONLY) await owner.query(`alter table ${table} enable trigger all`);
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
      actors: 0,
      lines: 0,
      personal: null,
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

describe('the chain of one who acts', () => {
  const actor = (): string => district.persons.education;
  const act = (count: number, says = 'phone'): Promise<void> =>
    db.database.transaction({ jurisdictionId: district.id }, (tx) =>
      appendTrailLines(
        tx,
        Array.from({ length: count }, (): NewTrailLine => line(says)),
      ),
    );
  const line = (says: string): NewTrailLine => ({
    chainId: actor(),
    kind: 'read',
    action: 'looked',
    at: now(),
    actorId: actor(),
    onBehalfOf: null,
    via: 'page',
    sessionId: null,
    tokenId: null,
    unitId: district.units.education,
    targetKind: 'route',
    targetId: 'peopleContacts',
    personIds: [district.persons.transport],
    details: { fields: [says], count: 1 },
    address: '10.1.2.3',
    agent: 'Firefox',
    before: null,
    after: { name: '张三', phone: '13800000000' },
  });
  /** Five lines in one seal, one that no seal knows yet. */
  beforeEach(async () => {
    await act(5);
    await seal();
    await act(1);
  });
  const ofActor = (seq: number, tampering: string) => [
    { jurisdictionId: district.id, subjectKind: 'actor', subjectId: actor(), seq, tampering },
  ];
  const lines = `trail_line where chain_id = '${'$actor'}'`;
  const sql = (text: string): string => text.replaceAll('$actor', actor());
  const headAt = (seq: number): string =>
    sql(`update trail_chain c set version = ${String(seq)}, head_hash = l.hash from trail_line l
      where c.id = '$actor' and l.chain_id = c.id and l.seq = ${String(seq)}`);

  it('holds, is sealed like the others, and its end after the seal is said to be unsealed', async () => {
    expect(await told()).toMatchObject({
      broken: [],
      actors: 1,
      lines: 6,
      personal: { held: 6, erased: 0, recorded: 0 },
      unsealed: 1,
      seals: { count: 3, faults: [] },
    });
  });

  it('cannot be changed by the application, which may only take its personal parts away', async () => {
    for (const statement of [`update ${lines.replace('where', 'set seq = 9 where')}`, `delete from ${lines}`])
      await expect(
        db.database.transaction({ jurisdictionId: district.id }, (tx) => tx.execute(sql(statement))),
      ).rejects.toThrow(/permission denied/);
    await expect(
      asOwner(db.ownerUrl, (owner) => owner.query(`update luoshi.trail_personal set address = 'x'`)),
    ).rejects.toThrow('cannot be changed');
    await expect(
      asOwner(db.ownerUrl, (owner) => owner.query('delete from luoshi.trail_chain')),
    ).rejects.toThrow();
  });

  it.each([
    ['changed', 2, [`update trail_line set details = '{"fields":[]}' where chain_id = '$actor' and seq = 2`]],
    ['removed', 3, [`delete from trail_line where chain_id = '$actor' and seq = 3`]],
    [
      'reordered',
      2,
      [
        `update trail_line set seq = 100 where chain_id = '$actor' and seq = 2`,
        `update trail_line set seq = 2 where chain_id = '$actor' and seq = 3`,
        `update trail_line set seq = 3 where chain_id = '$actor' and seq = 100`,
      ],
    ],
    [
      'changed',
      7,
      [
        `insert into trail_line select jurisdiction_id, chain_id, 7, kind, action, at, actor_id, on_behalf_of, via, session_id,
           token_id, unit_id, target_kind, target_id, person_ids, details, commitment, hash, md5('x') || md5('y')
         from trail_line where chain_id = '$actor' and seq = 6`,
      ],
    ],
    ['changed', 4, [`update trail_personal set address = '10.9.9.9' where chain_id = '$actor' and seq = 4`]],
    [
      'changed',
      4,
      [`update trail_personal set after = '{"name":"李四"}' where chain_id = '$actor' and seq = 4`],
    ],
  ])('names what was %s, at line %i', async (tampering, seq, statements) => {
    await tamper('delete from trail_personal where seq <> 4', ...statements.map(sql));
    expect((await verify()).broken).toEqual(ofActor(seq, tampering));
  });

  it('names the first line that is gone where its sealed end was cut off, with the head made to fit', async () => {
    await tamper('delete from trail_personal', sql(`delete from ${lines} and seq > 3`), headAt(3));
    expect((await told()).broken).toEqual(ofActor(4, 'removed'));
    await tamper(sql(`delete from ${lines}`), sql(`delete from trail_chain where id = '$actor'`));
    expect((await told()).broken).toEqual(ofActor(1, 'removed'));
  });

  it('names the first line that no seal vouches for where all of it was written anew without the key', async () => {
    await tamper('delete from trail_personal', sql(`delete from ${lines}`), sql(`delete from trail_chain`));
    await act(6, 'nothing');
    expect((await told()).broken).toEqual(ofActor(1, 'rewritten'));
  });

  it('looks whole where only its unsealed end was cut off, head and all: that is why seals are made often', async () => {
    await tamper(
      sql(`delete from trail_personal where seq = 6`),
      sql(`delete from ${lines} and seq = 6`),
      headAt(5),
    );
    expect(await told()).toMatchObject({ broken: [], unsealed: 0 });
  });

  it('holds after an erasure, which is counted against what the trail says was erased', async () => {
    await db.database.transaction({ jurisdictionId: district.id }, async (tx) => {
      const gone = await tx.execute('delete from trail_personal where seq <= 2');
      await appendTrailLines(tx, [
        {
          ...line(''),
          chainId: SYSTEM_CHAIN,
          kind: 'retention',
          action: 'expiredErased',
          details: { trailPersonal: gone },
        },
      ]);
    });
    expect(await told()).toMatchObject({ broken: [], personal: { erased: 2, recorded: 2 } });
    await tamper('delete from trail_personal where seq = 3');
    expect((await told()).personal).toMatchObject({ erased: 3, recorded: 2 });
  });
});

describe('a proof that needs no record', () => {
  const read = <T>(work: (tx: Parameters<typeof proveEvent>[0]) => Promise<T>): Promise<T> =>
    db.database.transaction({ jurisdictionId: district.id }, work, { readOnly: true });
  const prove = (seq: number): Promise<EventProof | null> =>
    read((tx) => proveEvent(tx, district.id, { kind: 'task', id: district.tasks.shared, seq }));
  const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const must = <T>(value: T | null | undefined): T => {
    if (value === null || value === undefined) throw new Error('it is there');
    return value;
  };

  it('shows that an event stands under a seal, whoever knows the key', async () => {
    for (const seq of [1, 2, 3, 4, 5]) {
      const proof = carried(must(await prove(seq)));
      expect(proof.seal.number).toBe(seq <= 3 ? 1 : 2);
      expect(verifyEventProof(proof, { keys: [key.publicKey], published: [proof.seal] })).toEqual([]);
    }
    expect(await prove(6)).toBeNull();
    expect(await prove(99)).toBeNull();
  });

  it('is refused once anything in it is another: event, place, way, seal, key', async () => {
    const proof = must(await prove(2));
    const [first, ...rest] = proof.links;
    if (first === undefined || 'kind' in first) throw new Error('it is of a task');
    expect(
      verifyEventProof({ ...proof, links: [{ ...first, payload: { says: 'otherwise' } }, ...rest] }),
    ).toEqual(['linkBroken']);
    expect(verifyEventProof({ ...proof, links: proof.links.slice(0, 1) })).toEqual(['notUnderRoot']);
    expect(verifyEventProof({ ...proof, id: district.tasks.education })).toEqual([
      'linkBroken',
      'notUnderRoot',
    ]);
    const elsewhere = { ...proof.leaf, index: 1 - proof.leaf.index };
    expect(verifyEventProof({ ...proof, leaf: elsewhere })).toEqual(['notUnderRoot']);
    expect(verifyEventProof({ ...proof, leaf: { ...proof.leaf, path: [] } })).toEqual(['notUnderRoot']);
    expect(verifyEventProof({ ...proof, seal: { ...proof.seal, sealedAt: now() } })).toEqual(['sealChanged']);
    const other = sealKey(newSealKey()).publicKey;
    expect(verifyEventProof(proof, { keys: [other] })).toEqual(['keyForeign']);
    const second = must((await read((tx) => trailOfRecord(tx, district.id).seals()))[1]);
    expect(verifyEventProof(proof, { published: [second] })).toEqual(['notPublished']);
  });

  it('shows that each seal is the past of every later one, and is refused for another past', async () => {
    for (let n = 0; n < 3; n += 1) {
      await append('task', district.tasks.shared, 1);
      await seal();
    }
    const proofOf = (from: number, to: number): Promise<ConsistencyProof | null> =>
      read((tx) => proveConsistency(tx, district.id, { from, to }));
    for (let to = 2; to <= 5; to += 1)
      for (let from = 1; from < to; from += 1)
        expect(verifyConsistency(carried(must(await proofOf(from, to))), { keys: [key.publicKey] })).toEqual(
          [],
        );
    expect(await proofOf(3, 3)).toBeNull();
    expect(await proofOf(3, 9)).toBeNull();
    const proof = must(await proofOf(3, 5));
    const statement = { ...proof.from, sealedAt: now() };
    const forged: Seal = {
      ...statement,
      hash: statementHash(statement),
      signature: key.sign(statementText(statement)),
    };
    expect(verifyConsistency({ ...proof, from: forged })).toEqual(['notItsPast']);
    const rewritten = { ...proof.from, history: merkleRoot(['x', 'y']) };
    const withPast = {
      ...rewritten,
      hash: statementHash(rewritten),
      signature: key.sign(statementText(rewritten)),
    };
    expect(verifyConsistency({ ...proof, from: withPast })).toEqual(['notItsPast']);
    expect(verifyConsistency({ ...proof, consistency: [] })).toEqual(['notItsPast']);
  });

  it('is made of seals that were made before they said their past, too', async () => {
    const before = {
      ...must((await read((tx) => trailOfRecord(tx, district.id).seals()))[0]),
      history: null,
    };
    await tamper(
      `update seal set history = null, hash = '${statementHash(before)}', signature = '${key.sign(statementText(before))}'
       where number = 1`,
      'delete from seal_leaf where number = 2',
      'delete from seal where number = 2',
    );
    await seal();
    expect(await told()).toMatchObject({ broken: [], seals: { count: 2, faults: [] } });
    const proof = must(await read((tx) => proveConsistency(tx, district.id, { from: 1, to: 2 })));
    expect(proof.consistency).toBeNull();
    expect(verifyConsistency(carried(proof))).toEqual([]);
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
