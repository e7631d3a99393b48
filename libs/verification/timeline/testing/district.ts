import { identifierOf, personIdOf, taskIdOf, unitIdOf, type Actor, type Role } from '#accountability';
import { createEngine, importPlan, type Engine } from '#engine';
import {
  foundJurisdiction,
  insertCalendarVersion,
  insertPeople,
  insertPolicyVersion,
  insertRoleAssignments,
  insertUnits,
  putChannel,
  putContact,
  type Database,
} from '#persistence';
import { parseCalendar, type Instant } from '#calendar';
import { unitDirectory, type PlanSeed, type UnitSeed } from '#plan';
import type { SecretBox } from '#courier';
import { manualClock, policyFrom, seedText } from '#testing';
import { dateOf, dayOfMinute, minuteOfInstant } from '../../oracle/days.js';
import { AWAITED_UNIT, deadlineOf, WAITING_UNIT } from '../oracle/draw-matter.js';
import { LEADS } from '../oracle/draw-plot.js';

export const DISTRICT = '990102';
const PLAN = 'month-plan';

const NAMES: Readonly<Record<string, string>> = {
  office: '区政府办',
  supervision: '区政府督查室',
  education: '区教育局',
  civil: '区民政局',
  health: '区卫生健康局',
  [WAITING_UNIT]: '区住房和城乡建设局',
  [AWAITED_UNIT]: '区自然资源局',
};
/** Units that act as such: those that lead, and the one that is waited for. */
const ACTING = [...Object.keys(LEADS), AWAITED_UNIT];

interface Post {
  username: string;
  unit: string;
  role: Role;
  scopeKind: 'plan' | 'action' | 'unit';
}

const OFFICES: readonly Post[] = [
  { username: 'headquartersOffice', unit: 'office', role: 'headquartersOffice', scopeKind: 'plan' },
  { username: 'commander', unit: 'office', role: 'commander', scopeKind: 'plan' },
  { username: 'supervisor', unit: 'supervision', role: 'supervisor', scopeKind: 'plan' },
  { username: 'taskForceConvener', unit: 'office', role: 'taskForceConvener', scopeKind: 'action' },
  { username: 'taskForceOffice', unit: 'office', role: 'taskForceOffice', scopeKind: 'action' },
];
export const POSTS: readonly Post[] = [
  ...OFFICES,
  ...ACTING.flatMap((unit): Post[] => [
    { username: `head-${unit}`, unit, role: 'leadUnitHead', scopeKind: 'unit' },
    { username: `liaison-${unit}`, unit, role: 'liaison', scopeKind: 'unit' },
  ]),
];

const UNITS: UnitSeed = {
  schema: 'luoshi.units/1',
  jurisdiction: {
    code: DISTRICT,
    name: '示例区',
    fullPrefixes: ['示例市示例区', '示例区'],
    shortPrefix: '区',
  },
  units: Object.entries(NAMES).map(([code, name]) => ({
    code,
    name,
    kind: ACTING.includes(code) ? ('government-department' as const) : ('office' as const),
    aliases: [],
    desks: [],
    group: false,
    functions: [],
  })),
};

export const unitId = (unit: string): string => unitIdOf(DISTRICT, unit);
export const unitOfName = new Map(ACTING.map((code) => [NAMES[code] ?? '', code]));
export const taskId = (unit: string, number: number): string =>
  taskIdOf(DISTRICT, PLAN, taskCode(unit, number));

const taskCode = (unit: string, number: number): string =>
  `A1-${Object.keys(LEADS).indexOf(unit) + 1}${number}`;

function plan(at: Instant): PlanSeed {
  const soon = dateOf(dayOfMinute(deadlineOf(minuteOfInstant(at))));
  const tasks = Object.entries(LEADS).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, index) => ({ unit, number: index + 1 })),
  );
  return {
    schema: 'luoshi.plan/1',
    id: PLAN,
    jurisdiction: { code: DISTRICT, name: '示例区' },
    document: {
      title: '示例区办好实事实施方案',
      number: '示政办发〔2024〕2号',
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
    tasks: tasks.map(({ unit, number }, index) => ({
      code: taskCode(unit, number),
      action: 'A1',
      section: '(一)办好实事',
      number: String(index + 1),
      title: `第${index + 1}件实事`,
      place: { annex: 1, section: '(一)', number: String(index + 1), start: index * 10, end: index * 10 + 9 },
      lead: [{ printed: NAMES[unit] ?? '', canonical: NAMES[unit] ?? '' }],
      support: [],
      mode: 'lead-support',
      openEnded: false,
      leadIsInferred: false,
      needsAssignment: false,
      deadlines: [
        unit === WAITING_UNIT ? { date: soon, inferred: false } : { date: '2024-12-31', inferred: true },
      ],
      ongoing: false,
      cadences: [],
      indicators: [],
    })),
  };
}

/** A district with its plan, whose tasks are dispatched at that moment; who has a contact gets letters at the peer's address. */
export async function foundDistrict(database: Database, at: Instant, box: SecretBox): Promise<void> {
  const clock = manualClock(at);
  const engine = createEngine({ database, clock });
  const calendar = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!calendar.ok) throw new Error(JSON.stringify(calendar));
  const policy = policyFrom(seedText('policies/default.yaml'));
  await database.transaction({ jurisdictionId: DISTRICT }, async (tx) => {
    const { id, version } = calendar.data;
    await foundJurisdiction(tx, { name: '示例区', level: 'county', calendarId: id, at });
    await insertCalendarVersion(tx, { id, version, body: calendar.data, at });
    await insertPolicyVersion(tx, {
      id: policy.id,
      version: policy.version,
      body: { ...policy, duties: [] },
      at,
    });
    await insertUnits(
      tx,
      UNITS.units.map((unit) => ({ ...unit, id: unitId(unit.code), isGroup: false, members: [] })),
    );
    await insertPeople(
      tx,
      POSTS.map(({ username, unit }) => ({
        id: personIdOf(DISTRICT, username),
        unitId: unitId(unit),
        name: username,
        username,
      })),
    );
    await insertRoleAssignments(
      tx,
      POSTS.map((post) => ({
        id: identifierOf(post.username, 'role'),
        personId: personIdOf(DISTRICT, post.username),
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
      plan(at),
      unitDirectory(UNITS),
      policy.version,
      at,
    );
    if (!imported.ok) throw new Error(imported.rejection.message);
    const channelId = identifierOf('channel', DISTRICT, 'webhook');
    await putChannel(tx, {
      id: channelId,
      kind: 'webhook',
      name: '单位系统',
      settings: {},
      sealedSecret: box.seal({ secret: 'a secret of sixteen characters' }),
      createdAt: at,
    });
    for (const { username } of POSTS)
      await putContact(tx, {
        id: identifierOf('contact', username),
        channelId,
        personId: personIdOf(DISTRICT, username),
        unitId: null,
        address: username,
        wants: 'everything',
        anyHour: false,
        createdAt: at,
      });
  });
  await dispatchAll(engine);
}

async function dispatchAll(engine: Engine): Promise<void> {
  for (const action of ['confirm', 'dispatch'])
    for (const [unit, count] of Object.entries(LEADS))
      for (let number = 1; number <= count; number += 1) {
        const outcome = await engine.act({
          jurisdictionId: DISTRICT,
          subject: { kind: 'task', id: taskId(unit, number) },
          action,
          input: {},
          actor: actor('headquartersOffice'),
          idempotencyKey: `${action}/${unit}/${number}`,
        });
        if (!outcome.ok) throw new Error(outcome.rejection.message);
      }
  await engine.sweep(DISTRICT);
}

function scopeOf({ scopeKind, unit }: Post): string {
  if (scopeKind === 'unit') return unitId(unit);
  return scopeKind === 'plan' ? PLAN : `${PLAN}/A1`;
}

export function actor(username: string): Actor {
  const post = POSTS.find((one) => one.username === username);
  if (!post) throw new Error(`nobody is called ${username}`);
  const { role, scopeKind } = post;
  return {
    personId: personIdOf(DISTRICT, username),
    unitId: null,
    roles: [{ role, scopeKind, scopeId: scopeOf(post) }],
  };
}
