import { mayCreateTask, refuse, type Outcome } from '#accountability';
import { civilDateOf, type CivilDate } from '#calendar';
import {
  sayCascade,
  setHandedDownTask,
  systemClock,
  taskToHandDown,
  unitNames,
  type HandedDownTaskRead,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { areUnits } from '../tasks/are-units.js';
import { dispatchDrafted, placeIn } from '../tasks/create-task.js';
import { draftTasks } from '../tasks/draft-tasks.js';
import { recordCascade } from '../trail/index.js';
import { decidedKeyOf, onHandedDown, type HandedDownCommand } from './on-handed-down.js';

export interface AdoptCommand extends HandedDownCommand {
  planId: string;
  /** The code of the action that it goes into: `A1`. */
  actionCode: string;
  /** Left out: as it was handed down. */
  title?: string;
  leadUnitIds: string[];
  supportUnitIds?: string[];
  /** Left out: the one handed down. A later one needs its reason. */
  deadlineOn?: CivilDate;
  deadlineReason?: string;
  /** Confirmed and put to its units in the same step; else it is drafted and waits. */
  dispatch?: boolean;
}

/**
 * Takes over what was handed down as a task of one's own, in a plan and under units of one's own, with a clock of its own. Once:
 * the task's id follows from the hand-down, and its row is locked.
 *
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, UnitUnknown, LeadMissing, InputInvalid,
 * DeadlineLaterThanUpper.
 */
export function adoptHandedDown(
  context: EngineContext,
  command: AdoptCommand,
): Promise<Outcome<HandedDownTaskRead>> {
  return onHandedDown(context, command, async (tx, row): Promise<Outcome<null>> => {
    const now = context.clock.now();
    const place = await placeIn(tx, command.planId, command.actionCode);
    if (!place) return refuse('SubjectNotFound', '找不到所选方案或行动。');
    const { jurisdictionId, actor, leadUnitIds } = command;
    const { planCode, actionCode } = place;
    if (!mayCreateTask(actor, 'handedDown', { jurisdictionId, planCode, actionCode, unitIds: leadUnitIds }))
      return refuse('NotPermitted', '您的岗位无权在这份方案中承接上级交办。');
    const checked = await check(tx, command, row, civilDateOf(now));
    if (!checked.ok) return checked;
    const deadlineOn = checked.value;
    const [taskId = ''] = await draftTasks(
      tx,
      context.book,
      place,
      [
        {
          title: command.title?.trim() ?? row.title,
          text: row.requirement,
          leadUnitIds: [...new Set(leadUnitIds)],
          supportUnitIds: [...new Set(command.supportUnitIds ?? [])].filter(
            (id) => !leadUnitIds.includes(id),
          ),
          deadlineOn,
          deadlineInferred: false,
          indicators: row.indicators.map((one) => ({ ...one, comparator: one.comparator })),
          origin: {
            kind: 'handedDown',
            ref: `${row.upperName}《${row.upperPlanTitle}》${row.upperTaskCode}`,
            ...(actor.personId !== null && { personId: actor.personId }),
          },
        },
      ],
      { personId: actor.personId, requestKey: `handedDown/${row.id}`, at: now },
    );
    await setHandedDownTask(tx, row.id, {
      state: 'adopted',
      taskId,
      decidedAt: now,
      ...(actor.personId !== null && { decidedBy: actor.personId }),
      decidedKey: decidedKeyOf(command),
    });
    await sayAdopted(tx, command, row, taskId, deadlineOn, now);
    context.fault('cascade.adopted');
    if (command.dispatch !== true) return { ok: true, value: null };
    return (await dispatchDrafted(context, tx, [taskId], command, now)) ?? { ok: true, value: null };
  });
}

async function check(
  tx: Transaction,
  command: AdoptCommand,
  row: HandedDownTaskRead,
  today: CivilDate,
): Promise<Outcome<CivilDate>> {
  const { leadUnitIds, supportUnitIds = [], deadlineOn = row.deadlineOn, deadlineReason = '' } = command;
  if (command.title !== undefined && command.title.trim() === '')
    return refuse('InputInvalid', '请写明任务名称。', { field: 'title' });
  if (!(await areUnits(tx, [...leadUnitIds, ...supportUnitIds])))
    return refuse('UnitUnknown', '所选单位中有不在名录内的，或是统称；请逐一选定具体单位。', {
      field: 'leadUnitIds',
    });
  if (command.dispatch === true && leadUnitIds.length === 0)
    return refuse('LeadMissing', '下发前须指定牵头单位。', { field: 'leadUnitIds' });
  if (deadlineOn < today)
    return refuse('InputInvalid', '完成时限不能早于今天；上级时限已过的，请另定并说明理由。', {
      field: 'deadlineOn',
    });
  if (deadlineOn > row.deadlineOn && deadlineReason.trim() === '')
    return refuse(
      'DeadlineLaterThanUpper',
      `完成时限晚于上级交办的时限（${row.deadlineOn}），须写明理由，并随承接一并报告上级。`,
      { field: 'deadlineReason' },
    );
  return { ok: true, value: deadlineOn };
}

async function sayAdopted(
  tx: Transaction,
  command: AdoptCommand,
  row: HandedDownTaskRead,
  taskId: string,
  deadlineOn: CivilDate,
  at: string,
): Promise<void> {
  const task = await taskToHandDown(tx, taskId, { lock: false });
  if (task === null) throw new Error(`task ${taskId} was drafted and is not there`);
  const names = await unitNames(tx, task.leadUnitIds);
  const body = {
    code: task.code,
    title: task.title,
    deadlineOn,
    leads: task.leadUnitIds.map((id) => names.get(id) ?? ''),
    deadlineReason: deadlineOn > row.deadlineOn ? (command.deadlineReason?.trim() ?? '') : null,
  };
  await sayCascade(tx, { handDownId: row.id, otherId: row.upperId, kind: 'adopted', body, at });
  await recordCascade(tx, command.origin, {
    action: 'handedDownAdopted',
    at: systemClock.now(),
    target: { kind: 'handedDownTask', id: row.id },
    details: { taskId, deadlineOn },
  });
}
