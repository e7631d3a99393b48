import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asOwner, createTestDatabase, insertDistrict, type District, type TestDatabase } from '#testing';
import { eventHash, GENESIS_HASH, json, verifyChains, type ChainLine, type ChainReport } from './index.js';

const LENGTH = 5;
let db: TestDatabase;
let district: District;
let hashes: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  district = await asOwner(db.ownerUrl, (owner) => insertDistrict(owner, '430811'));
});
afterAll(() => db.drop());

/** A whole chain of five events on one task, and two on one reporting line. */
beforeEach(async () => {
  await tamper('delete from event');
  await tamper(`update task set version = 0, head_hash = '${GENESIS_HASH}'`);
  await tamper(`update obligation set version = 0, head_hash = '${GENESIS_HASH}'`);
  await append('reportingLine', district.reportingLine, 2);
  hashes = await append('task', district.tasks.shared, LENGTH);
});

async function append(
  subjectKind: 'task' | 'reportingLine',
  subjectId: string,
  length: number,
): Promise<string[]> {
  const written: string[] = [];
  await db.database.transaction({ jurisdictionId: district.id }, async (tx) => {
    for (let seq = 1; seq <= length; seq += 1) {
      const line = lineOf(subjectKind, subjectId, seq);
      const prevHash = written.at(-1) ?? GENESIS_HASH;
      const hash = eventHash(prevHash, line);
      await tx.execute(
        `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id,
           idempotency_key, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          line.jurisdictionId,
          subjectKind,
          subjectId,
          seq,
          line.type,
          json(line.payload),
          line.at,
          line.actorId,
          line.unitId,
          line.idempotencyKey,
          prevHash,
          hash,
        ],
      );
      written.push(hash);
    }
    const table = subjectKind === 'task' ? 'task' : 'reporting_line';
    await tx.execute(`update ${table} set version = $1, head_hash = $2 where id = $3`, [
      length,
      written.at(-1),
      subjectId,
    ]);
  });
  return written;
}

function lineOf(subjectKind: 'task' | 'reportingLine', subjectId: string, seq: number): ChainLine {
  return {
    jurisdictionId: district.id,
    subjectKind,
    subjectId,
    seq,
    type: `E${seq}`,
    payload: { b: seq / 10, a: { 中: [null, '文', true] } },
    at: `2024-04-12T09:30:00.00${seq}Z`,
    actorId: district.persons.education,
    unitId: seq % 2 === 0 ? district.units.education : null,
    idempotencyKey: `key-${seq}`,
  };
}

/** As somebody could who owns the database: past privileges, policies and triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi; alter table event disable trigger all');
    for (const sql of statements) await owner.query(sql);
    await owner.query('alter table event enable trigger all');
  });
}

const verify = (): Promise<ChainReport> =>
  db.database.transaction({ jurisdictionId: district.id }, (tx) => verifyChains(tx), {
    readOnly: true,
    isolation: 'repeatable read',
  });

const fault = async (): Promise<unknown> => {
  const { broken } = await verify();
  return broken.map(({ subjectKind, subjectId, seq, tampering }) => {
    expect({ subjectKind, subjectId }).toEqual({ subjectKind: 'task', subjectId: district.tasks.shared });
    return { seq, tampering };
  });
};

const ofTask = (): string => `subject_kind = 'task' and subject_id = '${district.tasks.shared}'`;

describe('verifying the trail', () => {
  it('finds whole chains whole, and says how much it looked at', async () => {
    await expect(verify()).resolves.toEqual({ checked: LENGTH + 2, subjects: 2, broken: [] });
  });

  it.each([
    ['payload', `payload = '{"b": 0.3}'`],
    ['type', `type = 'OTHER'`],
    ['instant', `at = at + interval '1 ms'`],
    ['actor', 'actor_id = null'],
    ['unit', 'unit_id = gen_random_uuid()'],
    ['idempotency key', `idempotency_key = 'other'`],
    ['hash', `hash = repeat('0', 64)`],
  ])('names the event whose %s was changed', async (_what, change) => {
    await tamper(`update event set ${change} where ${ofTask()} and seq = 3`);
    await expect(fault()).resolves.toEqual([{ seq: 3, tampering: 'changed' }]);
  });

  it('names the event that was changed together with its hash', async () => {
    const forged = eventHash(hashes[1] ?? '', { ...lineOf('task', district.tasks.shared, 3), payload: {} });
    await tamper(`update event set payload = '{}', hash = '${forged}' where ${ofTask()} and seq = 3`);
    await expect(fault()).resolves.toEqual([{ seq: 3, tampering: 'changed' }]);
  });

  it.each([
    ['the first', 1],
    ['one in the middle', 3],
    ['the last', LENGTH],
  ])('names the place where %s was removed', async (_which, seq) => {
    await tamper(`delete from event where ${ofTask()} and seq = ${seq}`);
    await expect(fault()).resolves.toEqual([{ seq, tampering: 'removed' }]);
  });

  it('names the place of an event that was removed with the gap closed', async () => {
    await tamper(
      `delete from event where ${ofTask()} and seq = 3`,
      `update event set seq = seq - 1 where ${ofTask()} and seq = 4`,
      `update event set seq = seq - 1 where ${ofTask()} and seq = 5`,
    );
    await expect(fault()).resolves.toEqual([{ seq: 3, tampering: 'removed' }]);
  });

  it('finds a subject of which every event was removed', async () => {
    await tamper(`delete from event where ${ofTask()}`);
    await expect(fault()).resolves.toEqual([{ seq: 1, tampering: 'removed' }]);
  });

  const insertAt = (seq: number, prevHash: string, hash: string): string => `
    insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash, hash)
    values ('${district.id}', 'task', '${district.tasks.shared}', ${seq}, 'FORGED', '{}', '2024-04-12T09:30:00Z',
      'forged', '${prevHash}', '${hash}')`;
  const forgedHash = (seq: number, prevHash: string): string =>
    eventHash(prevHash, {
      ...lineOf('task', district.tasks.shared, seq),
      type: 'FORGED',
      payload: {},
      at: '2024-04-12T09:30:00Z',
      actorId: null,
      unitId: null,
      idempotencyKey: 'forged',
    });

  it('names an event that was appended behind the subject’s back', async () => {
    const prev = hashes.at(-1) ?? '';
    await tamper(insertAt(LENGTH + 1, prev, forgedHash(LENGTH + 1, prev)));
    await expect(fault()).resolves.toEqual([{ seq: LENGTH + 1, tampering: 'inserted' }]);
  });

  it('names an event that was put in between, with a hash that fits', async () => {
    const prev = hashes[1] ?? '';
    await tamper(
      ...[5, 4, 3].map((seq) => `update event set seq = ${seq + 1} where ${ofTask()} and seq = ${seq}`),
      insertAt(3, prev, forgedHash(3, prev)),
    );
    await expect(fault()).resolves.toEqual([{ seq: 3, tampering: 'inserted' }]);
  });

  it('names the first of two events that changed places', async () => {
    await tamper(
      `update event set seq = 99 where ${ofTask()} and seq = 2`,
      `update event set seq = 2 where ${ofTask()} and seq = 4`,
      `update event set seq = 4 where ${ofTask()} and seq = 99`,
    );
    await expect(fault()).resolves.toEqual([{ seq: 2, tampering: 'reordered' }]);
  });

  it('finds a chain that was written anew from some event on, by what the subject remembers', async () => {
    const prev = hashes[3] ?? '';
    const forged = eventHash(prev, { ...lineOf('task', district.tasks.shared, LENGTH), payload: {} });
    await tamper(`update event set payload = '{}', hash = '${forged}' where ${ofTask()} and seq = ${LENGTH}`);
    await expect(fault()).resolves.toEqual([{ seq: LENGTH, tampering: 'headMismatch' }]);
  });

  it('finds a subject whose own row was set back', async () => {
    await tamper(
      `update task set version = 3, head_hash = '${hashes[2] ?? ''}' where id = '${district.tasks.shared}'`,
    );
    await expect(fault()).resolves.toEqual([{ seq: 4, tampering: 'inserted' }]);
  });

  it('finds events of a subject that does not exist', async () => {
    await tamper(`update event set subject_id = '00000000-0000-4000-8000-000000000001' where ${ofTask()}`);
    const { broken } = await verify();
    expect(broken.map(({ tampering, seq }) => ({ tampering, seq }))).toEqual([
      { tampering: 'changed', seq: 1 },
      { tampering: 'removed', seq: 1 },
    ]);
  });

  it('reads more events than fit into a page', async () => {
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(`insert into luoshi.event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at,
        idempotency_key, prev_hash, hash) select '${district.id}', 'task', '${district.tasks.education}', n, 'X', '{}',
        now(), n::text, '', '' from generate_series(1, 12000) n`),
    );
    const report = await verify();
    expect(report).toMatchObject({ checked: LENGTH + 2 + 12_000, subjects: 3 });
    expect(report.broken).toHaveLength(1);
  });
});
