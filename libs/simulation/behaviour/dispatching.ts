import { planIdOf } from '#accountability';
import { civilDateOf, instantOf } from '#calendar';
import { mustWork, type Stage } from '../stage.js';

interface TaskRow {
  id: string;
  code: string;
}

/** The headquarters office: confirms the plan, dispatches what has a lead, later assigns and dispatches the rest. */
export function dispatching(stage: Stage, from: string): void {
  const { scenario, agenda } = stage;
  agenda.plan({
    at: instantOf(from, scenario.dispatchAt),
    key: '0-dispatch',
    run: () => confirmAndDispatch(stage),
  });
  if (scenario.assignFirstListedOn) {
    const at = instantOf(scenario.assignFirstListedOn, '10:00');
    agenda.plan({ at, key: '1-assign', run: () => assignFirstListed(stage) });
  }
}

const planId = (stage: Stage): string => planIdOf(stage.jurisdictionId, stage.scenario.plan);

async function headquarters(stage: Stage) {
  const actor = await stage.actor('headquartersOffice', stage.scenario.plan);
  if (!actor) throw new Error('the scenario has no headquarters office');
  return actor;
}

async function onMany(
  stage: Stage,
  action: string,
  tasks: readonly TaskRow[],
  input: Record<string, unknown> = {},
): Promise<void> {
  if (tasks.length === 0) return;
  mustWork(
    await stage.engine.actOnMany({
      jurisdictionId: stage.jurisdictionId,
      subjects: tasks.map(({ id }) => ({ kind: 'task', id })),
      action,
      input,
      actor: await headquarters(stage),
      idempotencyKey: `scenario:${action}:${stage.now}`,
    }),
    action,
  );
}

async function confirmAndDispatch(stage: Stage): Promise<void> {
  const tasks = await stage.read<TaskRow & { needs_assignment: boolean }>(
    `select id, code, needs_assignment from task where plan_id = $1 and state = 'drafted' order by code`,
    [planId(stage)],
  );
  await onMany(stage, 'confirm', tasks);
  await onMany(
    stage,
    'dispatch',
    tasks.filter((task) => !task.needs_assignment),
  );
}

/** A group (各成员单位) cannot lead: then it is the first single unit, or the unit that is the task force's office. */
async function assignFirstListed(stage: Stage): Promise<void> {
  const tasks = await stage.read<TaskRow & { unit_id: string }>(
    `select t.id, t.code, coalesce(r.unit_id, a.office_unit_id) as unit_id
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       left join lateral (
         select r.unit_id from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
         where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'support' and not u.is_group
         order by r.position limit 1) r on true
     where t.plan_id = $1 and t.state = 'confirmed' and t.needs_assignment
       and coalesce(r.unit_id, a.office_unit_id) is not null order by t.code`,
    [planId(stage)],
  );
  for (const task of tasks) {
    const input = { unitIds: [task.unit_id], reason: '原文未写明牵头单位，确定由排序第一的责任单位牵头' };
    mustWork(
      await stage.engine.act({
        jurisdictionId: stage.jurisdictionId,
        subject: { kind: 'task', id: task.id },
        action: 'assignLead',
        input,
        actor: await headquarters(stage),
        idempotencyKey: `scenario:assign:${civilDateOf(stage.now)}`,
      }),
      `assign ${task.code}`,
    );
  }
  await onMany(stage, 'dispatch', tasks);
}
