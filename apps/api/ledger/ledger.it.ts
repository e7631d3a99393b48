import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LedgerUpload } from '#contract';
import { writeWorkbook } from '#documents';
import { ledgerOf } from '#engine';
import { createTestDatabase, EditedWorkbook, GOOD, manualClock, type TestDatabase } from '#testing';
import type { LedgerWriter } from '../api-dependencies.js';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

inCi('a workbook that is uploaded', () => {
  const clock = manualClock('2024-04-12T01:00:00.000Z');
  let db: TestDatabase;
  let api: ApiUnderTest;
  beforeAll(async () => {
    db = await createTestDatabase();
    const made: { api?: ApiUnderTest } = {};
    const ledger: LedgerWriter = (wanted) =>
      made.api === undefined ? Promise.resolve(null) : ledgerOf(made.api.engine.context, wanted);
    api = made.api = await startApi(db.database, clock, { more: { ledger } });
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

  test('files its good rows, says of the others what is wrong, and never overwrites what was filed meanwhile', async () => {
    const tasks = [await underWay(api, '整治隐患'), await underWay(api, '清理沟渠')];
    clock.set('2024-04-19T01:00:00.000Z');
    await api.engine.sweep(JURISDICTION);
    const farming = await api.as('farming');
    const sittings = (await farming.get('/api/v1/sittings')).body['items'] as {
      id: string;
      period: string;
    }[];
    const sitting = sittings.find(({ period }) => period === '2024-04 中旬');
    const path = `/api/v1/plans/${PLAN.id}/ledgers/${encodeURIComponent('2024-04 中旬')}.xlsx`;
    const asked = await farming.raw('GET', `${path}?unit=${UNITS.farming.id}`);
    expect(asked.status).toBe(200);
    const taken = new Uint8Array(await asked.arrayBuffer());
    const filled = async (rows: Record<string, string | number>[]): Promise<Uint8Array> => {
      const book = await EditedWorkbook.open(taken);
      for (const [at, row] of rows.entries()) book.fill(book.codes()[at] ?? '', row);
      return book.bytes();
    };
    const send = async (way: string, key: string, bytes: Uint8Array): Promise<LedgerUpload> => {
      const query = `?sitting=${String(sitting?.id)}`;
      const answer = await farming.sendBytes(`/api/v1/ledgers/${way}${query}`, bytes, {
        'Idempotency-Key': key,
      });
      expect([way, answer.status]).toEqual([way, 200]);
      return answer.body as unknown as LedgerUpload;
    };
    const outcomes = ({ rows }: LedgerUpload): string[] => rows.map(({ outcome }) => outcome);

    const first = await filled([GOOD, { '本期进度（%）': '过半', 本期进展: '清理三处' }]);
    const tried = await send('check', 'try', first);
    expect([tried.dryRun, outcomes(tried)]).toEqual([true, ['file', 'error']]);
    expect(tried.rows[1]?.faults[0]?.message).toContain('过半');
    const progress = async (): Promise<unknown[]> =>
      Promise.all(tasks.map(async (id) => (await farming.get(`/api/v1/tasks/${id}`)).body['progress']));
    expect(await progress()).toEqual([0, 0]);

    const filed = await send('filing', 'file', first);
    expect([filed.dryRun, outcomes(filed)]).toEqual([false, ['filed', 'error']]);
    expect(await progress()).toEqual([45, 0]);
    // Sent again by a browser that heard nothing: the same answer, no second report.
    expect(await send('filing', 'file', first)).toEqual(filed);

    const other = { '本期进度（%）': 60, 本期进展: '另一种说法' };
    const second = await send('filing', 'other', await filled([other, { ...GOOD, '本期进度（%）': 30 }]));
    expect(outcomes(second)).toEqual(['conflict', 'filed']);
    expect(second.sittings).toMatchObject([{ stillOwed: 0 }]);
    expect(await progress()).toEqual([45, 30]);
  }, 120_000);
});

/** A task of the farming office that it has signed for. */
async function underWay(api: ApiUnderTest, title: string): Promise<string> {
  const [hq, farming] = [await api.as('hq'), await api.as('farming')];
  const made = await hq.change('/api/v1/tasks', {
    ...{ planId: PLAN.id, actionCode: 'A1', source: 'instruction', ref: '指挥长4月12日批示' },
    ...{ title, text: `${title}，年底前完成。`, leadUnitIds: [UNITS.farming.id], dispatch: true },
  });
  const id = String(made.body['taskId']);
  const version = Number((await farming.get(`/api/v1/tasks/${id}`)).body['version']);
  const signed = await farming.change(`/api/v1/tasks/${id}/actions/sign`, {}, { ifMatch: version });
  expect(signed.status).toBe(200);
  return id;
}
