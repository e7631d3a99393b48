import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeWorkbook } from '#documents';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf } from '../testing/browser.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

inCi('a workbook that is uploaded', () => {
  let db: TestDatabase;
  let api: ApiUnderTest;
  beforeAll(async () => {
    db = await createTestDatabase();
    api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await db.drop();
  });

  test('is looked at only from who files reports, and only if it is one of ours', async () => {
    const [farming, hq] = [await api.as('farming'), await api.as('hq')];
    const key = (name: string): Record<string, string> => ({ 'Idempotency-Key': name });
    const path = '/api/v1/ledgers/check';
    const bytes = await writeWorkbook([
      { name: '填报', title: '填报', columns: [{ header: '本期进展', width: 9 }], rows: [['完成']] },
    ]);
    expect(problemOf(await hq.sendBytes(path, bytes, key('a')))).toMatchObject({ code: 'NotPermitted' });
    const refused = await farming.sendBytes(path, bytes, key('b'));
    expect([refused.status, problemOf(refused)]).toMatchObject([422, { code: 'LedgerNotTaken' }]);
    const csv = await farming.sendBytes('/api/v1/ledgers/filing', Buffer.from('任务,进度'), key('c'));
    expect(problemOf(csv)).toMatchObject({ code: 'DOCUMENT_KIND_UNKNOWN' });
  }, 120_000);
});
