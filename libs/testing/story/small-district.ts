import { readFile } from 'node:fs/promises';
import { identifierOf, personIdOf, unitIdOf, type Role } from '#accountability';
import { parseCalendar } from '#calendar';
import type { Engine } from '#engine';
import type { PlanSeed, UnitSeed } from '#plan';
import { shippedRules } from '../shipped-rules.js';

export const SMALL_DISTRICT = '990101';
const PLAN = 'small-plan';

const seed = (path: string): Promise<string> =>
  readFile(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');

/** A post of the small district: who, where, as what. */
export interface Post {
  username: string;
  name: string;
  unit: string;
  role: Role;
  scopeKind: 'plan' | 'action' | 'unit' | 'jurisdiction';
}

export const POSTS: readonly Post[] = [
  { username: 'hq', name: '指挥部办公室', unit: 'office', role: 'headquartersOffice', scopeKind: 'plan' },
  { username: 'commander', name: '指挥长', unit: 'office', role: 'commander', scopeKind: 'plan' },
  { username: 'supervisor', name: '督查室', unit: 'supervision', role: 'supervisor', scopeKind: 'plan' },
  {
    username: 'convener',
    name: '专班召集人',
    unit: 'office',
    role: 'taskForceConvener',
    scopeKind: 'action',
  },
  { username: 'taskforce', name: '专班办公室', unit: 'office', role: 'taskForceOffice', scopeKind: 'action' },
  { username: 'head', name: '教育局负责人', unit: 'education', role: 'leadUnitHead', scopeKind: 'unit' },
  { username: 'liaison', name: '教育局联络员', unit: 'education', role: 'liaison', scopeKind: 'unit' },
  { username: 'head2', name: '民政局负责人', unit: 'civil', role: 'leadUnitHead', scopeKind: 'unit' },
  { username: 'liaison2', name: '民政局联络员', unit: 'civil', role: 'liaison', scopeKind: 'unit' },
];

const UNITS: UnitSeed = {
  schema: 'luoshi.units/1',
  jurisdiction: {
    code: SMALL_DISTRICT,
    name: '示例区',
    fullPrefixes: ['示例市示例区', '示例区'],
    shortPrefix: '区',
  },
  units: [
    ['office', '区政府办', 'office'],
    ['supervision', '区政府督查室', 'office'],
    ['education', '区教育局', 'government-department'],
    ['civil', '区民政局', 'government-department'],
  ].map(([code = '', name = '', kind]) => ({
    code,
    name,
    kind: kind as 'office',
    aliases: [],
    desks: [],
    group: false,
    functions: [],
  })),
};

/** A plan of one action with `tasks` tasks of the education bureau, and one more that has no lead. */
function planOf(tasks: number): PlanSeed {
  const lead = [{ printed: '区教育局', canonical: '区教育局' }];
  const task = (number: number, leads: typeof lead): PlanSeed['tasks'][number] => ({
    code: `A1-0${number}`,
    action: 'A1',
    section: '(一)办好实事',
    number: String(number),
    title: `第${number}件实事`,
    place: { annex: 1, section: '(一)', number: String(number), start: number * 10, end: number * 10 + 9 },
    lead: leads,
    support: [{ printed: '区民政局', canonical: '区民政局' }],
    mode: leads.length > 0 ? 'lead-support' : 'shared',
    openEnded: false,
    leadIsInferred: false,
    needsAssignment: leads.length === 0,
    deadlines: [{ date: '2024-12-31', inferred: true }],
    ongoing: false,
    cadences: [],
    indicators: [],
  });
  return {
    schema: 'luoshi.plan/1',
    id: PLAN,
    jurisdiction: { code: SMALL_DISTRICT, name: '示例区' },
    document: {
      title: '示例区办好实事实施方案',
      number: '示政办发〔2024〕1号',
      issuedBy: '示例区人民政府办公室',
      issuedOn: '2024-01-02',
      year: 2024,
    },
    sourceHash: '0'.repeat(64),
    sourceLength: 1000,
    headquarters: null,
    headlineTargets: [],
    planCadences: [{ kind: 'dispatch', every: 'ten-day', by: '各工作专班' }],
    actions: [{ code: 'A1', number: '附件1', name: '办好实事行动', goals: [], taskForce: null }],
    tasks: [...Array.from({ length: tasks }, (_, i) => task(i + 1, lead)), task(tasks + 1, [])],
  };
}

/** Founds the small district in an empty database: shipped calendar and policy, four units, nine posts, one plan. */
export async function foundSmallDistrict(
  engine: Engine,
  tasks: number,
  { duties = false }: { duties?: boolean } = {},
): Promise<void> {
  const [{ importPlan }, { unitDirectory }, rows] = await Promise.all([
    import('#engine'),
    import('#plan'),
    import('#persistence'),
  ]);
  const calendar = parseCalendar(await seed('calendars/cn-state-council.yaml'));
  const { policy } = shippedRules();
  if (!calendar.ok) throw new Error('the shipped rules cannot be read');
  const at = engine.context.clock.now();
  const jurisdictionId = SMALL_DISTRICT;
  await engine.context.database.transaction({ jurisdictionId }, async (tx) => {
    await rows.foundJurisdiction(tx, { name: '示例区', level: 'county', calendarId: calendar.data.id, at });
    await rows.insertCalendarVersion(tx, {
      id: calendar.data.id,
      version: calendar.data.version,
      body: calendar.data,
      at,
    });
    await rows.insertPolicyVersion(tx, {
      id: policy.id,
      version: policy.version,
      // Most stories are about reports: the duties of the offices would be heard in all of them.
      body: duties ? policy : { ...policy, duties: [] },
      at,
    });
    await rows.insertUnits(
      tx,
      UNITS.units.map((unit) => ({
        ...unit,
        id: unitIdOf(jurisdictionId, unit.code),
        isGroup: false,
        members: [],
      })),
    );
    await rows.insertPeople(
      tx,
      POSTS.map((post) => ({
        id: personIdOf(jurisdictionId, post.username),
        unitId: unitIdOf(jurisdictionId, post.unit),
        name: post.name,
        username: post.username,
      })),
    );
    await rows.insertRoleAssignments(
      tx,
      POSTS.map((post) => ({
        id: identifierOf(post.username, 'role'),
        personId: personIdOf(jurisdictionId, post.username),
        role: post.role,
        scopeKind: post.scopeKind,
        scopeId: scopeOf(post),
        validFrom: null,
        validTo: null,
      })),
    );
    const imported = await importPlan(
      tx,
      engine.context.book,
      planOf(tasks),
      unitDirectory(UNITS),
      policy.version,
      at,
    );
    if (!imported.ok) throw new Error(imported.rejection.message);
  });
}

export function scopeOf(post: Post): string {
  if (post.scopeKind === 'unit') return unitIdOf(SMALL_DISTRICT, post.unit);
  if (post.scopeKind === 'jurisdiction') return SMALL_DISTRICT;
  return post.scopeKind === 'plan' ? PLAN : `${PLAN}/A1`;
}

export const smallTaskCode = (number: number): { plan: string; code: string } => ({
  plan: PLAN,
  code: `A1-0${number}`,
});
