import type { CivilDate } from '#calendar';
import {
  runningActions,
  runningPlan,
  runningTasks,
  type RunningActionRow,
  type RunningPlanRow,
  type RunningTaskRow,
  type Transaction,
} from '#persistence';
import { successorsOf, type AmendableTask, type AmendableText, type AmendableUnit } from '#plan';
import { readDirectory } from '../units/directory-of.js';

/** A running plan as its texts have it so far, and as the record has it now. */
export interface RunningText {
  plan: RunningPlanRow;
  actions: RunningActionRow[];
  /** Every task there ever was. */
  rows: RunningTaskRow[];
  /** What a revised text is compared with: the tasks that are in force, or stand in the text in force. */
  text: AmendableText;
}

/**
 * Reads a running plan; null where there is none.
 *
 * @param on the day as of which units answer: one that was renamed or merged is its successor
 * @param lock keeps others from amending it until the transaction ends
 */
export async function readRunningText(
  tx: Transaction,
  planId: string,
  on: CivilDate,
  lock = false,
): Promise<RunningText | null> {
  const plan = await runningPlan(tx, planId, lock);
  if (plan === null) return null;
  const actions = await runningActions(tx, planId);
  const rows = await runningTasks(tx, planId);
  const answers = await answeringUnits(tx, on);
  const standing = plan.task_ids === null ? null : new Set(plan.task_ids);
  const order = new Map(actions.map((action, i) => [action.id, i]));
  const tasks = rows
    .filter((row) => row.state !== 'withdrawn' || standing === null || standing.has(row.id))
    .sort((a, b) => (order.get(a.action_id) ?? 0) - (order.get(b.action_id) ?? 0) || inText(a, b));
  return {
    plan,
    actions,
    rows,
    text: {
      actions: actions.map(({ id, number, name }) => ({ key: id, number, name })),
      tasks: tasks.map((row) => amendableTask(row, answers)),
    },
  };
}

type AnsweringUnits = (unit: AmendableUnit) => AmendableUnit;

/** Who answers for the units that a text named; one that was split over several is still meant by its name. */
async function answeringUnits(tx: Transaction, on: CivilDate): Promise<AnsweringUnits> {
  const { directory, codeOfUnit, idOfUnit } = await readDirectory(tx);
  return (unit) => {
    const code = codeOfUnit.get(unit.key);
    const [successor, ...others] = code === undefined ? [] : successorsOf(code, directory, on).units;
    if (successor === undefined || successor === code || others.length > 0) return unit;
    return { key: idOfUnit.get(successor) ?? unit.key, name: unit.name };
  };
}

/**
 * What the texts so far say of a task. Who was put in the place of its lead after a dispute, and an extension that was
 * granted, are no texts: a revised one that repeats the old words changes neither.
 */
function amendableTask(row: RunningTaskRow, answers: AnsweringUnits): AmendableTask {
  return {
    key: row.id,
    code: row.code,
    action: row.action_id,
    section: row.section,
    number: row.number,
    title: row.title,
    titleIsLabel: row.title_is_label,
    text: row.text,
    lead: saidLeads(row).map(answers),
    support: row.supports.map(({ unitId, printed }) => answers({ key: unitId, name: printed })),
    deadline: { on: row.said_deadline_on, inferred: row.deadline_inferred },
    indicators: row.indicators,
    isReadFromText: typeof row.place['start'] === 'number',
    corrected: [],
  };
}

function saidLeads({ leads, said_leads: said }: RunningTaskRow): AmendableUnit[] {
  const printed = new Map(leads.map((unit) => [unit.unitId, unit.printed]));
  // A record without its first events has nothing but what is there now.
  const units = said.length === 0 ? leads : said;
  return units.map(({ unitId, name }) => ({ key: unitId, name: printed.get(unitId) ?? name }));
}

const inText = (a: RunningTaskRow, b: RunningTaskRow): number => {
  const [left, right] = [Number(a.place['start'] ?? NaN), Number(b.place['start'] ?? NaN)];
  return Number.isNaN(left - right) || left === right ? (a.code < b.code ? -1 : 1) : left - right;
};
