import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Outcome, Role } from '#accountability';
import {
  closePreviews,
  createEngine,
  decideObjection,
  explainAssessed,
  finaliseAssessment,
  objectToLine,
  openAssessment,
  readAssessment,
  withdrawAssessment,
  assessmentJson,
  assessmentWorkbook,
  type Engine,
  type ObjectCommand,
  type WholeAssessment,
} from '#engine';
import { workbookCells } from '#documents';
import type { AssessmentRead } from '#persistence';
import { manualClock, moment, simulatedFortnight, type ManualClock, type TestDatabase } from '#testing';
import { readAssessmentFacts } from '../products/facts/read-assessment-facts.js';
import { refuseUnlessFinal } from './assessment/refuse-unless-final.js';

const JURISDICTION = '430811';
const UNIT = '区民政局';

let db: TestDatabase;
let clock: ManualClock;
let engine: Engine;
let planId: string;
let unitId: string;
let other: string;
let assessor: Actor;
let head: Actor;
let opened: AssessmentRead;
let objections = 0;

beforeAll(async () => {
  db = await simulatedFortnight();
  clock = manualClock(moment('2024-04-30 10:00'));
  engine = createEngine({ database: db.database, clock });
  [{ id: planId }] = (await read<{ id: string }>('select id from plan')) as [{ id: string }];
  assessor = await holder('assessor');
  head = await holder('leadUnitHead', UNIT);
  unitId = head.unitId ?? '';
  other = (await holder('leadUnitHead', '区教育局')).unitId ?? '';
});
afterAll(() => db.drop());

const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => tx.query<T>(sql, params));

async function holder(role: Role, unit?: string): Promise<Actor> {
  const [found] = await read<{ personId: string; unitId: string; scopeKind: 'unit'; scopeId: string }>(
    `select p.id as "personId", p.unit_id as "unitId", r.scope_kind as "scopeKind", r.scope_id as "scopeId"
     from role_assignment r join person p on p.id = r.person_id join unit u on u.id = p.unit_id
     where r.role = $1 and ($2::text is null or u.name = $2) order by p.username limit 1`,
    [role, unit ?? null],
  );
  if (!found) throw new Error(`nobody is ${role}`);
  const { personId, unitId: of, scopeKind, scopeId } = found;
  return { personId, unitId: of, roles: [{ role, scopeKind, scopeId }] };
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.rejection.code);
const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
};
const open = (more: object = {}): Promise<Outcome<AssessmentRead>> =>
  openAssessment(engine.context, {
    ...{ jurisdictionId: JURISDICTION, planId, period: '2024-04', actor: assessor },
    ...more,
  });
const at = () => ({ jurisdictionId: JURISDICTION, assessmentId: opened.id, actor: assessor });
const object = (more: Partial<ObjectCommand> = {}): Promise<Outcome<AssessmentRead>> =>
  objectToLine(engine.context, {
    ...{ ...at(), actor: head, unitId, line: 'yellow', statement: '当日系统故障，已电话报告' },
    ...{ evidence: ['4月22日情况说明（民函〔2024〕3号）'], idempotencyKey: `k${(objections += 1)}` },
    ...more,
  });
const decide = (objectionId: string, more: object = {}): Promise<Outcome<AssessmentRead>> =>
  decideObjection(engine.context, {
    ...{ ...at(), objectionId, decision: 'upheld' as const, points: 1, reason: '经核属实' },
    ...more,
  });
const whole = async (): Promise<WholeAssessment> => {
  const found = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    readAssessment(tx, opened.id),
  );
  if (!found) throw new Error('it is not there');
  return found;
};
const scoreOf = async (unit: string) => (await whole()).scores.find((row) => row.unitId === unit);

describe('an assessment', () => {
  it('is published as a preview by who scores, once, until the end of the fifth working day', async () => {
    expect(codeOf(await open({ actor: head }))).toBe('NotPermitted');
    expect(codeOf(await open({ period: '2024-04 中旬' }))).toBe('InputInvalid');
    expect(codeOf(await open({ period: '2024-Q3' }))).toBe('InputInvalid');
    expect(codeOf(await open({ objectionDays: 0 }))).toBe('InputInvalid');
    opened = done(await open());
    // 1 to 5 May are days off.
    expect(opened).toMatchObject({
      state: 'preview',
      version: 1,
      objectionsUntil: moment('2024-05-10 17:30'),
    });
    expect(codeOf(await open())).toBe('AssessmentExists');
    const told = await read<{ name: string; body: string }>(
      `select p.name, m.body from message m join person p on p.id = m.person_id where m.kind = 'assessment:opened' and m.unit_id = $1`,
      [unitId],
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.body).toContain(`${UNIT}2024年4月考核预览得分`);
    expect(told[0]?.body).toContain('5月10日17:30前提出');
    const { scores } = await whole();
    const wrong = await read(
      `select p.username from person p where p.active and exists (select from message m where m.person_id = p.id and m.kind = 'assessment:opened')
         is distinct from exists (select from role_assignment r join assessment_score s on s.unit_id::text = r.scope_id
           where r.person_id = p.id and r.role in ('leadUnitHead', 'liaison', 'supportUnitLiaison')
             and (r.valid_from is null or r.valid_from <= '2024-04-30') and (r.valid_to is null or r.valid_to >= '2024-04-30'))`,
    );
    // Whoever speaks for a unit that was scored is told, and nobody else.
    expect(wrong).toEqual([]);
    expect(scores.length).toBeGreaterThan(30);
  });

  it('has of every unit lines that come to its total, recounted by a query of its own', async () => {
    const wrong = await read(
      `select name from assessment_score s where assessment_id = $1 and preview_total <> (
         select greatest(0, coalesce(sum((l ->> 'points')::numeric) filter (where l ->> 'kind' <> 'bonus'), 0))
           + coalesce(sum((l ->> 'points')::numeric) filter (where l ->> 'kind' = 'bonus'), 0)
         from jsonb_array_elements(s.lines) l)`,
      [opened.id],
    );
    expect(wrong).toEqual([]);
    const misplaced = await read(
      `select name from (select name, rank, rank() over (partition by group_id order by total desc)::int as place
         from assessment_score where assessment_id = $1 and ranked) r where rank <> place`,
      [opened.id],
    );
    expect(misplaced).toEqual([]);
  });

  it('is objected against by a unit for a line of its own, with what shows it', async () => {
    expect(codeOf(await object({ unitId: other }))).toBe('NotPermitted');
    expect(codeOf(await object({ actor: assessor }))).toBe('NotPermitted');
    expect(codeOf(await object({ line: 'nothing' }))).toBe('InputInvalid');
    expect(codeOf(await object({ statement: ' ' }))).toBe('ReasonMissing');
    expect(codeOf(await object({ evidence: [' '] }))).toBe('InputInvalid');
    expect(codeOf(await object({ ground: { kind: 'task', id: planId, seq: 1 } }))).toBe('InputInvalid');
    const explained = done(
      await explainAssessed(engine.context, {
        jurisdictionId: JURISDICTION,
        assessmentId: opened.id,
        unitId,
      }),
    );
    const [ground] = explained.score.deductions.find(({ id }) => id === 'yellow')?.incidents[0]?.events ?? [];
    if (!ground) throw new Error('the yellow card rests on nothing');
    const filed = done(await object({ ground }));
    expect(filed.version).toBe(2);
    // The same line again before it is decided; another line may be objected against.
    expect(codeOf(await object())).toBe('InputInvalid');
    done(await object({ line: 'reporting', statement: '第二期已按时报送' }));
    const told = await read(`select title from message where kind = 'assessment:objected'`);
    expect(told).toContainEqual({ title: `考核异议待裁定：${UNIT}` });
  });

  it('is not final while units may object, nor afterwards while an objection is undecided', async () => {
    expect(codeOf(await finaliseAssessment(engine.context, at()))).toBe('ObjectionsOpen');
    expect(await closePreviews(engine.context, JURISDICTION)).toBe(0);
    clock.set(opened.objectionsUntil);
    expect(await closePreviews(engine.context, JURISDICTION)).toBe(1);
    expect(await closePreviews(engine.context, JURISDICTION)).toBe(0);
    expect(codeOf(await object({ line: 'blue' }))).toBe('ObjectionsClosed');
    const refused = await finaliseAssessment(engine.context, at());
    expect(refused.ok ? '' : refused.rejection.message).toBe(
      `还有2件异议没有裁定（${UNIT}）；逐件裁定后再确定结果。`,
    );
    const closed = await read<{ body: string }>(
      `select body from message where kind = 'assessment:closed' and person_id = $1`,
      [assessor.personId],
    );
    expect(closed).toEqual([{ body: '共收到异议2件，待裁定2件。全部裁定后可以确定结果。' }]);
  });

  it('moves by an adjustment beside the line, never by its events', async () => {
    const events = () => read('select count(*) as n, max(recorded_at)::text as last from event');
    const before = [await events(), await scoreOf(unitId), await scoreOf(other)] as const;
    const { objections: filed } = await whole();
    const yellow = filed.find(({ line }) => line === 'yellow');
    const reporting = filed.find(({ line }) => line === 'reporting');
    if (!yellow || !reporting) throw new Error('two objections were filed');
    expect(codeOf(await decide(yellow.id, { actor: head }))).toBe('NotPermitted');
    expect(codeOf(await decide(yellow.id, { reason: '' }))).toBe('ReasonMissing');
    expect(codeOf(await decide(yellow.id, { points: 1.01 }))).toBe('InputInvalid');
    expect(codeOf(await decide(yellow.id, { points: 0 }))).toBe('InputInvalid');
    done(await decide(yellow.id));
    expect(codeOf(await decide(yellow.id))).toBe('ObjectionDecided');
    done(await decide(reporting.id, { decision: 'rejected', points: null, reason: '记录显示未报' }));
    expect(await events()).toEqual(before[0]);
    const after = await scoreOf(unitId);
    expect(after?.lines).toEqual(before[1]?.lines);
    expect(after?.total).toBeCloseTo((before[1]?.total ?? 0) + 1, 9);
    expect(after?.previewTotal).toBe(before[1]?.previewTotal);
    expect((await scoreOf(other))?.total).toBe(before[2]?.total);
    const told = await read<{ body: string }>(
      `select body from message where kind = 'assessment:decided' and person_id = $1 order by title`,
      [head.personId],
    );
    expect(told.map(({ body }) => body)).toEqual([
      expect.stringContaining('成立，调整1分。理由：经核属实'),
      expect.stringContaining('未获支持。理由：记录显示未报'),
    ]);
  });

  it('is final with scheme, figures and hashes frozen, and goes out as the product with the adjusted points', async () => {
    const product = { kind: 'annualAssessment', planId, period: '2024-04', figuresAt: clock.now() };
    const early = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      refuseUnlessFinal(tx, product),
    );
    expect(early && codeOf(early)).toBe('AssessmentNotOpen');
    const final = done(await finaliseAssessment(engine.context, { ...at(), expectedVersion: 6 }));
    expect(final).toMatchObject({
      state: 'final',
      finalHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(codeOf(await finaliseAssessment(engine.context, at()))).toBe('AssessmentNotOpen');
    const changes = [
      `update assessment set to_on = '2024-12-31' where id = $1`,
      `update assessment_score set total = 100 where assessment_id = $1`,
      `update assessment_objection set adjustment = 3 where assessment_id = $1`,
    ];
    for (const sql of changes)
      await expect(
        db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => tx.execute(sql, [opened.id])),
      ).rejects.toThrow('is not changed');
    const inTime = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      refuseUnlessFinal(tx, product),
    );
    expect(inTime).toBeNull();
    const facts = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      readAssessmentFacts(engine.context, tx, { planId, year: '2024-04' }),
    );
    // The month began before the plan did; the draft said so, and so does the final result.
    expect(facts?.record.from).toBe('2024-04-12');
    const scored = facts?.record.groups.flatMap(({ scores }) => scores) ?? [];
    const kept = (await whole()).scores;
    expect(scored.map(({ unitId: id, total, rank }) => ({ id, total, rank })).sort(byId)).toEqual(
      kept.map(({ unitId: id, total, rank }) => ({ id, total, rank })).sort(byId),
    );
  });

  it('is taken out as a workbook and as data, every line and objection in them', async () => {
    const all = await whole();
    const sheets = workbookCells(await assessmentWorkbook(all));
    expect(sheets.map(({ name }) => name)).toEqual(['名次', '各项得分', '异议']);
    const json = assessmentJson(all) as {
      units: { lines: unknown[] }[];
      objections: unknown[];
      finalHash: string;
    };
    expect(json.units.flatMap(({ lines }) => lines).length).toBe(
      all.scores.reduce((sum, { lines }) => sum + (lines as unknown[]).length, 0),
    );
    expect(json.objections).toHaveLength(2);
  });

  it('is withdrawn with a reason, stays as it was, and can be held anew; each step is on the trail', async () => {
    expect(codeOf(await withdrawAssessment(engine.context, { ...at(), reason: '' }))).toBe('ReasonMissing');
    done(await withdrawAssessment(engine.context, { ...at(), reason: '办法有误' }));
    const again = done(await open());
    expect(again).toMatchObject({ edition: 2, state: 'preview' });
    // The record of April is as it was; what an objection moved is gone with the first edition.
    expect(again.previewHash).not.toBe('');
    const steps = await read<{ action: string; n: number }>(
      `select action, count(*)::int as n from trail_line where kind = 'product' and target_kind = 'assessment'
       group by action order by action`,
    );
    expect(steps).toEqual([
      { action: 'assessmentFinalised', n: 1 },
      { action: 'assessmentObjected', n: 2 },
      { action: 'assessmentObjectionDecided', n: 2 },
      { action: 'assessmentOpened', n: 2 },
      { action: 'assessmentWithdrawn', n: 1 },
    ]);
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
