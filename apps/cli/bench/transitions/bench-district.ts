import { identifierOf, personIdOf, unitIdOf, type Actor, type Role, type Rules } from '#accountability';
import { instantOf } from '#calendar';
import { importPlan, type Engine } from '#engine';
import {
  foundJurisdiction,
  insertCalendarVersion,
  insertPeople,
  insertPolicyVersion,
  insertRoleAssignments,
  insertUnits,
  type Transaction,
} from '#persistence';
import { unitDirectory, type PlanSeed, type UnitSeed } from '#plan';
import type { CalendarData } from '#calendar';

/** A county of the usual size: so many units lead so many tasks of one plan, watched by one task force. */
export const UNITS = 40;
export const TASKS = 160;
export const JURISDICTION = '990201';
export const PLAN = 'bench-plan';
/** A Tuesday morning, when people may be told at once. */
export const FOUNDED_AT = instantOf('2024-03-05', '09:00');

const unitCode = (unit: number): string => `u${unit}`;
export const unitName = (unit: number): string => `区第${unit}局`;
export const benchUnitId = (unit: number): string => unitIdOf(JURISDICTION, unitCode(unit));
export const taskCode = (task: number): string => `A1-${String(task).padStart(3, '0')}`;
/** Who leads a task: in turn. */
export const leadOf = (task: number): number => ((task - 1) % UNITS) + 1;

interface Post {
  username: string;
  unit: number;
  role: Role;
  scopeKind: 'plan' | 'action' | 'unit';
  scopeId: string;
}

const office = (username: string, role: Role, scopeKind: 'plan' | 'action'): Post => ({
  username,
  unit: 1,
  role,
  scopeKind,
  scopeId: scopeKind === 'plan' ? PLAN : `${PLAN}/A1`,
});

const POSTS: readonly Post[] = [
  office('hq', 'headquartersOffice', 'plan'),
  office('commander', 'commander', 'plan'),
  office('supervisor', 'supervisor', 'plan'),
  office('convener', 'taskForceConvener', 'action'),
  office('taskforce', 'taskForceOffice', 'action'),
  ...Array.from({ length: UNITS }, (_, i): Post[] =>
    (['leadUnitHead', 'liaison'] as const).map((role) => ({
      username: `${role}${i + 1}`,
      unit: i + 1,
      role,
      scopeKind: 'unit',
      scopeId: benchUnitId(i + 1),
    })),
  ).flat(),
];

export function benchActor(username: string): Actor {
  const post = POSTS.find((one) => one.username === username);
  if (!post) throw new Error(`nobody is called ${username}`);
  const { role, scopeKind, scopeId } = post;
  return {
    personId: personIdOf(JURISDICTION, username),
    unitId: null,
    roles: [{ role, scopeKind, scopeId }],
  };
}

/** Founds the county in an empty database: shipped rules, units with their heads and liaisons, one plan. */
export async function foundBenchDistrict(
  tx: Transaction,
  engine: Engine,
  { policy }: Rules,
  calendar: CalendarData,
): Promise<void> {
  const at = FOUNDED_AT;
  await foundJurisdiction(tx, { name: '测速区', level: 'county', calendarId: calendar.id, at });
  await insertCalendarVersion(tx, { id: calendar.id, version: calendar.version, body: calendar, at });
  await insertPolicyVersion(tx, { id: policy.id, version: policy.version, body: policy, at });
  const seed = unitSeed();
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
    POSTS.map(({ username, unit }) => ({
      id: personIdOf(JURISDICTION, username),
      unitId: benchUnitId(unit),
      name: username,
      username,
    })),
  );
  await insertRoleAssignments(
    tx,
    POSTS.map(({ username, role, scopeKind, scopeId }) => ({
      id: identifierOf(username, 'role'),
      personId: personIdOf(JURISDICTION, username),
      role,
      scopeKind,
      scopeId,
      validFrom: null,
      validTo: null,
    })),
  );
  const book = engine.context.book;
  const imported = await importPlan(tx, book, planSeed(), unitDirectory(seed), policy.version, at);
  if (!imported.ok) throw new Error(imported.rejection.message);
}

const unitSeed = (): UnitSeed => ({
  schema: 'luoshi.units/1',
  jurisdiction: { code: JURISDICTION, name: '测速区', fullPrefixes: ['测速区'], shortPrefix: '区' },
  units: Array.from({ length: UNITS }, (_, i) => ({
    code: unitCode(i + 1),
    name: unitName(i + 1),
    kind: 'government-department' as const,
    aliases: [],
    desks: [],
    group: false,
    functions: [],
  })),
});

function planSeed(): PlanSeed {
  return {
    schema: 'luoshi.plan/1',
    id: PLAN,
    jurisdiction: { code: JURISDICTION, name: '测速区' },
    document: {
      title: '测速区重点工作实施方案',
      number: '测政办发〔2024〕1号',
      issuedBy: '测速区人民政府办公室',
      issuedOn: '2024-01-02',
      year: 2024,
    },
    sourceHash: '0'.repeat(64),
    sourceLength: TASKS * 10,
    headquarters: null,
    headlineTargets: [],
    planCadences: [{ kind: 'dispatch', every: 'ten-day', by: '各工作专班' }],
    actions: [{ code: 'A1', number: '附件1', name: '重点工作行动', goals: [], taskForce: null }],
    tasks: Array.from({ length: TASKS }, (_, i) => planTask(i + 1)),
  };
}

function planTask(task: number): PlanSeed['tasks'][number] {
  const name = unitName(leadOf(task));
  return {
    code: taskCode(task),
    action: 'A1',
    section: '(一)重点工作',
    number: String(task),
    title: `第${task}项重点工作按期推进`,
    place: { annex: 1, section: '(一)', number: String(task), start: task * 10, end: task * 10 + 9 },
    lead: [{ printed: name, canonical: name }],
    support: [],
    mode: 'lead-support',
    openEnded: false,
    leadIsInferred: false,
    needsAssignment: false,
    deadlines: [{ date: '2024-12-31', inferred: true }],
    ongoing: false,
    cadences: [],
    indicators: [],
  };
}
