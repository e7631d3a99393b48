import type { Actor, Role } from '#accountability';
import { addMinutes, addWorkingDays, civilDateOf, civilTimeOf, instantOf, type Instant } from '#calendar';
import { askForPart, fulfilDuty } from '#engine';
import { mustWork, type Stage } from '../stage.js';

interface OpenDuty {
  id: string;
  kind: string;
  duty: string;
  period: string;
  action_code: string | null;
  unit_id: string;
  unit_code: string;
  owed_by: Role[];
  due_at: Instant;
  period_start: string | null;
}

/** The offices see to their ledgers, meetings, bulletins, reviews; supporting units give the parts they were asked for. */
export async function fulfilling(stage: Stage): Promise<void> {
  const duties = await stage.read<OpenDuty>(
    `select o.id, o.kind, o.duty, o.period, a.code as action_code, o.unit_id, u.code as unit_code,
       o.snapshot #> '{context,owedBy}' as owed_by, o.due_at, s.period_start
     from obligation o join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       left join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       left join action a on a.jurisdiction_id = o.jurisdiction_id and a.id = coalesce(o.action_id, t.action_id)
       left join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
     where o.kind <> 'taskReport' and o.state in ('open', 'returned') order by o.due_at, o.duty, a.code, u.code`,
  );
  for (const duty of duties) {
    const key = `duty:${duty.duty}:${duty.period}:${duty.action_code ?? ''}:${duty.unit_code}:${duty.id}`;
    if (stage.agenda.knows(key)) continue;
    stage.agenda.plan({ at: whenDone(stage, duty), key, run: () => fulfil(stage, duty) });
  }
}

/** Mostly in the last hours before it is due; meetings some days before; a few a working day or more too late. */
function whenDone(stage: Stage, { duty, kind, period, action_code, unit_code, due_at }: OpenDuty): Instant {
  const { latePercent, lateDays } = stage.scenario.duties;
  const who = [duty, period, action_code ?? '', unit_code];
  if (stage.chance('dutyLate', ...who) * 100 < latePercent)
    return stage.morning(civilDateOf(due_at), lateDays, 'duty', ...who);
  const before = addMinutes(due_at, -15 - Math.floor(stage.chance('dutyMinute', ...who) * 120));
  if (kind !== 'meeting') return latest(before, stage.now);
  const day = addWorkingDays(
    stage.calendar,
    civilDateOf(due_at),
    -Math.floor(stage.chance('meetingDay', ...who) * 12),
  );
  return latest(instantOf(day, civilTimeOf(before)), stage.now);
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

async function fulfil(stage: Stage, duty: OpenDuty): Promise<void> {
  const [still] = await stage.read<{ state: string; revision: number }>(
    `select state, (snapshot #>> '{context,revision}')::int as revision from obligation where id = $1`,
    [duty.id],
  );
  if (still?.state !== 'open' && still?.state !== 'returned') return;
  const actor = await whoOwes(stage, duty);
  if (!actor) return;
  mustWork(
    await fulfilDuty(stage.engine.context, {
      jurisdictionId: stage.jurisdictionId,
      actor,
      idempotencyKey: `scenario:${stage.now}`,
      obligationId: duty.id,
      record: recordOf(stage, duty),
    }),
    `${duty.duty} ${duty.period} ${duty.action_code ?? ''}`,
  );
}

async function whoOwes(
  stage: Stage,
  { owed_by, action_code, unit_id, kind }: OpenDuty,
): Promise<Actor | null> {
  if (kind === 'part' || kind === 'requestedReport')
    return (await stage.actor('supportUnitLiaison', unit_id)) ?? (await stage.ofUnit(unit_id));
  const { plan } = stage.scenario;
  for (const role of owed_by) {
    const actor = await stage.actor(role, action_code === null ? plan : `${plan}/${action_code}`);
    if (actor) return actor;
  }
  return null;
}

function recordOf(stage: Stage, { kind, period, unit_code }: OpenDuty): unknown {
  if (kind === 'part' || kind === 'requestedReport')
    return { text: `${period}按分工推进，${unit_code}相关工作已落实。` };
  if (kind === 'meeting')
    return {
      heldOn: civilDateOf(stage.now),
      chairedBy: '专班召集人',
      attended: ['专班各成员单位'],
      decisions: ['按序时进度推进，落后事项由牵头单位下期说明'],
    };
  return { state: kind === 'bulletin' ? 'issued' : 'confirmed', note: '已核对' };
}

/** Lead units that ask their first supporting unit for its part, as the scenario says. */
export function askingForParts(stage: Stage): void {
  for (const { task, on } of stage.scenario.parts)
    stage.agenda.plan({
      at: instantOf(on, '10:30'),
      key: `part:${task}`,
      run: async () => {
        const [row] = await stage.read<{ id: string; lead: string; unit_id: string }>(
          `select t.id, t.snapshot->'context'->'leadUnitIds'->>0 as lead, r.unit_id from task t
             join responsibility r on r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'support'
             join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id and not u.is_group
           where t.code = $1 and r.unit_id::text <> t.snapshot->'context'->'leadUnitIds'->>0 order by r.position limit 1`,
          [task],
        );
        const actor = row && (await stage.ofUnit(row.lead));
        if (!row || !actor) return;
        mustWork(
          await askForPart(stage.engine.context, {
            jurisdictionId: stage.jurisdictionId,
            actor,
            idempotencyKey: `scenario:part:${task}`,
            taskId: row.id,
            unitId: row.unit_id,
            words: '本季度分工范围内的进展和数据',
          }),
          `part ${task}`,
        );
      },
    });
}
