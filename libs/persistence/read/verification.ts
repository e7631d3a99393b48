import type { Finding } from '#accountability';
import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface VerificationRow {
  id: string;
  plan_id: string;
  plan_code: string;
  task_id: string;
  task_code: string;
  task_title: string;
  task_state: string;
  unit_id: string;
  unit_name: string;
  draw_id: string | null;
  report_id: string | null;
  period: string | null;
  reported: number | null;
  done: string | null;
  reason: string;
  ordered_at: Instant;
  /** As the clock stands now: a calendar that changed may have moved it. */
  due_at: Instant;
  state: 'open' | 'found';
  finding: Finding | null;
  found: number | null;
  words: string | null;
  evidence: { label: string; ref: string }[];
  found_at: Instant | null;
  found_by: string | null;
  found_by_name: string | null;
  corrected: number | null;
  corrected_at: Instant | null;
  filed_by: string | null;
  accepted_by: string[];
}

const COLUMNS = `v.id, v.plan_id, p.code as plan_code, v.task_id, t.code as task_code, t.title as task_title, t.state as task_state,
    v.unit_id, u.name as unit_name, v.draw_id, v.report_id, v.period, v.reported, r.done, v.reason, v.ordered_at,
    coalesce(d.projected_at, v.due_at) as due_at, v.state, v.finding, v.found, v.words, v.evidence, v.found_at, v.found_by,
    q.name as found_by_name, v.corrected, v.corrected_at, r.filed_by,
    array(select person from event e cross join lateral (values
        (case when e.type = 'REPORT_ACCEPTED' then e.actor_id end), ((e.payload ->> 'onBehalfOf')::uuid)) as p (person)
      where e.jurisdiction_id = v.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = v.obligation_id
        and e.type in ('REPORT_ACCEPTED', 'REPORT_FILED') and person is not null) as accepted_by`;
const TASK = 'join task t on t.jurisdiction_id = v.jurisdiction_id and t.id = v.task_id';
const JOINS = `
    join plan p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.plan_id
    join unit u on u.jurisdiction_id = v.jurisdiction_id and u.id = v.unit_id
    left join progress_report r on r.jurisdiction_id = v.jurisdiction_id and r.id = v.report_id
    left join person q on q.jurisdiction_id = v.jurisdiction_id and q.id = v.found_by
    left join lateral (select d.projected_at from deadline d where d.jurisdiction_id = v.jurisdiction_id
        and d.subject_kind = 'task' and d.subject_id = v.task_id and d.name = 'verification:' || v.id
      order by d.generation desc limit 1) d on true`;
const VERIFICATION = `select ${COLUMNS} from verification v ${TASK} ${JOINS}`;

/** Verifications as a list reads them: VerificationRow. */
export const VERIFICATIONS: ListSource = {
  table: 'verification',
  alias: 'v',
  base: TASK,
  columns: COLUMNS,
  joins: JOINS,
};

export async function readVerification(tx: Transaction, id: string): Promise<VerificationRow | null> {
  const [row] = await tx.query<VerificationRow>(
    `${VERIFICATION} where v.jurisdiction_id = $1 and v.id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}
