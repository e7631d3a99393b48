import { taskIdOf } from '#accountability';
import { civilDateOf, instantOf } from '#calendar';
import { mustWork, type Stage } from '../stage.js';

interface Waiting {
  id: string;
  unit_id: string;
  code: string;
  dispatched_at: string;
}

/** Lead units sign for what was dispatched to them, most within a working day; one or the other disputes it. */
export function disputing(stage: Stage): void {
  for (const dispute of stage.scenario.disputes) {
    const id = taskIdOf(stage.jurisdictionId, stage.scenario.plan, dispute.task);
    const common = { jurisdictionId: stage.jurisdictionId, subject: { kind: 'task' as const, id } };
    stage.agenda.plan({
      at: instantOf(dispute.on, '08:40'),
      key: `dispute:${dispute.task}`,
      run: async () => {
        const actor = await stage.actor('leadUnitHead', stage.unitId(dispute.unit));
        if (!actor) throw new Error(`no head in ${dispute.unit}`);
        mustWork(
          await stage.engine.act({
            ...common,
            action: 'dispute',
            input: { reason: dispute.reason },
            actor,
            idempotencyKey: 'scenario:dispute',
          }),
          `dispute ${dispute.task}`,
        );
      },
    });
    stage.agenda.plan({
      at: instantOf(dispute.decidedOn, '15:00'),
      key: `dispute:${dispute.task}:decided`,
      run: async () => {
        const actor = await stage.actor('headquartersOffice', stage.scenario.plan);
        if (!actor) throw new Error('no headquarters office');
        const input = { decision: dispute.decision, reason: '按方案分工执行' };
        mustWork(
          await stage.engine.act({
            ...common,
            action: 'resolveDispute',
            input,
            actor,
            idempotencyKey: 'scenario:resolve',
          }),
          `resolve ${dispute.task}`,
        );
      },
    });
  }
}

/** Looks for tasks that wait for a signature and plans the unit's act. */
export async function signing(stage: Stage): Promise<void> {
  const waiting = await stage.read<Waiting>(
    `select t.id, l.unit_id, u.code, d.armed_at as dispatched_at
     from task t
       join deadline d on d.jurisdiction_id = t.jurisdiction_id and d.subject_kind = 'task' and d.subject_id = t.id and d.name = 'sign'
       cross join lateral (select (jsonb_array_elements_text(t.snapshot->'context'->'leadUnitIds'))::uuid as unit_id) l
       join unit u on u.jurisdiction_id = t.jurisdiction_id and u.id = l.unit_id
     where t.state = 'dispatched' and d.generation = (select max(x.generation) from deadline x where x.jurisdiction_id = d.jurisdiction_id
         and x.subject_kind = 'task' and x.subject_id = t.id and x.name = 'sign')
       and not t.snapshot->'context'->'signedBy' ? l.unit_id::text`,
  );
  for (const { unit_id: unitId, code, dispatched_at: dispatchedAt } of waiting) {
    const late = stage.scenario.signing.late[code];
    const days = late === undefined ? 1 : 2 + late;
    const key = `sign:${code}:${dispatchedAt}`;
    if (stage.agenda.knows(key)) continue;
    stage.agenda.plan({
      at: stage.morning(civilDateOf(dispatchedAt), days, code),
      key,
      run: () => signAll(stage, unitId, code),
    });
  }
}

async function signAll(stage: Stage, unitId: string, code: string): Promise<void> {
  const actor = await stage.ofUnit(unitId);
  if (!actor) return;
  const tasks = await stage.read<{ id: string }>(
    `select id from task where state = 'dispatched' and snapshot->'context'->'leadUnitIds' ? $1
       and not snapshot->'context'->'signedBy' ? $1 order by code`,
    [unitId],
  );
  if (tasks.length === 0) return;
  mustWork(
    await stage.engine.actOnMany({
      jurisdictionId: stage.jurisdictionId,
      subjects: tasks.map(({ id }) => ({ kind: 'task', id })),
      action: 'sign',
      input: {},
      actor,
      idempotencyKey: `scenario:sign:${code}:${stage.now}`,
    }),
    `sign ${code}`,
  );
}
