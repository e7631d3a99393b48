import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssessmentUnitView, AssessmentView, DeskCard, DeskCardName, DeskView } from '#contract';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { parseScheme } from '#scoring';
import { putInForce } from '#engine';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, type Answer } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';
import { personId } from '../testing/people.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
const at = {} as Record<'hq' | 'supervisor' | 'taskforce' | 'farming' | 'forestry', Browser>;
const USERS = ['hq', 'supervisor', 'taskforce', 'farming', 'forestry'] as const;
const SCORES = `/api/v1/plans/${PLAN.id}/scores`;
const codeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;

const onDesk = async (browser: Browser, name: DeskCardName): Promise<DeskCard | undefined> =>
  ((await browser.get('/api/v1/desk')).body as unknown as DeskView).cards.find((card) => card.name === name);

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

/** Lines and figures are held beside the engine; here: who may do what of it, from the preview to the file. */
describe('an assessment, by the people who may', () => {
  let assessor: Browser;
  let place: string;
  const version = async (): Promise<number> => Number((await assessor.get(place)).body['version']);
  const act = async (path: string, body: object, browser: Browser = assessor): Promise<string> =>
    codeOf(await browser.change(place + path, body, { ifMatch: await version() }));
  const own = async (browser: Browser = at.farming): Promise<AssessmentUnitView> =>
    (await browser.get(`${place}/units/${UNITS.farming.id}`)).body as unknown as AssessmentUnitView;

  beforeAll(async () => {
    const id = '00000000-0000-4000-8000-0000000000a1';
    await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      await tx.execute(
        `insert into person (jurisdiction_id, id, unit_id, name, username, active) values ($1, $2, $3, '绩效办同志', 'assessor', true)`,
        [JURISDICTION, id, UNITS.office.id],
      );
      await tx.execute(
        `insert into credential (jurisdiction_id, person_id, password_hash, must_change, changed_at)
         select jurisdiction_id, $2, password_hash, false, changed_at from credential where jurisdiction_id = $1 and person_id = $3`,
        [JURISDICTION, id, personId('hq')],
      );
      await tx.execute(
        `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id) values ($1, $2, $2, 'assessor', 'plan', $3)`,
        [JURISDICTION, id, PLAN.code],
      );
    });
    assessor = new Browser(api.url);
    expect((await assessor.signIn('assessor')).status).toBe(201);
  });

  test('says what other figures would give, to who looks over all units and to no unit', async () => {
    const path = `/api/v1/plans/${PLAN.id}/score-what-if?set=yellow.each:2`;
    const tried = await assessor.get(path);
    expect(tried.body['units']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ unit: expect.objectContaining({ name: '区农业农村局' }) as unknown }),
      ]),
    );
    expect(codeOf(await at.farming.get(path))).toBe('403 NotPermitted');
  });

  test('is opened by who scores alone, and shows each unit its own lines', async () => {
    const path = `/api/v1/plans/${PLAN.id}/assessments`;
    expect(codeOf(await at.hq.change(path, { period: '2024-H1' }))).toBe('403 NotPermitted');
    const opened = await assessor.change(path, { period: '2024-H1', objectionDays: 2 });
    expect([codeOf(opened), opened.body['state']]).toEqual(['201', 'preview']);
    place = `/api/v1/assessments/${String(opened.body['id'])}`;
    expect((await at.farming.get(path)).body).toMatchObject({
      mayOpen: false,
      items: [{ state: 'preview' }],
    });
    expect(await own()).toMatchObject({ mayObject: true, score: { unit: { name: '区农业农村局' } } });
    expect(codeOf(await at.forestry.get(`${place}/units/${UNITS.farming.id}`))).toBe('404 NotFound');
    const seen = (await at.farming.get(place)).body as unknown as AssessmentView;
    expect(seen.groups.flatMap(({ scores }) => scores.map(({ unit }) => unit.name))).toEqual([
      '区农业农村局',
    ]);
  });

  test('is objected against by the unit, decided by who scores, and final only afterwards', async () => {
    const { lines } = await own();
    const line = lines.find(({ marks, points }) => marks !== null && points < marks);
    expect(line).toBeDefined();
    const said = {
      line: line?.id,
      statement: '当日系统故障，已电话报告。',
      evidence: ['情况说明（农函〔2024〕3号）'],
    };
    expect(codeOf(await assessor.change(`${place}/objections`, said))).toBe('403 NotPermitted');
    const id = place.split('/').at(-1);
    expect(await onDesk(at.farming, 'scoresToCheck')).toMatchObject({
      count: 1,
      items: [
        { kind: 'assessment', id, note: expect.stringMatching(/^区农业农村局 [\d.]+ 分$/u) as unknown },
      ],
    });
    expect(await onDesk(at.farming, 'objectionsFiled')).toMatchObject({ count: 0 });
    expect(codeOf(await at.farming.change(`${place}/objections`, said))).toMatch(/^20[01]$/u);
    const until = (await own()).assessment.objectionsUntil;
    expect(await onDesk(assessor, 'objectionsToDecide')).toMatchObject({
      clock: 'due',
      count: 1,
      items: [
        { id, title: `区农业农村局 · ${line?.label}`, note: said.statement, at: until, overdue: false },
      ],
    });
    expect(await onDesk(at.farming, 'objectionsFiled')).toMatchObject({
      count: 1,
      items: [{ id, title: line?.label, note: '待裁定' }],
    });
    expect(await onDesk(at.forestry, 'objectionsFiled')).toMatchObject({ count: 0 });
    const [objection] = (await own(assessor)).objections;
    const before = (await own()).score.total;
    const decision = { decision: 'upheld', points: Math.min(1, objection?.room ?? 0), reason: '经核属实' };
    const deciding = `/objections/${objection?.id ?? ''}/decision`;
    expect(await act(deciding, decision, at.farming)).toBe('403 NotPermitted');
    expect(await act('/actions/finalise', {})).toMatch(/^409 /u);
    expect(await act(deciding, decision)).toBe('200');
    expect(await onDesk(assessor, 'objectionsToDecide')).toMatchObject({ count: 0 });
    expect(await onDesk(at.farming, 'objectionsFiled')).toMatchObject({
      items: [{ note: `成立，加 ${decision.points} 分` }],
    });
    expect(await onDesk(assessor, 'scoresToSettle')).toMatchObject({ count: 0 });
    const after = await own();
    expect(after.score.total).toBeCloseTo(before + decision.points, 6);
    expect(after.objections).toMatchObject([{ state: 'upheld', reason: '经核属实', mayDecide: false }]);
    // Decided, but the others may still object.
    expect(await act('/actions/finalise', {})).toMatch(/^409 /u);
    clock.set(after.assessment.objectionsUntil);
    for (const user of USERS) at[user] = await api.as(user);
    await assessor.signIn('assessor');
    expect(await onDesk(assessor, 'scoresToSettle')).toMatchObject({ count: 1, items: [{ id }] });
    expect(await onDesk(at.farming, 'scoresToCheck')).toMatchObject({ count: 0 });
    expect(await act('/actions/finalise', {}, at.hq)).toBe('403 NotPermitted');
    expect(await act('/actions/finalise', {})).toBe('200');
    expect((await own()).assessment.state).toBe('final');
  });

  test('is taken out whole by who scores, of itself alone by a unit', async () => {
    const data = async (browser: Browser): Promise<string> =>
      (await browser.raw('GET', `${place}/files/json`)).text();
    const objection = '情况说明（农函〔2024〕3号）';
    expect(await data(assessor)).toContain(objection);
    expect(await data(at.farming)).toContain(objection);
    expect(await data(at.forestry)).not.toContain('农');
    const workbook = await assessor.raw('GET', `${place}/files/xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
