import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { parseScheme } from '#scoring';
import { putInForce } from '#engine';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Answer, Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
const at = {} as Record<'hq' | 'supervisor' | 'taskforce' | 'farming' | 'forestry', Browser>;
const USERS = ['hq', 'supervisor', 'taskforce', 'farming', 'forestry'] as const;
const SCORES = `/api/v1/plans/${PLAN.id}/scores`;
const codeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;

beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  for (const user of USERS) at[user] = await api.as(user);
  const created = await at.hq.change('/api/v1/tasks', {
    planId: PLAN.id,
    actionCode: 'A1',
    source: 'instruction',
    ref: '4月12日指挥长批示',
    title: '春耕备耕排查',
    text: '请立即开展排查。',
    leadUnitIds: [UNITS.farming.id],
    dispatch: true,
  });
  const path = `/api/v1/tasks/${String(created.body['taskId'])}`;
  const { body } = await at.farming.get(path);
  await at.farming.change(`${path}/actions/sign`, {}, { ifMatch: Number(body['version']) });
  clock.set('2024-04-15T02:00:00.000Z');
  for (const user of USERS) at[user] = await api.as(user);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

describe('the score of units', () => {
  test('is not there without a scheme, and says what to do', async () => {
    expect(codeOf(await at.hq.get(SCORES))).toBe('409 SchemeMissing');
  });

  test('is seen whole by who scores, leads and checks, of itself alone by a unit', async () => {
    const text = await readFile(new URL('../../../seeds/scoring/default.yaml', import.meta.url), 'utf8');
    const scheme = parseScheme(text);
    if (!scheme.ok) throw new Error('the default scheme cannot be read');
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      putInForce(tx, { scheme: scheme.value, planId: null, reason: '试行', by: null, at: clock.now() }),
    );
    const sheet = await at.supervisor.get(SCORES);
    expect(sheet.body).toMatchObject({ from: '2024-01-01', to: '2024-04-15', scheme: { version: 1 } });
    const own = (await at.farming.get(SCORES)).body['groups'] as { scores: { unit: { name: string } }[] }[];
    expect(own.flatMap(({ scores }) => scores.map(({ unit }) => unit.name))).toEqual(['区农业农村局']);
    expect(codeOf(await at.taskforce.get(SCORES))).toBe('403 NotPermitted');
  });

  test('says of every point what made it', async () => {
    const { body } = await at.farming.get(`${SCORES}/${UNITS.farming.id}`);
    const signed = (body['sections'] as { items: { grounds: unknown[] }[] }[])
      .flatMap(({ items }) => items)
      .flatMap(({ grounds }) => grounds);
    expect(signed).toContainEqual(
      expect.objectContaining({
        task: expect.objectContaining({ code: 'A1-P01' }) as unknown,
        met: true,
        events: expect.arrayContaining([expect.objectContaining({ label: '任务签收' })]) as unknown,
      }),
    );
  });

  test('of another unit is not there', async () => {
    expect(codeOf(await at.forestry.get(`${SCORES}/${UNITS.farming.id}`))).toBe('404 NotFound');
    expect(codeOf(await at.hq.get(`${SCORES}?from=2024-05-01&to=2024-04-01`))).toBe('422 InputInvalid');
  });
});

describe('the burden of units', () => {
  test('is counted by month; a unit sees its own', async () => {
    const { body } = await at.hq.get('/api/v1/burden?from=2024-04&to=2024-05');
    expect(body).toMatchObject({ assumed: true, months: [{ month: '2024-04' }, { month: '2024-05' }] });
    const own = (await at.farming.get('/api/v1/burden?from=2024-04&to=2024-04')).body['months'] as {
      units: { unit: { name: string } }[];
    }[];
    expect(own.flatMap(({ units }) => units.map(({ unit }) => unit.name))).not.toContain('区林业局');
    expect(codeOf(await at.farming.get(`/api/v1/burden?unit=${UNITS.forestry.id}`))).toBe('404 NotFound');
    expect(codeOf(await at.hq.get('/api/v1/burden?from=2024-4'))).toBe('400 RequestInvalid');
  });
});
