import { rmSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IDEMPOTENCY_HEADER, type EvidenceFileList, type EvidenceFileView } from '#contract';
import { createEngine, eraseEvidence } from '#engine';
import { folderStore, objectKey, StoreUnavailable } from '#evidence';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from '../testing/browser.js';
import { JURISDICTION, TASKS } from '../testing/district.js';
import { personId, type Username } from '../testing/people.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'luoshi-evidence-'));
const store = folderStore(folder);
/** What the scanner says of the next file. */
let virus: string | null | Error = null;

let db: TestDatabase;
let api: ApiUnderTest;
let [farming, forestry, supervisor, hq, admin, auditor] = [] as Browser[] as [
  Browser,
  Browser,
  Browser,
  Browser,
  Browser,
  Browser,
];
beforeAll(async () => {
  db = await createTestDatabase();
  const scanner = {
    scan: () => (virus instanceof Error ? Promise.reject(virus) : Promise.resolve(virus)),
  };
  api = await startApi(db.database, clock, { more: { files: { store, scanner }, log: silent } });
  [farming, forestry, supervisor, hq, admin, auditor] = await Promise.all([
    api.as('farming'),
    api.as('forestry'),
    api.as('supervisor'),
    api.as('hq'),
    api.as('admin'),
    api.as('auditor'),
  ]);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const silent = { info: () => undefined, error: () => undefined };
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
let keys = 0;
const handIn = (
  by: Browser,
  taskId: string,
  {
    name = '批复.pdf',
    bytes = PDF,
    key = `hand-in-${(keys += 1)}`,
    more = {},
  }: { name?: string; bytes?: Buffer; key?: string; more?: Record<string, string> } = {},
): Promise<Answer> =>
  by.sendBytes(
    `/api/v1/tasks/${taskId}/evidence?${new URLSearchParams({ name, ...more }).toString()}`,
    bytes,
    {
      [IDEMPOTENCY_HEADER]: key,
    },
  );
const seenBy = async (by: Browser, taskId: string): Promise<string[]> => {
  const { items } = (await by.get(`/api/v1/tasks/${taskId}/evidence`)).body as EvidenceFileList;
  return items.map(({ name }) => name).sort();
};
const shared = TASKS['A1-02'].id;

describe('evidence of a task', () => {
  let own: EvidenceFileView;

  test('is handed in by the unit, and comes back byte for byte with headers that let nothing of it run', async () => {
    const added = await handIn(forestry, shared, { more: { note: '县自然资源局批复' } });
    expect(added.status).toBe(201);
    own = added.body as EvidenceFileView;
    expect(own).toMatchObject({
      name: '批复.pdf',
      mediaType: 'application/pdf',
      kindLabel: 'PDF',
      size: PDF.length,
      scanned: true,
      note: '县自然资源局批复',
      unit: { name: '区林业局' },
      addedBy: { name: 'forestry同志' },
      withdrawn: null,
      mayWithdraw: true,
    });
    const served = await forestry.raw('GET', `/api/v1/evidence/${own.id}/content`);
    expect(Buffer.from(await served.arrayBuffer()).equals(PDF)).toBe(true);
    expect(served.headers.get('content-type')).toBe('application/pdf');
    expect(served.headers.get('content-disposition')).toBe(
      `attachment; filename="evidence.pdf"; filename*=UTF-8''%E6%89%B9%E5%A4%8D.pdf`,
    );
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('sent twice under one key is handed in once; the same file under another name is kept once', async () => {
    const [first, again] = [
      await handIn(forestry, shared, { key: 'twice' }),
      await handIn(forestry, shared, { key: 'twice' }),
    ];
    expect(again.body).toEqual(first.body);
    const other = (await handIn(forestry, shared, { name: '副本.pdf' })).body as EvidenceFileView;
    expect(other.sha256).toBe(own.sha256);
    const kept: string[] = [];
    for await (const key of store.keys()) kept.push(key);
    expect(kept).toEqual([objectKey(JURISDICTION, own.sha256)]);
  });

  test('of a unit is seen by that unit and the offices; of an office, by the offices alone', async () => {
    await handIn(supervisor, shared, { name: '督查笔录.txt', bytes: Buffer.from('现场未开工') });
    await handIn(farming, shared, { name: '配合情况.csv', bytes: Buffer.from('事项,进度\n') });
    expect(await seenBy(forestry, shared)).toEqual(['副本.pdf', '批复.pdf', '批复.pdf']);
    expect(await seenBy(farming, shared)).toEqual(['配合情况.csv']);
    expect(await seenBy(hq, shared)).toHaveLength(5);
    expect(await seenBy(auditor, shared)).toHaveLength(5);
    expect(await seenBy(admin, shared)).toEqual([]);
    for (const by of [farming, admin])
      expect(problemOf(await by.get(`/api/v1/evidence/${own.id}/content`)).code).toBe('NotFound');
  });

  test('is handed in for no task that is none of the person’s, and by nobody who only reads', async () => {
    expect(problemOf(await handIn(farming, TASKS['A1-03'].id)).code).toBe('NotFound');
    expect(problemOf(await handIn(auditor, shared)).code).toBe('NotPermitted');
    expect(problemOf(await handIn(admin, shared)).code).toBe('NotPermitted');
    expect(problemOf(await handIn(forestry, shared, { more: { obligation: own.id } })).code).toBe(
      'SubjectNotFound',
    );
  });

  test.each([
    ['照片.png', PDF, 422, 'EvidenceKindDiffers'],
    ['../批复.pdf', PDF, 422, 'EvidenceNameInvalid'],
    ['程序.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0]), 422, 'EvidenceKindUnknown'],
    ['空.pdf', Buffer.alloc(0), 422, 'EvidenceEmpty'],
    ['大.pdf', Buffer.alloc(21 * 1024 * 1024, 'x'), 413, 'DOCUMENT_TOO_LARGE'],
  ])('called %s is refused for what it is, and nothing is kept', async (name, bytes, status, code) => {
    const before = await seenBy(hq, shared);
    expect(problemOf(await handIn(forestry, shared, { name, bytes }))).toEqual({ status, code });
    expect(await seenBy(hq, shared)).toEqual(before);
  });

  test('with a virus, or which no scanner could look at, is not kept', async () => {
    const bytes = Buffer.from('只此一份');
    virus = 'Eicar-Test-Signature';
    expect(problemOf(await handIn(forestry, shared, { name: '毒.txt', bytes })).code).toBe(
      'EvidenceInfected',
    );
    virus = new StoreUnavailable('clamd is away');
    expect(problemOf(await handIn(forestry, shared, { name: '毒.txt', bytes }))).toEqual({
      status: 503,
      code: 'FilesUnavailable',
    });
    virus = null;
    expect(await seenBy(hq, shared)).not.toContain('毒.txt');
  });

  test('is taken back by whoever it was handed in for, with a reason, once, and kept for the offices', async () => {
    const path = `/api/v1/evidence/${own.id}/withdrawal`;
    expect(problemOf(await hq.change(path, { reason: '传错了' })).code).toBe('NotPermitted');
    expect(problemOf(await farming.change(path, { reason: '传错了' })).code).toBe('NotFound');
    const taken = await forestry.change(path, { reason: '传错了文件' });
    expect(taken.body).toMatchObject({
      withdrawn: { by: 'forestry同志', reason: '传错了文件' },
      mayWithdraw: false,
    });
    expect(problemOf(await forestry.change(path, { reason: '再撤一次' })).code).toBe('EvidenceWithdrawn');
    expect(problemOf(await forestry.get(`/api/v1/evidence/${own.id}/content`)).code).toBe('NotFound');
    expect((await hq.raw('GET', `/api/v1/evidence/${own.id}/content`)).status).toBe(200);
  });

  test('stands on the trail with its hash, beside the chain with its name, and cannot be changed in the record', async () => {
    const lines = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ action: string; details: { sha256: string; evidenceId: string } }>(
        `select action, details from trail_line where kind = 'evidence' and details->>'evidenceId' = $1 order by seq`,
        [own.id],
      ),
    );
    expect(lines.map(({ action, details }) => [action, details.sha256])).toEqual([
      ['evidenceAdded', own.sha256],
      ['evidenceWithdrawn', own.sha256],
    ]);
    await expect(
      db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
        tx.execute(`update evidence set sha256 = repeat('0', 64) where id = $1`, [own.id]),
      ),
    ).rejects.toThrow(/is not changed/u);
  });

  test('whose file is gone from the store is said to be away, and nothing else suffers', async () => {
    const added = (await handIn(forestry, shared, { name: '丢失.txt', bytes: Buffer.from('丢失') }))
      .body as EvidenceFileView;
    const [district, group, name] = objectKey(JURISDICTION, added.sha256).split('/') as [
      string,
      string,
      string,
    ];
    await rm(join(folder, district, group, name));
    expect(problemOf(await forestry.get(`/api/v1/evidence/${added.id}/content`))).toEqual({
      status: 503,
      code: 'FilesUnavailable',
    });
    expect(await seenBy(forestry, shared)).toContain('丢失.txt');
  });
});

test('what the law asks to be erased goes wherever it was handed in; its hash and the fact stay, and it does not come back', async () => {
  const bytes = Buffer.from('%PDF-1.7\n2 0 obj\n<<>>\nendobj\n%%EOF\n');
  const [one, other] = [
    await handIn(farming, TASKS['A1-01'].id, { bytes, name: '身份证.pdf' }),
    await handIn(forestry, TASKS['A1-03'].id, { bytes }),
  ].map(({ body }) => body as unknown as EvidenceFileView);
  const engine = createEngine({ database: db.database, clock });
  const erase = (askedBy: Username, confirmedBy: Username) =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      eraseEvidence(engine.context, tx, {
        evidenceId: String(one?.id),
        reason: '个人信息保护法第四十七条',
        askedBy: personId(askedBy),
        confirmedBy: personId(confirmedBy),
      }),
    );
  expect(await erase('supervisor', 'supervisor')).toBe('persons');
  expect(await erase('farming', 'auditor')).toBe('persons');
  expect(await erase('auditor', 'supervisor')).toBe('persons');
  expect(await erase('supervisor', 'auditor')).toMatchObject({ uses: 2 });
  expect(await erase('supervisor', 'auditor')).toBeNull();
  for (const [by, file] of [
    [hq, one],
    [hq, other],
  ] as const)
    expect((await by.get(`/api/v1/evidence/${String(file?.id)}/content`)).status).toBe(404);
  expect(await seenBy(farming, TASKS['A1-01'].id)).toContain('（已依法删除）');
  expect(problemOf(await handIn(farming, TASKS['A1-01'].id, { bytes })).code).toBe('NotPermitted');
  const lines = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.query(`select details ->> 'sha256' as sha from trail_line where action = 'evidenceErased'`),
  );
  expect(new Set(lines.map((line) => (line as { sha: string }).sha)).size).toBe(1);
  expect(lines).toHaveLength(2);
});
