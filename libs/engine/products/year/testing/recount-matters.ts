import type { Client } from 'pg';
import { periodFromKey } from '#calendar';
import type { Wanted } from './recount-period.js';
import { STAYS } from './recount-tables.js';

const DAY = `'FMYYYY年FMMM月FMDD日'`;
const LOCAL = (at: string): string => `(${at}) at time zone 'Asia/Shanghai'`;
const MOMENT = (at: string): string => `to_char(${LOCAL(at)}, 'FMYYYY年FMMM月FMDD日HH24:MI')`;

const asMap = (rows: readonly { name: string; printed: string }[]): Map<string, Wanted> =>
  new Map(rows.map(({ name, printed }) => [name, { value: null, printed }]));

/** What moves figures, clocks or notices only, and is no step of a special report's story. */
const NO_STEPS = `'DRAFTED', 'PROGRESS_REPORTED', 'REPORT_MISSED', 'VERIFICATION_ORDERED', 'CORRECTION_OVERDUE',
  'RUNG_DUE', 'NOTICE_ISSUED', 'NOTICE_AGREED', 'CARD_ANSWER_OVERDUE'`;

/** The figures of a special report on a task, from its events, reports, notices and findings, as SQL prints them. */
export async function recountCase(owner: Client, taskId: string, asOf: string): Promise<Map<string, Wanted>> {
  const { rows } = await owner.query<{ name: string; printed: string }>(
    `with happened as (select * from event where subject_kind = 'task' and subject_id = $1 and at <= $2),
       owed as (
         select o.id, o.unit_id, o.period, o.due_at, (select min(at) from event e where e.subject_kind = 'obligation' and e.subject_id = o.id
             and e.type = 'REPORT_FILED' and e.at <= $2) as filed
         from obligation o where o.task_id = $1 and o.kind = 'taskReport' and o.due_at <= $2
           and not exists (select from event e where e.subject_kind = 'obligation' and e.subject_id = o.id and e.at <= $2
             and (e.type = 'COVERED' or e.type = 'EXCUSED' and not ${STAYS}))),
       said as (select distinct on (payload ->> 'unitId') (payload ->> 'progress')::numeric as progress,
           (select (r.payload ->> 'expected')::numeric from happened r where r.type = 'PROGRESS_REPORTED' and r.payload ->> 'unitId' = h.payload ->> 'unitId'
             order by r.seq desc limit 1) - (payload ->> 'progress')::numeric as lag
         from happened h where type in ('PROGRESS_REPORTED', 'FIGURE_CORRECTED') order by payload ->> 'unitId', seq desc),
       sent as (select n.* from notice n join task t on t.id = $1 and t.plan_id = n.plan_id where n.colour is not null and n.issued_at <= $2
         and (t.code in (select x ->> 'code' from jsonb_array_elements(n.facts -> 'tasks') x) or exists (
           select from notice_member m where m.notice_id = n.id and m.subject_kind = 'task' and m.subject_id = t.id)))
     select 'asOf' as name, ${MOMENT('$2::timestamptz')} as printed
     union all select 'plan.name', p.title || '（' || p.document_number || '）' from task t join plan p on p.id = t.plan_id where t.id = $1
     union all select 'action.name', a.name from task t join action a on a.id = t.action_id where t.id = $1
     union all select 'task.name', title || code from task where id = $1
     union all select 'task.originalDeadline', to_char(original_deadline_on, ${DAY}) from task where id = $1
     union all select 'task.deadline', to_char(coalesce((select (payload ->> 'deadlineOn')::date from happened where type in ('EXTENDED', 'CARRIED_OVER')
         order by seq desc limit 1), original_deadline_on), ${DAY}) from task where id = $1
     union all select 'task.progress', trim_scale(min(progress)) || '%' from said having count(*) > 0
     union all select 'task.lag', trim_scale(round(max(lag), 1))::text from said having count(*) > 0
     union all select 'step.' || seq || '.at', ${MOMENT('at')} from happened
     union all select 'step.' || seq || '.words', coalesce(payload ->> 'reason', payload ->> 'statement', payload ->> 'words', '') from happened
     union all select 'step.' || seq || '.on', to_char(coalesce(payload ->> 'deadlineOn', payload ->> 'until')::date, ${DAY}) from happened
       where type in ('EXTENDED', 'CARRIED_OVER', 'SUSPENDED')
     union all select 'step.' || seq || '.progress', trim_scale((payload ->> 'progress')::numeric) || '%' from happened where type = 'FIGURE_CORRECTED'
     union all select 'steps.total', count(*)::text from happened where type not in (${NO_STEPS})
     union all select 'filings.due', count(*)::text from owed
     union all select 'filings.onTime', count(*) filter (where filed <= due_at)::text from owed
     union all select 'filings.late', count(*) filter (where filed > due_at)::text from owed
     union all select 'filings.unfiled', count(*) filter (where filed is null)::text from owed
     union all select 'filing.' || id || '.period', period from owed
     union all select 'filed.' || o.id || '.' || what, said from owed o
       join (select period, count(*)::text as due, count(*) filter (where filed <= due_at)::text as on_time from owed group by period) p using (period)
       cross join lateral (values ('period', o.period), ('due', p.due), ('onTime', p.on_time)) x (what, said)
     union all select 'unit.' || id || '.name', name from unit
     union all select 'cards.issued', count(*)::text from sent
     union all select 'card.' || id || '.at', ${MOMENT('issued_at')} from sent
     union all select 'card.' || id || '.number', number from sent
     union all select 'findings.made', count(*)::text from happened where type = 'VERIFICATION_FOUND'
     union all select 'finding.' || v.id || '.at', ${MOMENT('v.found_at')} from verification v where v.task_id = $1
     union all select 'finding.' || v.id || '.words', v.words from verification v where v.task_id = $1`,
    [taskId, asOf],
  );
  // How a period is called is the calendar's to say.
  const said = ({ name, printed }: { name: string; printed: string }): string =>
    /^fil(?:ing|ed)[.].+[.]period$/u.test(name)
      ? periodFromKey(printed).label
      : printed === '0' && !name.startsWith('filed.')
        ? '没有'
        : printed;
  return asMap(rows.map((row) => ({ name: row.name, printed: said(row) })));
}

/** The figures of the minutes of a meeting, from what was recorded of it last. */
export async function recountMeeting(owner: Client, obligationId: string): Promise<Map<string, Wanted>> {
  const { rows } = await owner.query<{ name: string; printed: string }>(
    `with held as (select r.body, o.action_id from duty_record r join obligation o on o.id = r.obligation_id
       where r.obligation_id = $1 and r.kind = 'meeting' order by r.revision desc limit 1),
     became as (select t.id, t.code, (substring(t.origin ->> 'ref' from '议定事项第([0-9]+)'))::int - 1 as nth from held
       join task t on t.action_id = held.action_id and t.origin ->> 'kind' = 'meeting'
         and position(to_char((held.body ->> 'heldOn')::date, ${DAY}) in t.origin ->> 'ref') > 0)
     select 'meeting.heldOn' as name, to_char((body ->> 'heldOn')::date, ${DAY}) as printed from held
     union all select 'meeting.chairedBy', body ->> 'chairedBy' from held
     union all select 'action.name', a.name from held join action a on a.id = held.action_id
     union all select 'meeting.attended', jsonb_array_length(body -> 'attended')::text from held
     union all select 'meeting.decisions', jsonb_array_length(body -> 'decisions')::text from held
     union all select 'meeting.note', body ->> 'note' from held
     union all select 'meeting.attended.' || (n - 1), w from held cross join jsonb_array_elements_text(body -> 'attended') with ordinality x (w, n)
     union all select 'meeting.decision.' || (n - 1), w from held cross join jsonb_array_elements_text(body -> 'decisions') with ordinality x (w, n)
     union all select 'meeting.tasks', count(*)::text from became
     union all select 'meeting.decision.' || nth || '.task.' || id, code from became`,
    [obligationId],
  );
  return asMap(rows.map(({ name, printed }) => ({ name, printed: printed === '0' ? '没有' : printed })));
}
