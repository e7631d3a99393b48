import type { CivilDate, Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';
import type {
  AdoptedAs,
  CascadeIndicator,
  CascadeKind,
  HandDownState,
  ReleasedFacts,
} from './cascade.types.js';

/** What both sides have of a task that is handed down. */
interface Handed {
  id: string;
  title: string;
  requirement: string;
  deadlineOn: CivilDate;
  indicators: CascadeIndicator[];
  state: HandDownState;
  version: number;
  offeredAt: Instant;
  question: string | null;
  answer: string | null;
  reason: string | null;
}

export interface HandDownRead extends Handed {
  taskId: string;
  lowerId: string;
  lowerName: string;
  offeredBy: string;
  deliveredAt: Instant | null;
  adopted: AdoptedAs | null;
  adoptedAt: Instant | null;
  progress: ReleasedFacts | null;
  progressAt: Instant | null;
}

export interface HandedDownTaskRead extends Handed {
  upperId: string;
  upperName: string;
  upperTaskCode: string;
  upperPlanTitle: string;
  offeredBy: string;
  receivedAt: Instant;
  taskId: string | null;
  taskCode: string | null;
  decidedAt: Instant | null;
  decidedKey: string | null;
}

const HANDED = `h.id, h.title, h.requirement, h.deadline_on as "deadlineOn", h.indicators, h.state, h.version,
  h.offered_at as "offeredAt", h.question, h.answer, h.reason`;
const HAND_DOWN = `select ${HANDED}, h.task_id as "taskId", h.lower_id as "lowerId", h.lower_name as "lowerName",
    h.offered_by as "offeredBy", h.delivered_at as "deliveredAt", h.adopted, h.adopted_at as "adoptedAt", h.progress,
    h.progress_at as "progressAt"
  from hand_down h where h.jurisdiction_id = $1`;
const HANDED_DOWN = `select ${HANDED}, h.upper_id as "upperId", h.upper_name as "upperName",
    h.upper_task_code as "upperTaskCode", h.upper_plan_title as "upperPlanTitle", h.offered_by as "offeredBy",
    h.received_at as "receivedAt", h.task_id as "taskId", t.code as "taskCode", h.decided_at as "decidedAt",
    h.decided_key as "decidedKey"
  from handed_down_task h left join task t on t.jurisdiction_id = h.jurisdiction_id and t.id = h.task_id
  where h.jurisdiction_id = $1`;

/** To whom a task was handed down, in order. */
export const handDownsOfTask = (tx: Transaction, taskId: string): Promise<HandDownRead[]> =>
  tx.query(`${HAND_DOWN} and h.task_id = $2 order by h.offered_at, h.lower_id, h.id`, [
    tx.scope.jurisdictionId,
    taskId,
  ]);

export async function handDownById(
  tx: Transaction,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<HandDownRead | null> {
  const [row] = await tx.query<HandDownRead>(
    `${HAND_DOWN} and h.id = $2${options.lock ? ' for update of h' : ''}`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** What was handed down from above, what waits for an answer first; by deadline. */
export const handedDownTasks = (tx: Transaction, limit: number): Promise<HandedDownTaskRead[]> =>
  tx.query(
    `${HANDED_DOWN} order by h.state not in ('offered', 'asked'), h.deadline_on, h.offered_at, h.id limit $2`,
    [tx.scope.jurisdictionId, limit],
  );

export async function handedDownById(
  tx: Transaction,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<HandedDownTaskRead | null> {
  const [row] = await tx.query<HandedDownTaskRead>(
    `${HANDED_DOWN} and h.id = $2${options.lock ? ' for update of h' : ''}`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** The hand-down of which a task came; null: of none. */
export async function handedDownOfTask(tx: Transaction, taskId: string): Promise<HandedDownTaskRead | null> {
  const [row] = await tx.query<HandedDownTaskRead>(`${HANDED_DOWN} and h.task_id = $2`, [
    tx.scope.jurisdictionId,
    taskId,
  ]);
  return row ?? null;
}

export type HandDownWrite = Pick<
  HandDownRead,
  | 'id'
  | 'taskId'
  | 'lowerId'
  | 'lowerName'
  | 'title'
  | 'requirement'
  | 'deadlineOn'
  | 'indicators'
  | 'offeredBy'
> & { at: Instant };

/** One of the task stands with that jurisdiction already, or it is there already by its id: 0. */
export const insertHandDown = (tx: Transaction, row: HandDownWrite): Promise<number> =>
  tx.execute(
    `insert into hand_down (jurisdiction_id, id, task_id, lower_id, lower_name, title, requirement, deadline_on, indicators,
       state, offered_at, offered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'offered', $10, $11) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.taskId,
      row.lowerId,
      row.lowerName,
      row.title,
      row.requirement,
      row.deadlineOn,
      json(row.indicators),
      row.at,
      row.offeredBy,
    ],
  );

export type HandedDownTaskWrite = Pick<
  HandedDownTaskRead,
  | 'id'
  | 'upperId'
  | 'upperName'
  | 'upperTaskCode'
  | 'upperPlanTitle'
  | 'offeredBy'
  | 'title'
  | 'requirement'
  | 'deadlineOn'
  | 'indicators'
  | 'offeredAt'
  | 'receivedAt'
>;

/** There already: 0. */
export const insertHandedDownTask = (tx: Transaction, row: HandedDownTaskWrite): Promise<number> =>
  tx.execute(
    `insert into handed_down_task (jurisdiction_id, id, upper_id, upper_name, upper_task_code, upper_plan_title, offered_by,
       title, requirement, deadline_on, indicators, state, offered_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'offered', $12, $13) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.upperId,
      row.upperName,
      row.upperTaskCode,
      row.upperPlanTitle,
      row.offeredBy,
      row.title,
      row.requirement,
      row.deadlineOn,
      json(row.indicators),
      row.offeredAt,
      row.receivedAt,
    ],
  );

type Sets<T> = Partial<{ [K in keyof T]: T[K] }>;

/** Columns by their names here, values as they are written. */
async function setColumns(
  tx: Transaction,
  table: 'hand_down' | 'handed_down_task',
  id: string,
  sets: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(sets);
  const assigned = names.map((name, index) => `${COLUMN[name] ?? name} = $${index + 3}`);
  const changed = await tx.execute(
    `update ${table} set ${[...assigned, 'version = version + 1'].join(', ')} where jurisdiction_id = $1 and id = $2`,
    [
      tx.scope.jurisdictionId,
      id,
      ...names.map((name) => (JSONB.has(name) ? json(sets[name]) : (sets[name] ?? null))),
    ],
  );
  if (changed !== 1) throw new Error(`${table}: ${id} is not there to be changed`);
}

const COLUMN: Readonly<Record<string, string>> = {
  deliveredAt: 'delivered_at',
  adoptedAt: 'adopted_at',
  progressAt: 'progress_at',
  taskId: 'task_id',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  decidedKey: 'decided_key',
};
const JSONB = new Set(['adopted', 'progress']);

type HandDownSets = Sets<
  Pick<
    HandDownRead,
    | 'state'
    | 'question'
    | 'answer'
    | 'reason'
    | 'adopted'
    | 'adoptedAt'
    | 'progress'
    | 'progressAt'
    | 'deliveredAt'
  >
>;
/** Its next version. @throws where it is not there */
export const setHandDown = (tx: Transaction, id: string, sets: HandDownSets): Promise<void> =>
  setColumns(tx, 'hand_down', id, sets);

type HandedDownSets = Sets<
  Pick<
    HandedDownTaskRead,
    'state' | 'question' | 'answer' | 'reason' | 'taskId' | 'decidedAt' | 'decidedKey'
  > & {
    decidedBy: string;
  }
>;
/** Its next version. @throws where it is not there */
export const setHandedDownTask = (tx: Transaction, id: string, sets: HandedDownSets): Promise<void> =>
  setColumns(tx, 'handed_down_task', id, sets);

/** Tells the one above what has changed of adopted tasks, as far as it may know it; waits to be carried. */
export function tellUpper(
  tx: Transaction,
  { taskIds, obligationIds }: { taskIds: readonly string[]; obligationIds: readonly string[] },
  now: Instant,
): void {
  tx.send('select tell_upper($1::uuid[], $2::uuid[], $3)', [[...taskIds], [...obligationIds], now]);
}

export interface CascadeMessage {
  handDownId: string;
  seq: number;
  otherId: string;
  kind: CascadeKind;
  body: Record<string, unknown>;
  at: Instant;
}

export interface TaskToHandDown {
  id: string;
  code: string;
  title: string;
  text: string | null;
  state: string;
  version: number;
  deadlineOn: CivilDate;
  planCode: string;
  planTitle: string;
  actionCode: string;
  /** Of the units that lead. */
  leadUnitIds: string[];
  indicators: CascadeIndicator[];
}

/** A task as it is handed down; locked against a change meanwhile. Null: there is none. */
export async function taskToHandDown(
  tx: Transaction,
  id: string,
  options: { lock: boolean },
): Promise<TaskToHandDown | null> {
  const [row] = await tx.query<TaskToHandDown>(
    `select t.id, t.code, t.title, t.text, t.state, t.version, t.deadline_on as "deadlineOn", p.code as "planCode",
       p.title as "planTitle", a.code as "actionCode",
       array(select distinct r.unit_id from responsibility r where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id
         and r.kind = 'lead' order by r.unit_id) as "leadUnitIds",
       coalesce((select jsonb_agg(jsonb_build_object('name', i.name, 'comparator', i.comparator, 'value', i.value,
         'unit', i.unit) order by i.position) from indicator i
         where i.jurisdiction_id = t.jurisdiction_id and i.task_id = t.id), '[]') as indicators
     from task t join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id
     join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.jurisdiction_id = $1 and t.id = $2${options.lock ? ' for share of t' : ''}`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}
