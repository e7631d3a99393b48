import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitIdOf } from '#accountability';
import { titleOf, type DraftBody } from '#plan';
import { actor, createTestDatabase, SMALL_DISTRICT, type TestDatabase } from '#testing';
import { ReviewDesk } from './testing/review-desk.js';
import { bytesOf, placeOf, SMALL_DOCUMENT } from './testing/small-document.js';

const unit = (code: string): string => unitIdOf(SMALL_DISTRICT, code);
const task = ({ body }: { body: unknown }): DraftBody['task'] => (body as DraftBody).task;

describe('a plan in review', () => {
  let db: TestDatabase;
  let desk: ReviewDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = await ReviewDesk.open(db.database);
  });
  afterAll(() => db.drop());

  it('is read as it was uploaded, with its facts and what is to be settled', async () => {
    const { facts, drafts, findings, unmatched, review } = await desk.read();
    expect(review).toMatchObject({ state: 'open', version: 1 });
    expect(facts).toMatchObject({
      title: '示例区人民政府办公室关于印发《2025年便民服务提升行动方案》的通知',
      documentNumber: '示政办发〔2025〕3号',
      issuedOn: '2025-03-10',
      year: 2025,
    });
    expect(drafts.map(({ code, state }) => [code, state])).toEqual(
      ['A1-01', 'A1-02', 'A1-03', 'A1-04', 'A1-05'].map((code) => [code, 'proposed']),
    );
    expect(unmatched.map(({ printed }) => printed)).toEqual(['区体育局']);
    expect(
      findings.filter(({ severity }) => severity === 'error').map(({ code, draft }) => [code, draft]),
    ).toEqual([['UNIT_UNKNOWN', 'A1-02']]);
  });

  it('is opened once for the same bytes of the same person, and again for another purpose', async () => {
    const again = await desk.upload(bytesOf(SMALL_DOCUMENT), '改了名.txt');
    expect(again).toEqual({ ok: true, value: { reviewId: desk.reviewId, alreadyOpen: true } });
    const [row] = await desk.rows<{ n: number }>('select count(*)::int as n from plan_document');
    expect(row?.n).toBe(1);
    const [plan] = await desk.rows<{ id: string }>('select id from plan');
    const before = desk.reviewId;
    const revision = await desk.other('revising').upload(bytesOf(SMALL_DOCUMENT), '方案.txt', plan?.id);
    expect(revision).toMatchObject({ ok: true, value: { alreadyOpen: false } });
    expect(desk.reviewId).toBe(before);
  });

  it('keeps a correction, takes a confirmation back for it, and answers the doubts about it', async () => {
    expect(await desk.act('A1-01', { type: 'confirm' })).toMatchObject({ ok: true });
    const before = await desk.draft('A1-01');
    expect(
      await desk.correct('A1-01', {
        lead: [{ printed: '区民政局' }],
        support: [{ printed: '区教育局' }],
        deadlines: [{ date: '2025-08-31', raw: '8月底前', inferred: false }],
      }),
    ).toMatchObject({ ok: true });
    const after = await desk.draft('A1-01');
    expect(after).toMatchObject({ state: 'proposed', version: before.version + 1 });
    expect([...after.corrected].sort()).toEqual(['deadlines', 'lead', 'support']);
    expect(task(after)).toMatchObject({
      lead: ['区民政局'],
      canonicalLead: ['区民政局'],
      support: ['区教育局'],
    });
    expect(task(after).evidence.filter(({ path }) => path === '/lead/0')).toHaveLength(1);
  });

  it('takes a correction that changes nothing for no step', async () => {
    const { review } = await desk.read();
    expect(await desk.correct('A1-01', { lead: [{ printed: '区民政局' }] })).toMatchObject({ ok: true });
    expect((await desk.read()).review.version).toBe(review.version);
  });

  it('refuses what is not there to be chosen: an action, a day, a unit, a rhythm', async () => {
    const refusals = [
      await desk.correct('A1-01', { actionCode: 'A9' }),
      await desk.correct('A1-01', { deadlines: [{ date: '2025-02-30', raw: '', inferred: false }] }),
      await desk.correct('A1-01', { lead: [{ printed: '区教育局', unitId: unit('none') }] }),
      await desk.correct('A1-01', { cadences: [{ kind: 'dance', every: 'month' }] }),
    ];
    expect(refusals.map((one) => (one.ok ? 'done' : one.rejection.code))).toEqual([
      'InputInvalid',
      'InputInvalid',
      'UnitUnknown',
      'InputInvalid',
    ]);
  });

  it('refuses what was seen before somebody else changed it, and says which task', async () => {
    const { id, version } = await desk.draft('A1-01');
    const stale = await desk.act('A1-01', { type: 'confirm' }, version - 1);
    expect(stale).toMatchObject({
      ok: false,
      rejection: { code: 'VersionConflict', detail: { draftTaskIds: [id] } },
    });
  });

  it('is no business of a liaison', async () => {
    const liaison = desk.other('liaison', undefined, actor('liaison'));
    expect(await liaison.act('A1-01', { type: 'confirm' })).toMatchObject({
      rejection: { code: 'NotPermitted' },
    });
    expect(await liaison.upload(bytesOf('x'))).toMatchObject({ rejection: { code: 'NotPermitted' } });
  });

  it('reads the parts of a split task anew; what the text says of all holds for each', async () => {
    const cut = placeOf('9月底前评估');
    expect(await desk.act('A1-02', { type: 'split', at: [cut] })).toMatchObject({ ok: true });
    expect(await desk.codes()).toEqual(['A1-01', 'A1-02', 'A1-02b', 'A1-03', 'A1-04', 'A1-05']);
    const [first, second] = [await desk.draft('A1-02'), await desk.draft('A1-02b')];
    expect(task(first).deadlines.map(({ date }) => date)).toEqual(['2025-07-31']);
    expect(task(second).deadlines.map(({ date }) => date)).toEqual(['2025-09-30']);
    expect([task(first).lead, task(second).lead]).toEqual([['区教育局'], ['区教育局']]);
    expect((first.body as DraftBody).doubts.map(({ code }) => code)).toContain('UNITS_OF_WHOLE');
    expect(task(second).span).toMatchObject({ start: cut });
    const points = Array.from(SMALL_DOCUMENT);
    for (const draft of [first, second]) {
      const { span, text } = task(draft);
      if (!('start' in span)) throw new Error('a place of the text was expected');
      expect(points.slice(span.start, span.end).join('').trim()).toBe(text);
    }
    expect(second.origin).toEqual(['A1-02']);
  });

  it('does not cut outside of the task', async () => {
    const outside = await desk.act('A1-02', { type: 'split', at: [placeOf('5.办好')] });
    expect(outside).toMatchObject({ rejection: { code: 'PassageInvalid' } });
  });

  it('merges in the order of the document, under the first one’s code', async () => {
    expect(await desk.actOnAll('merge', ['A1-02b', 'A1-02'])).toMatchObject({ ok: true });
    expect(await desk.codes()).toEqual(['A1-01', 'A1-02', 'A1-03', 'A1-04', 'A1-05']);
    const merged = await desk.draft('A1-02');
    expect(task(merged).deadlines.map(({ date }) => date)).toEqual(['2025-07-31', '2025-09-30']);
    expect(task(merged).text).toMatch(/开设暑期托管班[^]*评估效果/);
    expect(task(merged).support).toEqual(['区体育局']);
  });

  it('drops with a reason, restores, and moves', async () => {
    expect(await desk.act('A1-05', { type: 'drop', reason: '已由上年方案安排' })).toMatchObject({ ok: true });
    expect(await desk.draft('A1-05')).toMatchObject({ state: 'dropped', dropReason: '已由上年方案安排' });
    expect(await desk.correct('A1-05', { title: '老年食堂' })).toMatchObject({
      rejection: { code: 'EventNotAllowed' },
    });
    expect(await desk.act('A1-05', { type: 'restore' })).toMatchObject({ ok: true });
    expect(await desk.act('A1-05', { type: 'move', after: null })).toMatchObject({ ok: true });
    expect((await desk.codes())[0]).toBe('A1-05');
    const { id } = await desk.draft('A1-04');
    expect(await desk.act('A1-05', { type: 'move', after: id })).toMatchObject({ ok: true });
    expect((await desk.codes()).at(-1)).toBe('A1-05');
  });

  it('makes a task of a passage that nobody took for one', async () => {
    const start = placeOf('现将');
    const end = placeOf('示例区人民政府办公室\n2025');
    const { id } = await desk.draft('A1-05');
    expect(await desk.add({ start, end }, 'A1', id)).toMatchObject({ ok: true });
    const added = await desk.draft('A1-06');
    expect(task(added).text).toMatch(/^现将.*实施。$/);
    expect(added.origin).toEqual([]);
    expect(await desk.add({ start: 100_000, end: 100_010 }, 'A1', null)).toMatchObject({
      rejection: { code: 'PassageInvalid' },
    });
    expect(await desk.act('A1-06', { type: 'drop', reason: '不是任务' })).toMatchObject({ ok: true });
  });

  it('gives a name to a unit, here and for good', async () => {
    expect(
      await desk.review({
        type: 'registerUnit',
        printed: '区体育局',
        name: '区体育局',
        kind: 'government-department',
      }),
    ).toMatchObject({ ok: true });
    const { unmatched, findings } = await desk.read();
    expect(unmatched).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      await desk.correct('A1-03', {
        support: [{ printed: '区教委' }, { printed: '区教育局', unitId: unit('civil') }],
      }),
    ).toMatchObject({ ok: true });
    // A choice against what the name means replaces the name; who leads does not support as well.
    expect(task(await desk.draft('A1-03')).support).toEqual(['区教委']);
    const named = { type: 'nameUnit', printed: '区教委', unitId: unit('education'), learn: true } as const;
    expect(await desk.review(named)).toMatchObject({ ok: true });
    expect((await desk.read()).unmatched).toEqual([]);
    const other = desk.other('colleague', undefined, { ...desk.who, personId: actor('commander').personId });
    expect(await other.review({ ...named, unitId: unit('civil') })).toMatchObject({
      rejection: { code: 'UnitNameClaimed' },
    });
  });

  it('keeps facts against those that others corrected meanwhile, not against work on tasks', async () => {
    const seen = (await desk.read()).review.version;
    expect(await desk.act('A1-04', { type: 'confirm' })).toMatchObject({ ok: true });
    expect(await desk.facts({ planCode: 'convenience-2025' }, seen)).toMatchObject({ ok: true });
    expect(await desk.facts({ title: '旧的' }, seen)).toMatchObject({
      rejection: { code: 'VersionConflict' },
    });
    expect(await desk.facts({ planCode: 'small-plan' })).toMatchObject({ ok: true });
    expect((await desk.read()).findings.map(({ code }) => code)).toContain('PLAN_CODE_TAKEN');
    expect(await desk.facts({ planCode: 'convenience-2025' })).toMatchObject({ ok: true });
  });

  it('is not dispatched while a task is unconfirmed, and nothing of it is in the record', async () => {
    const early = await desk.dispatch();
    expect(early).toMatchObject({ ok: false, rejection: { code: 'ReviewNotReady' } });
    expect(await desk.rows(`select id from plan where code = 'convenience-2025'`)).toEqual([]);
  });

  it('is dispatched whole: who leads has something to sign, who leads nothing waits', async () => {
    expect(await desk.actOnAll('confirm', await liveCodes(desk))).toMatchObject({ ok: true });
    const outlook = await desk.outlook();
    expect(outlook).toMatchObject({ tasks: 5, dispatched: 4, waitingForLead: 1, obstacles: [] });
    expect(outlook.units.find(({ name }) => name === '区民政局')).toMatchObject({ leads: 3, overCap: false });
    expect(await desk.dispatch(outlook.version - 1)).toMatchObject({
      rejection: { code: 'VersionConflict' },
    });
    expect(await desk.dispatch(outlook.version, 'the-dispatch')).toMatchObject({ ok: true });
    expect(await desk.dispatch(outlook.version, 'the-dispatch')).toMatchObject({ ok: true });
    const tasks = await desk.rows<{ code: string; state: string; text: string; deadline_on: string }>(
      `select t.code, t.state, t.text, t.deadline_on from task t join plan p on p.jurisdiction_id = t.jurisdiction_id
       and p.id = t.plan_id where p.code = 'convenience-2025' order by t.code`,
    );
    expect(tasks.map(({ code, state }) => [code, state])).toEqual([
      ['A1-01', 'dispatched'],
      ['A1-02', 'dispatched'],
      ['A1-03', 'dispatched'],
      ['A1-04', 'confirmed'],
      ['A1-05', 'dispatched'],
    ]);
    expect(tasks[0]).toMatchObject({ deadline_on: '2025-08-31' });
    expect(tasks.every(({ text }) => text.length > 10)).toBe(true);
    const [plan] = await desk.rows<object>(
      `select p.source_text = d.text as same, r.state from plan p join plan_review r on r.jurisdiction_id = p.jurisdiction_id
         and r.plan_id = p.id
       join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id`,
    );
    expect(plan).toEqual({ same: true, state: 'dispatched' });
  });

  it('is at rest once it is dispatched, and tells every step that led there', async () => {
    expect(await desk.act('A1-01', { type: 'doubt' })).toMatchObject({
      rejection: { code: 'ReviewNotOpen' },
    });
    const steps = await desk.rows<{ seq: number; type: string }>(
      'select seq, type from plan_review_step where review_id = $1 order by seq',
      [desk.reviewId],
    );
    expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, i) => i + 1));
    expect(steps.at(0)?.type).toBe('uploaded');
    expect(steps.at(-1)?.type).toBe('dispatched');
    expect((await desk.read()).review.version).toBe(steps.length);
  });

  it('of a plan that runs already is held up until it is another plan, and is not where it revises that plan', async () => {
    const running = (await desk.read()).facts;
    const [plan] = await desk.rows<{ id: string }>(`select id from plan where code = 'convenience-2025'`);
    const again = desk.other('again');
    await again.upload(bytesOf(SMALL_DOCUMENT), '再传.txt');
    await again.facts({ title: running.title, documentNumber: running.documentNumber, issuedBy: '区政府办' });
    await again.facts({ documentNumber: `${running.documentNumber.replace('〔', '[')} ` });
    expect(await again.actOnAll('confirm', await liveCodes(again))).toMatchObject({ ok: true });
    const codes = async (of: ReviewDesk) => (await of.outlook()).obstacles.map(({ code }) => code);
    expect(await codes(again)).toContain('PLAN_RUNNING');
    expect(await again.dispatch()).toMatchObject({ ok: false, rejection: { code: 'ReviewNotReady' } });
    await again.facts({ title: '另一份方案', documentNumber: '' });
    expect(await codes(again)).not.toContain('PLAN_RUNNING');

    const revised = desk.other('revised');
    await revised.upload(bytesOf(`${SMALL_DOCUMENT}\n`), '修订.txt', plan?.id);
    expect((await revised.read()).findings.map(({ code }) => code)).not.toContain('PLAN_RUNNING');
  });

  it('of a file that is refused leaves nothing', async () => {
    const count = async () =>
      desk.rows('select (select count(*) from plan_document) as a, (select count(*) from plan_review) as b');
    const before = await count();
    await expect(desk.other('x').upload(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).rejects.toMatchObject({
      code: 'DOCUMENT_DAMAGED',
    });
    expect(await count()).toEqual(before);
  });

  it('keeps characters that the database cannot, one for one', async () => {
    const strange = `${SMALL_DOCUMENT.slice(0, 60)}${SMALL_DOCUMENT.slice(60)}`.replace(
      '每季度',
      '每\u0000季度',
    );
    const odd = desk.other('odd');
    expect(await odd.upload(bytesOf(strange), '怪\u0000.txt')).toMatchObject({ ok: true });
    const { drafts } = await odd.read();
    expect(drafts.length).toBeGreaterThanOrEqual(5);
    expect(drafts.map((row) => titleOf(row.body as DraftBody))).toContain('开设暑期托管班');
  });
});

async function liveCodes(desk: ReviewDesk): Promise<string[]> {
  return (await desk.read()).drafts.filter(({ state }) => state !== 'dropped').map(({ code }) => code);
}
