import { actionIdOf, planIdOf, refuse, type Outcome } from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import { insertActions, insertPlan, planByCode, type Transaction } from '#persistence';
import { resolveUnitName, type PlanSeed, type UnitDirectory } from '#plan';
import type { RuleBook } from '../rule-book.js';
import { insertPlanTasks, namedTasks, unitIdsOf, type ImportPlanOptions } from './import-tasks.js';

export interface ImportedPlan {
  planId: string;
  tasks: number;
  needsAssignment: number;
}

/**
 * Puts a plan into the record: everything drafted, nothing dispatched; a person confirms. All units must be in the
 * directory, else nothing is imported.
 */
export async function importPlan(
  tx: Transaction,
  book: RuleBook,
  plan: PlanSeed,
  directory: UnitDirectory,
  policyVersion: number,
  now: Instant,
  options: ImportPlanOptions = {},
): Promise<Outcome<ImportedPlan>> {
  if (await planByCode(tx, plan.id)) return refuse('PlanAlreadyLoaded', `方案 ${plan.id} 已经导入。`);
  const on = namesHoldOn(plan, now);
  const named = namedTasks(plan, plan.tasks, directory, on, options);
  if (!named.ok) return named;
  const idOf = unitIdsOf(tx, options);
  const planId = await insertPlanAlone(tx, plan, directory, policyVersion, on, options);
  const needsAssignment = await insertPlanTasks(tx, book, plan, named.value, { policyVersion, now, idOf });
  return { ok: true, value: { planId, tasks: plan.tasks.length, needsAssignment } };
}

/** A document from before a unit was merged, put in force after it, is for the successor: the unit answers no more. */
export const namesHoldOn = (plan: PlanSeed, now: Instant): CivilDate =>
  later(plan.document.issuedOn, civilDateOf(now));

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** The plan and its actions, without any task. Returns the plan's id. */
export async function insertPlanAlone(
  tx: Transaction,
  plan: PlanSeed,
  directory: UnitDirectory,
  policyVersion: number,
  on: CivilDate,
  options: ImportPlanOptions,
): Promise<string> {
  const { jurisdictionId } = tx.scope;
  const idOf = unitIdsOf(tx, options);
  const planId = planIdOf(jurisdictionId, plan.id);
  await insertPlan(tx, {
    id: planId,
    code: plan.id,
    title: plan.document.title,
    documentNumber: plan.document.number,
    issuedBy: plan.document.issuedBy,
    issuedOn: plan.document.issuedOn === '' ? null : plan.document.issuedOn,
    year: plan.document.year,
    sourceHash: plan.sourceHash,
    cadences: plan.planCadences,
    headlineTargets: plan.headlineTargets,
    policyVersion,
  });
  await insertActions(
    tx,
    plan.actions.map((action, position) => {
      const office = action.taskForce?.officeUnit
        ? resolveUnitName(action.taskForce.officeUnit, directory, on)
        : null;
      return {
        id: actionIdOf(jurisdictionId, plan.id, action.code),
        planId,
        code: action.code,
        number: action.number,
        name: action.name,
        position,
        goals: action.goals,
        cadences: action.cadences ?? [],
        taskForce: action.taskForce,
        officeUnitId: office?.ok ? idOf(office.unit) : null,
      };
    }),
  );
  return planId;
}
