import { identifierOf, personIdOf, taskIdOf, unitIdOf, type Actor, type Role } from '#accountability';
import { readFile } from 'node:fs/promises';
import { instantOf, parseCalendar, type Instant } from '#calendar';
import { createEngine, importPlan, type Engine } from '#engine';
import { hashPassword } from '#identity';
import {
  foundJurisdiction,
  insertCalendarVersion,
  insertCredential,
  insertPeople,
  insertPolicyVersion,
  insertRoleAssignments,
  insertUnits,
  openDatabase,
} from '#persistence';
import { unitDirectory, type PlanSeed, type UnitSeed } from '#plan';
import { projectPath } from '../project-path.js';
import { shippedRules } from '../bench/shipped-rules.js';

export const JURISDICTION = '990301';
export const PASSWORD = 'a long load password';
const PLAN = 'load-plan';
const FOUNDED_AT = instantOf('2024-03-05', '09:00');
/** The window of the first ten days is open, and nothing falls due for hours. */
export const ACTED_AT = instantOf('2024-03-08', '09:00');

export interface Post {
  username: string;
  role: Role;
  unit: string;
  scopeKind: 'plan' | 'action' | 'unit';
  scopeId: string;
}

/** So many people: three quarters report, each for a unit of its own; the rest review, supervise and look on. */
export function postsOf(people: number): Post[] {
  const liaisons = Math.max(1, Math.floor(people * 0.75));
  return Array.from({ length: people }, (_, i): Post => {
    if (i < liaisons)
      return {
        username: `liaison${i}`,
        role: 'liaison',
        unit: `u${i}`,
        scopeKind: 'unit',
        scopeId: unitIdOf(JURISDICTION, `u${i}`),
      };
    const office = { unit: 'u0', username: `office${i}` };
    return i % 2 === 0
      ? { ...office, role: 'taskForceOffice', scopeKind: 'action', scopeId: `${PLAN}/A1` }
      : { ...office, role: 'supervisor', scopeKind: 'plan', scopeId: PLAN };
  });
}

/** Founds the district, sends out one task to each unit and has them signed, up to the morning on which all report. */
export async function foundLoadDistrict(appUrl: string, people: number): Promise<Post[]> {
  const posts = postsOf(people);
  const units = posts.filter(({ role }) => role === 'liaison').length;
  let now: Instant = FOUNDED_AT;
  const database = await openDatabase({ appUrl });
  try {
    const engine = createEngine({ database, clock: { now: () => now } });
    await insertAll(engine, posts, units);
    const hq: Actor = {
      personId: personIdOf(JURISDICTION, 'hq'),
      unitId: unitIdOf(JURISDICTION, 'u0'),
      roles: [{ role: 'headquartersOffice', scopeKind: 'plan', scopeId: PLAN }],
    };
    for (let i = 0; i < units; i += 1) {
      const id = taskIdOf(JURISDICTION, PLAN, taskCode(i));
      await act(engine, hq, id, 'confirm');
      await act(engine, hq, id, 'dispatch');
      const unitId = unitIdOf(JURISDICTION, `u${i}`);
      const liaison: Actor = {
        personId: personIdOf(JURISDICTION, `liaison${i}`),
        unitId,
        roles: [{ role: 'liaison', scopeKind: 'unit', scopeId: unitId }],
      };
      await act(engine, liaison, id, 'sign');
    }
    for (;;) {
      const next = await engine.nextInstant(JURISDICTION);
      if (next === null || next > ACTED_AT) break;
      if (next > now) now = next;
      await engine.sweep(JURISDICTION);
    }
    return posts;
  } finally {
    await database.close();
  }
}

async function act(engine: Engine, actor: Actor, id: string, action: string): Promise<void> {
  const outcome = await engine.act({
    jurisdictionId: JURISDICTION,
    subject: { kind: 'task', id },
    action,
    input: {},
    actor,
    idempotencyKey: `${id}/${action}`,
  });
  if (!outcome.ok) throw new Error(`${action}: ${outcome.rejection.message}`);
}

async function insertAll(engine: Engine, posts: readonly Post[], units: number): Promise<void> {
  const { policy } = shippedRules();
  const parsed = parseCalendar(
    await readFile(projectPath('seeds', 'calendars', 'cn-state-council.yaml'), 'utf8'),
  );
  if (!parsed.ok) throw new Error('the shipped calendar cannot be read');
  const calendar = parsed.data;
  const at = FOUNDED_AT;
  const hash = await hashPassword(PASSWORD);
  const everybody: Post[] = [
    { username: 'hq', role: 'headquartersOffice', unit: 'u0', scopeKind: 'plan', scopeId: PLAN },
    ...posts,
  ];
  await engine.context.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    await foundJurisdiction(tx, { name: '压测区', level: 'county', calendarId: calendar.id, at });
    await insertCalendarVersion(tx, { id: calendar.id, version: calendar.version, body: calendar, at });
    await insertPolicyVersion(tx, {
      id: policy.id,
      version: policy.version,
      body: { ...policy, duties: [] },
      at,
    });
    const seed = unitSeed(units);
    await insertUnits(
      tx,
      seed.units.map((unit) => ({
        ...unit,
        id: unitIdOf(JURISDICTION, unit.code),
        isGroup: false,
        members: [],
      })),
    );
    await insertPeople(
      tx,
      everybody.map(({ username, unit }) => ({
        id: personIdOf(JURISDICTION, username),
        unitId: unitIdOf(JURISDICTION, unit),
        name: username,
        username,
      })),
    );
    await insertRoleAssignments(
      tx,
      everybody.map(({ username, role, scopeKind, scopeId }) => ({
        id: identifierOf(username, 'role'),
        personId: personIdOf(JURISDICTION, username),
        role,
        scopeKind,
        scopeId,
        validFrom: null,
        validTo: null,
      })),
    );
    for (const { username } of everybody)
      await insertCredential(tx, {
        personId: personIdOf(JURISDICTION, username),
        passwordHash: hash,
        mustChange: false,
        at,
      });
    const imported = await importPlan(
      tx,
      engine.context.book,
      planSeed(units),
      unitDirectory(seed),
      policy.version,
      at,
    );
    if (!imported.ok) throw new Error(imported.rejection.message);
  });
}

const taskCode = (i: number): string => `A1-${String(i + 1).padStart(3, '0')}`;
const unitName = (i: number): string => `区第${i + 1}局`;

const unitSeed = (units: number): UnitSeed => ({
  schema: 'luoshi.units/1',
  jurisdiction: { code: JURISDICTION, name: '压测区', fullPrefixes: ['压测区'], shortPrefix: '区' },
  units: Array.from({ length: units }, (_, i) => ({
    code: `u${i}`,
    name: unitName(i),
    kind: 'government-department' as const,
    aliases: [],
    desks: [],
    group: false,
    functions: [],
  })),
});

const planSeed = (units: number): PlanSeed => ({
  schema: 'luoshi.plan/1',
  id: PLAN,
  jurisdiction: { code: JURISDICTION, name: '压测区' },
  document: {
    title: '压测区重点工作实施方案',
    number: '压政办发〔2024〕1号',
    issuedBy: '压测区人民政府办公室',
    issuedOn: '2024-01-02',
    year: 2024,
  },
  sourceHash: '0'.repeat(64),
  sourceLength: units * 10 + 10,
  headquarters: null,
  headlineTargets: [],
  planCadences: [{ kind: 'dispatch', every: 'ten-day', by: '各工作专班' }],
  actions: [{ code: 'A1', number: '附件1', name: '重点工作行动', goals: [], taskForce: null }],
  tasks: Array.from({ length: units }, (_, i) => ({
    code: taskCode(i),
    action: 'A1',
    section: '(一)重点工作',
    number: String(i + 1),
    title: `第${i + 1}项重点工作按期推进`,
    place: { annex: 1, section: '(一)', number: String(i + 1), start: i * 10, end: i * 10 + 9 },
    lead: [{ printed: unitName(i), canonical: unitName(i) }],
    support: [],
    mode: 'lead-support' as const,
    openEnded: false,
    leadIsInferred: false,
    needsAssignment: false,
    deadlines: [{ date: '2024-12-31', inferred: true }],
    ongoing: false,
    cadences: [],
    indicators: [],
  })),
});
