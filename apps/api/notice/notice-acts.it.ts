import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertView, DeskCard, NoticeView } from '#contract';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Answer, Browser } from '../testing/browser.js';
import { JURISDICTION, TASKS } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
const TASK = `/api/v1/tasks/${TASKS['A1-01'].id}`;
let db: TestDatabase;
let api: ApiUnderTest;
let letter: string;
const at = {} as Record<'hq' | 'supervisor' | 'farming' | 'forestry', Browser>;

/** Lets the time pass; everybody signs in anew. */
async function until(instant: string): Promise<void> {
  for (;;) {
    const next = await api.engine.nextInstant(JURISDICTION);
    if (next === null || next > instant) break;
    if (next > clock.now()) clock.set(next);
    await api.engine.sweep(JURISDICTION);
  }
  clock.set(instant);
  await api.engine.sweep(JURISDICTION);
  for (const user of ['hq', 'supervisor', 'farming', 'forestry'] as const) at[user] = await api.as(user);
}
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  await until('2024-04-12T01:00:00.000Z');
  const act = async (user: Browser, action: string): Promise<Answer> => {
    const { body } = await user.get(TASK);
    return user.change(`${TASK}/actions/${action}`, {}, { ifMatch: Number(body['version']) });
  };
  await act(at.hq, 'confirm');
  await act(at.hq, 'dispatch');
  await act(at.farming, 'sign');
  // 中旬 is due on the 19th; silent for a working day, the unit has a blue letter.
  await until('2024-04-23T02:00:00.000Z');
  const { body } = await at.farming.get('/api/v1/notices');
  letter = `/api/v1/notices/${String((body['items'] as { id: string }[])[0]?.id)}`;
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const offered = async (user: Browser): Promise<string[]> =>
  ((await user.get(letter)).body['allowedActions'] as { action: string }[]).map(({ action }) => action);
const act = async (user: Browser, action: string, body: unknown, key?: string): Promise<Answer> => {
  const seen = await user.get(letter);
  const options = { ifMatch: Number(seen.body['version'] ?? 2), ...(key === undefined ? {} : { key }) };
  return user.change(`${letter}/actions/${action}`, body, options);
};
const codeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;

/** What the supervision office is shown: what waits, by when, and whose turn it is. */
const clocks = async (): Promise<unknown[]> => {
  const { body } = await at.supervisor.get('/api/v1/alerts?state=open');
  return (body['items'] as AlertView[]).map(({ kind, clock }) => {
    const turn = clock?.officeLabel ?? clock?.unit?.name;
    return [kind, clock?.label, clock?.at, turn, clock?.overdue].join(' ');
  });
};

describe('a letter about reports', () => {
  test('stands in the alert centre and on the desk under the clock of its next rung, as its unit’s turn', async () => {
    expect(await clocks()).toEqual([
      'rung 督办升级 2024-04-24T09:30:00.000Z 区农业农村局 false',
      // The task force’s ledger has a ladder of its own; nobody holds the posts of the district’s task force.
      'rung 督办升级 2024-04-23T04:00:00.000Z 区政府办公室 false',
      'vacancy    ',
      'vacancy    ',
    ]);
    const desk = await at.supervisor.get('/api/v1/desk');
    expect((desk.body['cards'] as DeskCard[]).find(({ name }) => name === 'alerts')).toMatchObject({
      clock: 'due',
      items: [
        { at: '2024-04-23T04:00:00.000Z', overdue: false },
        { at: '2024-04-24T09:30:00.000Z', overdue: false },
        { at: null },
        { at: null },
      ],
    });
  });

  test('offers its unit an appeal, and who supervises to hold, lift or pass over the next rung', async () => {
    expect(await offered(at.farming)).toEqual(['acknowledge', 'appeal']);
    expect(await offered(at.supervisor)).toEqual(['hold', 'lift', 'skip']);
    expect(await offered(at.hq)).toEqual([]);
  });

  test('is appealed against by its own unit alone, with a reason, once', async () => {
    const reason = { reason: '4月18日断网，已电话报告' };
    expect(codeOf(await act(at.farming, 'appeal', { reason: ' ' }))).toBe('400 RequestInvalid');
    expect(codeOf(await at.farming.change(`${letter}/actions/appeal`, reason))).toBe('428 IfMatchMissing');
    expect(codeOf(await act(at.forestry, 'appeal', reason))).toBe('404 NotFound');
    expect(codeOf(await act(at.supervisor, 'appeal', reason))).toBe('403 NotPermitted');
    const appealed = await act(at.farming, 'appeal', reason, 'appeal');
    expect(appealed.body).toMatchObject({ at: '2024-04-23T02:00:00.000Z' });
    expect((await act(at.farming, 'appeal', reason, 'appeal')).body).toEqual(appealed.body);
    expect(codeOf(await act(at.farming, 'appeal', reason))).toBe('409 EventNotAllowed');
    const { appeal } = (await at.farming.get(letter)).body as unknown as NoticeView;
    expect(appeal).toMatchObject({
      state: 'open',
      ...reason,
      at: '2024-04-23T02:00:00.000Z',
      decision: null,
    });
    expect((await clocks())[0]).toBe(`appeal 申诉答复时限 ${appeal?.dueAt} 督查室 false`);
    expect((await clocks())[0]).toMatch(/^appeal 申诉答复时限 2024-\S+ 督查室 false$/u);
    expect(await offered(at.farming)).toEqual(['acknowledge']);
  });

  test('is taken back where the appeal is upheld, and why says so', async () => {
    expect(await offered(at.supervisor)).toEqual(expect.arrayContaining(['upholdAppeal', 'rejectAppeal']));
    expect(codeOf(await act(at.farming, 'upholdAppeal', { reason: '属实' }))).toBe('403 NotPermitted');
    expect(codeOf(await act(at.supervisor, 'upholdAppeal', { reason: '断网属实' }))).toBe('200');
    expect((await at.farming.get(letter)).body['rescindedAt']).toBe('2024-04-23T02:00:00.000Z');
    expect((await at.farming.get(letter)).body['appeal']).toMatchObject({
      state: 'upheld',
      dueAt: null,
      decision: { reason: '断网属实', at: '2024-04-23T02:00:00.000Z' },
    });
    const { body } = await at.farming.get(`${letter}/why`);
    expect((body['sentences'] as string[]).join('')).toContain('申诉成立：断网属实');
    expect(await offered(at.supervisor)).toEqual([]);
  });
});
