import { civilDateOf } from '#calendar';
import { mustWork, type Stage } from '../stage.js';
import { file } from './filing.js';

interface Submitted {
  id: string;
  sitting_id: string;
  unit_id: string;
  unit_code: string;
  revision: number;
}

/** The offices of the task forces look at some of what was filed, on the next working morning, and return a little of it. */
export async function reviewing(stage: Stage): Promise<void> {
  const submitted = await stage.read<{ action_code: string; filed_at: string }>(
    `select distinct a.code as action_code, o.snapshot->'context'->>'filedAt' as filed_at
     from obligation o join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id where o.kind = 'taskReport' and o.state = 'submitted'`,
  );
  for (const { action_code: action, filed_at: filedAt } of submitted) {
    const on = civilDateOf(filedAt);
    const key = `review:${action}:${on}`;
    if (stage.agenda.knows(key)) continue;
    stage.agenda.plan({ at: stage.morning(on, 1, 'review', action), key, run: () => review(stage, action) });
  }
}

async function review(stage: Stage, action: string): Promise<void> {
  const actor = await stage.actor('taskForceOffice', `${stage.scenario.plan}/${action}`);
  if (!actor) return;
  const rows = await stage.read<Submitted>(
    `select o.id, o.sitting_id, o.unit_id, u.code as unit_code, (o.snapshot->'context'->>'revision')::integer as revision
     from obligation o join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
     where o.kind = 'taskReport' and o.state = 'submitted' and a.code = $1 order by t.code, u.code`,
    [action],
  );
  const { reviewsPercent, returnsPercent } = stage.scenario.office;
  const looked = rows.filter(({ id }) => stage.chance('review', id) * 100 < reviewsPercent);
  // A report is returned once: what was filed again is taken.
  const returned = looked.filter(
    ({ id, revision }) => revision === 1 && stage.chance('return', id) * 100 < returnsPercent,
  );
  const accepted = looked.filter((row) => !returned.includes(row));
  if (accepted.length > 0) {
    const subjects = accepted.map(({ id }) => ({ kind: 'obligation' as const, id }));
    mustWork(
      await stage.engine.actOnMany({
        jurisdictionId: stage.jurisdictionId,
        subjects,
        action: 'accept',
        input: {},
        actor,
        idempotencyKey: `scenario:${stage.now}`,
      }),
      `accept ${action}`,
    );
  }
  for (const row of returned) {
    const command = {
      jurisdictionId: stage.jurisdictionId,
      subject: { kind: 'obligation' as const, id: row.id },
      action: 'return',
      input: { reason: '进展与上期重复，请写明本期实际完成情况' },
      actor,
    };
    mustWork(
      await stage.engine.act({ ...command, idempotencyKey: `scenario:${stage.now}` }),
      `return ${row.unit_code}`,
    );
    stage.agenda.plan({
      at: stage.afterHours(stage.now, 3),
      key: `refile:${row.unit_code}:${row.id}:${stage.now}`,
      run: () => file(stage, row.sitting_id, row.unit_id, row.unit_code),
    });
  }
}
