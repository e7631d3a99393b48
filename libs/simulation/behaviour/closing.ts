import type { Role } from '#accountability';
import { civilDateOf } from '#calendar';
import { mustWork, type Stage } from '../stage.js';

interface TaskRow {
  id: string;
  code: string;
  action_code: string;
  state: string;
  version: number;
  lead: string;
}

const GATES: Readonly<Record<string, { role: Role; days: number }>> = {
  'closing.taskForceReview': { role: 'taskForceOffice', days: 1 },
  'closing.verification': { role: 'supervisor', days: 2 },
  'closing.approval': { role: 'headquartersOffice', days: 1 },
};

/** Towards the year's end, lead units ask to close what is done, and the three gates open one after the other. */
export async function closing(stage: Stage): Promise<void> {
  const plan = stage.scenario.closing;
  if (!plan || civilDateOf(stage.now) < plan.from) return;
  const tasks = await stage.read<TaskRow>(
    `select t.id, t.code, a.code as action_code, t.state, t.version, t.snapshot->'context'->'leadUnitIds'->>0 as lead
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.state = 'inProgress' or t.state like 'closing.%' order by t.code`,
  );
  for (const task of tasks) {
    const gate = GATES[task.state];
    if (!gate) {
      if (stage.chance('closes', task.code) * 100 >= plan.percent) continue;
      const wait = Math.floor(stage.chance('when', task.code) * 14);
      stage.agenda.plan({
        at: stage.morning(plan.from, wait, task.code),
        key: `close:${task.code}`,
        run: () => request(stage, task),
      });
      continue;
    }
    const scopeId =
      gate.role === 'taskForceOffice' ? `${stage.scenario.plan}/${task.action_code}` : stage.scenario.plan;
    const key = `gate:${task.code}:${task.state}:${task.version}`;
    if (stage.agenda.knows(key)) continue;
    stage.agenda.plan({
      at: stage.morning(civilDateOf(stage.now), gate.days, task.code, task.state),
      key,
      run: () => pass(stage, task, gate.role, scopeId),
    });
  }
}

async function request(stage: Stage, task: TaskRow): Promise<void> {
  const actor = await stage.ofUnit(task.lead);
  if (!actor) return;
  const input = { statement: '任务已完成，申请办结。' };
  mustWork(
    await stage.engine.act({
      jurisdictionId: stage.jurisdictionId,
      subject: { kind: 'task', id: task.id },
      action: 'requestClosure',
      input,
      actor,
      idempotencyKey: `scenario:close`,
    }),
    `close ${task.code}`,
  );
}

async function pass(stage: Stage, task: TaskRow, role: Role, scopeId: string): Promise<void> {
  const actor = await stage.actor(role, scopeId);
  if (!actor) return;
  const [now] = await stage.read<{ state: string }>('select state from task where id = $1', [task.id]);
  if (now?.state !== task.state) return;
  mustWork(
    await stage.engine.act({
      jurisdictionId: stage.jurisdictionId,
      subject: { kind: 'task', id: task.id },
      action: 'passGate',
      input: { finding: '情况属实' },
      actor,
      idempotencyKey: `scenario:${task.state}:${task.version}`,
    }),
    `gate ${task.code}`,
  );
}
