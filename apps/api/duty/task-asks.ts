import {
  askingOffice,
  askingUnit,
  keepsDuties,
  policySchema,
  reaches,
  upgraded,
  type RoleInScope,
} from '#accountability';
import { civilDateOf } from '#calendar';
import { CADENCE_EVERY_LABELS, labelOf, type TaskAsks } from '#contract';
import {
  listDuties,
  listPartRequests,
  listResponsibilities,
  personNames,
  policyOf,
  readTask,
  roleHolders,
} from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { personRef, unitRef } from '../view/refs.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { dutiesSeen } from './read-duties.js';

/** What was asked for on a task, and what this person may ask whom for. Rejects with NotFound. */
export async function taskAsks(context: ApiContext, who: Who, taskId: string): Promise<TaskAsks> {
  const today = civilDateOf(context.now());
  const asked = await seenBy(context, who, async (tx): Promise<Omit<TaskAsks, 'duties'>> => {
    const task = await readTask(tx, taskId);
    if (task === null) throw problem('NotFound');
    const responsible = await listResponsibilities(tx, taskId);
    const leads = responsible.filter(({ kind }) => kind === 'lead').map((row) => row.unit_id);
    const scope = {
      jurisdictionId: who.jurisdictionId,
      planCode: task.plan_code,
      actionCode: task.action_code,
      unitIds: leads,
    };
    const { requests } = policySchema.parse(await policyOf(tx, task.policy_version));
    const live = keepsDuties(upgraded('task', task.snapshot));
    const asker = live ? askingUnit(who.actor, scope) : null;
    const asksReports = live && askingOffice(who.actor, scope) !== null;
    const units = [
      ...new Map(responsible.map((row) => [row.unit_id, unitRef(row.unit_id, row.unit_name)])).values(),
    ];
    const holders = asksReports
      ? (await roleHolders(tx, today)).filter(
          (held) =>
            held.personId !== who.personId &&
            requests.approvedBy.includes(held.role) &&
            reaches(held as RoleInScope, scope),
        )
      : [];
    const approverIds = [...new Set(holders.map(({ personId }) => personId))];
    const names = await personNames(tx, approverIds);
    return {
      parts: (await listPartRequests(tx, taskId)).map((row) => ({
        id: row.id,
        unit: unitRef(row.unit_id, row.unit_name),
        askedBy: unitRef(row.asked_by_unit_id, row.asked_by_unit_name),
        cadenceLabel: row.once ? '一次' : labelOf(CADENCE_EVERY_LABELS, row.cadence),
        words: row.words,
        askedAt: row.asked_at,
        withdrawnAt: row.withdrawn_at,
        mayWithdraw: row.withdrawn_at === null && asker !== null,
      })),
      partOf: asker === null ? [] : units.filter(({ id }) => !leads.includes(id) && id !== asker),
      reportOf: asksReports ? units : [],
      noticeHours: requests.noticeHours,
      approvers: approverIds.flatMap((id) => personRef(id, names.get(id) ?? null) ?? []),
    };
  });
  const duties = await dutiesSeen(context, who, (tx) => listDuties(tx, { taskId, limit: 100 }));
  return { ...asked, duties };
}
