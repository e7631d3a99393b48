import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface NoticeRow {
  id: string;
  kind: 'reminderLetter' | 'supervisionNotice' | 'circular' | 'interviewNotice';
  state: 'drafted' | 'issued' | 'cancelled';
  number: string | null;
  title: string;
  unit_id: string;
  unit_name: string;
  colour: string | null;
  drafted_at: Instant;
  issued_at: Instant | null;
  acknowledged_at: Instant | null;
  rescinded_at: Instant | null;
  /** While it waits for its issuer: whether the one who must agree has agreed. Null: it waits for nobody. */
  agreed: boolean | null;
}

export interface NoticeDetailRow extends NoticeRow {
  plan_id: string;
  plan_code: string;
  subject_kind: string;
  subject_id: string;
  generation: number;
  rung: string;
  body: string;
  facts: unknown;
  issued_by: string | null;
  issued_by_name: string | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
  /** The appeal and its decision as they were put on record, in order. */
  appeal: { type: 'APPEALED' | 'APPEAL_UPHELD' | 'APPEAL_REJECTED'; reason: string; at: string }[];
  /** When the time to decide it runs down, or ran down; null: it was never set, or the appeal is decided. */
  appeal_due_at: Instant | null;
}

/** The reporting line that a notice is about, where it is about one. */
export const NOTICE_LINE = `left join reporting_line l on l.jurisdiction_id = n.jurisdiction_id and l.id = n.subject_id
         and n.subject_kind = 'reportingLine'`;
/** While a notice waits for its issuer: whether the one who must agree has agreed; else null. Needs {@link NOTICE_LINE}. */
export const AWAITED_AGREEMENT = `case when n.state = 'drafted' and (l.snapshot #>> '{context,climb,generation}')::int = n.generation
         and l.snapshot #>> '{context,climb,awaitingIssue,rung}' = n.rung
         then (l.snapshot #>> '{context,climb,awaitingIssue,agreed}')::boolean
         when n.state = 'drafted' and n.subject_kind = 'task' then (
           select (c -> 'awaitingIssue' ->> 'agreed')::boolean from task t, jsonb_array_elements(t.snapshot #> '{context,climbs}') c
           where t.jurisdiction_id = n.jurisdiction_id and t.id = n.subject_id and (c ->> 'generation')::int = n.generation
             and c -> 'awaitingIssue' ->> 'rung' = n.rung) end`;

const COLUMNS = `n.id, n.kind, n.state, n.number, n.title, n.unit_id, u.name as unit_name, n.colour, n.drafted_at,
  n.issued_at, n.acknowledged_at, n.rescinded_at, ${AWAITED_AGREEMENT} as agreed`;
const UNIT = `join unit u on u.jurisdiction_id = n.jurisdiction_id and u.id = n.unit_id ${NOTICE_LINE}`;

/** {@link AWAITED_AGREEMENT} where no line is joined: a filter's matter, which other pages of the list need not pay for. */
const AGREED = `(select ${AWAITED_AGREEMENT} from (values (1)) one ${NOTICE_LINE})`;

/** Notices as a list reads them: NoticeRow. Drafts are papers of the issuing office (`:withDrafts`); others see what was issued. */
export const NOTICES: ListSource = {
  table: 'notice',
  alias: 'n',
  where: "(:withDrafts::boolean or n.state = 'issued')",
  columns: COLUMNS,
  joins: UNIT,
  conditions: { awaits: (awaits) => `n.state = 'drafted' and ${AGREED} is ${String(awaits === 'issue')}` },
};

const OF_THE_RUNG = "->> 'generation' = n.generation::text";
const APPEAL = `(select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'reason', coalesce(e.payload ->> 'reason', ''), 'at', e.at)
    order by e.seq), '[]') from event e where e.jurisdiction_id = n.jurisdiction_id and e.subject_kind = n.subject_kind
  and e.subject_id = n.subject_id and e.type in ('APPEALED', 'APPEAL_UPHELD', 'APPEAL_REJECTED')
  and e.payload ${OF_THE_RUNG} and e.payload ->> 'rung' = n.rung)`;
const APPEAL_DUE = `(select max(d.projected_at) from deadline d where d.jurisdiction_id = n.jurisdiction_id
  and d.subject_kind = n.subject_kind and d.subject_id = n.subject_id and d.state in ('armed', 'reached')
  and regexp_replace(d.name, '^card:', '') = 'appeal:' || n.generation || ':' || n.rung)`;

export async function readNotice(tx: Transaction, noticeId: string): Promise<NoticeDetailRow | null> {
  const [row] = await tx.query<NoticeDetailRow>(
    `select ${COLUMNS}, n.plan_id, pl.code as plan_code, n.subject_kind, n.subject_id, n.generation, n.rung, n.body,
       n.facts, n.issued_by, i.name as issued_by_name, n.acknowledged_by, k.name as acknowledged_by_name,
       ${APPEAL} as appeal, ${APPEAL_DUE} as appeal_due_at
     from notice n ${UNIT}
       join plan pl on pl.jurisdiction_id = n.jurisdiction_id and pl.id = n.plan_id
       left join person i on i.jurisdiction_id = n.jurisdiction_id and i.id = n.issued_by
       left join person k on k.jurisdiction_id = n.jurisdiction_id and k.id = n.acknowledged_by
     where n.jurisdiction_id = $1 and n.id = $2`,
    [tx.scope.jurisdictionId, noticeId],
  );
  return row ?? null;
}

/** Notices that touch a task: those on the task itself, and those whose facts name it. */
export function listNoticesOfTask(
  tx: Transaction,
  taskId: string,
  withDrafts: boolean,
): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `select ${COLUMNS} from notice n ${UNIT}
     where n.jurisdiction_id = $1 and ($3 or n.state = 'issued') and (
       (n.subject_kind = 'task' and n.subject_id = $2)
       or exists (select from task t where t.jurisdiction_id = n.jurisdiction_id and t.id = $2 and t.plan_id = n.plan_id
         and n.facts -> 'tasks' @> jsonb_build_array(jsonb_build_object('code', t.code))))
     order by n.drafted_at desc`,
    [tx.scope.jurisdictionId, taskId, withDrafts],
  );
}
