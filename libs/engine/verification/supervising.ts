import { maySend, personsIn, refuse, type Actor, type Rejection } from '#accountability';
import type { Transaction } from '#persistence';

export interface PlanNamed {
  id: string;
  code: string;
  title: string;
}

export async function planNamed(tx: Transaction, planId: string): Promise<PlanNamed | null> {
  const [plan] = await tx.query<PlanNamed>('select id, code, title from plan where id = $1', [planId]);
  return plan ?? null;
}

/** Whether the actor is the supervision office of the plan: who may order verifications may draw them. */
export const maySupervise = (actor: Actor, jurisdictionId: string, planCode: string): boolean =>
  maySend(actor, 'task', 'VERIFICATION_ORDERED', { jurisdictionId, planCode, actionCode: null, unitIds: [] });

/** The offices whose people can stand in as the second person that types in public randomness. */
const WITNESSES = new Set(['supervisor', 'headquartersOffice', 'commander', 'deputyCommander']);

export const mayWitness = (actor: Actor, jurisdictionId: string, planCode: string): boolean =>
  actor.roles.some(
    ({ role, scopeKind, scopeId }) =>
      WITNESSES.has(role) &&
      ((scopeKind === 'plan' && scopeId === planCode) ||
        (scopeKind === 'jurisdiction' && scopeId === jurisdictionId)),
  );

export const NOT_SUPERVISOR = refuse('NotPermitted', '抽查由督查室办理；您的岗位无权办理此事项。');
export const PLAN_UNKNOWN = refuse(
  'SubjectNotFound',
  '找不到这一方案；它可能已被移除，或不在您的权限范围内。',
);

/** Who has to do with the matter does not judge it: the unit concerned, who filed the report, who accepted it. */
export function notIndependent(
  actor: Actor,
  of: { unitId: string; filedBy: string | null; acceptedBy: readonly string[] },
): Rejection | null {
  const say = (message: string): Rejection => refuse('NotIndependent', message).rejection;
  const { unitId, roles } = actor;
  const persons = personsIn(actor);
  if (
    unitId === of.unitId ||
    roles.some(({ scopeKind, scopeId }) => scopeKind === 'unit' && scopeId === of.unitId)
  )
    return say('被核实单位的人员不能登记本单位的核实结论；请由督查室其他人员办理。');
  if (of.filedBy !== null && persons.includes(of.filedBy))
    return say('不能核实本人填报的内容；请由督查室其他人员办理。');
  if (of.acceptedBy.some((person) => persons.includes(person)))
    return say('不能核实由人代本人填报或本人审核通过的填报；请由督查室其他人员办理。');
  return null;
}
