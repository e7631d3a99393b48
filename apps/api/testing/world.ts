import { readFileSync } from 'node:fs';
import { begin, type Policy } from '#accountability';
import { parseCalendar } from '#calendar';
import { GENESIS_HASH, json, type Database, type Transaction } from '#persistence';
import { shippedRules } from '#testing';
import { ACTION_ID, JURISDICTION, PLAN, TASKS, UNITS, type UnitKey } from './district.js';
import { insertPeople } from './people.js';

const seed = (path: string): string =>
  readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');

/** A small district in an empty database: three units, a plan of three drafted tasks, the real policy and calendar. */
export async function insertWorld(database: Database, now: string): Promise<void> {
  await database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    const policy = await insertRules(tx, now);
    for (const [code, unit] of Object.entries(UNITS)) {
      await tx.execute(
        "insert into unit (jurisdiction_id, id, code, name, kind) values ($1, $2, $3, $4, 'department')",
        [JURISDICTION, unit.id, code, unit.name],
      );
    }
    await insertPeople(tx, now);
    await insertPlan(tx, policy);
  });
}

async function insertRules(tx: Transaction, now: string): Promise<Policy> {
  const { policy } = shippedRules();
  const calendar = parseCalendar(seed('calendars/cn-state-council.yaml'));
  if (!calendar.ok) throw new Error('the calendar cannot be read');
  await tx.execute(
    "insert into jurisdiction (id, name, level, calendar_id, created_at) values ($1, '武陵源区', 'county', $2, $3)",
    [JURISDICTION, calendar.data.id, now],
  );
  await tx.execute(
    'insert into calendar_version (jurisdiction_id, calendar_id, version, body, created_at) values ($1, $2, $3, $4, $5)',
    [JURISDICTION, calendar.data.id, calendar.data.version, json(calendar.data), now],
  );
  await tx.execute(
    'insert into policy_version (jurisdiction_id, policy_id, version, body, created_at) values ($1, $2, $3, $4, $5)',
    [JURISDICTION, policy.id, policy.version, json(policy), now],
  );
  return policy;
}

async function insertPlan(tx: Transaction, policy: Policy): Promise<void> {
  await tx.execute(
    `insert into plan (jurisdiction_id, id, code, title, year, cadences, policy_version)
     values ($1, $2, $3, '测试方案', 2024, $4, $5)`,
    [JURISDICTION, PLAN.id, PLAN.code, json([{ kind: 'dispatch', every: 'ten-day' }]), policy.version],
  );
  await tx.execute(
    `insert into action (jurisdiction_id, id, plan_id, code, number, name, position, office_unit_id)
     values ($1, $2, $3, 'A1', '附件1', '产业发展行动', 1, $4)`,
    [JURISDICTION, ACTION_ID, PLAN.id, UNITS.office.id],
  );
  for (const [code, task] of Object.entries(TASKS)) await insertTask(tx, code, task, policy);
}

async function insertTask(
  tx: Transaction,
  code: string,
  task: { id: string; lead: UnitKey; support: readonly UnitKey[] },
  policy: Policy,
): Promise<void> {
  const lead = UNITS[task.lead];
  const input = { id: task.id, planId: PLAN.id, leadUnitIds: [lead.id], deadlineOn: '2024-12-31' };
  await tx.execute(
    `insert into task (jurisdiction_id, id, plan_id, action_id, code, number, title, place, deadline_on,
       original_deadline_on, deadline_inferred, state, machine_version, policy_version, calendar_version, snapshot,
       version, head_hash)
     values ($1, $2, $3, $4, $5, '1', $6, $7, '2024-12-31', '2024-12-31', true, 'drafted', 1, $8, 1, $9, 0, $10)`,
    [
      JURISDICTION,
      task.id,
      PLAN.id,
      ACTION_ID,
      code,
      `任务${code}`,
      json({ annex: '附件1', section: '(一)', number: '1', start: 10, end: 20 }),
      policy.version,
      json(begin({ kind: 'task', input }, policy)),
      GENESIS_HASH,
    ],
  );
  const responsible = [
    { unit: lead, kind: 'lead' },
    ...task.support.map((key) => ({ unit: UNITS[key], kind: 'support' })),
  ];
  for (const [position, { unit, kind }] of responsible.entries()) {
    await tx.execute(
      `insert into responsibility (jurisdiction_id, task_id, unit_id, kind, printed_name, position)
       values ($1, $2, $3, $4, $5, $6)`,
      [JURISDICTION, task.id, unit.id, kind, unit.name, position],
    );
  }
  await tx.execute(
    `insert into indicator (jurisdiction_id, task_id, position, name, comparator, value, unit)
     values ($1, $2, 0, '合格率', '>=', 95, '%')`,
    [JURISDICTION, task.id],
  );
}
