import { addMinutes, chineseDateTime, type Instant } from '#calendar';
import type { Queryable } from '#persistence';
import { findingOf, type Finding } from './finding.js';

const RUN = '请确认系统在运行（npx luoshi start，或 npx luoshi worker）；运行后会补办并告知督查室。';

/**
 * Work that should have been done: clocks that ran down, messages and letters to hand out, calendars to follow; live
 * tasks that nothing will ever wake; and what hangs in the air.
 *
 * @param patienceMinutes what waits for less may be under way
 */
export async function checkWork(
  tx: Queryable,
  jurisdictionId: string,
  now: Instant,
  patienceMinutes = 60,
): Promise<Finding[]> {
  const late = addMinutes(now, -patienceMinutes);
  const places = async (sql: string, params: readonly unknown[] = []): Promise<string[]> =>
    (await tx.query<{ place: string; at?: Instant }>(sql, params)).map(({ place, at }) =>
      at === undefined ? place : `${place}（${chineseDateTime(at)}）`,
    );
  const overdue = await places(
    `select subject_kind || ' ' || subject_id || ' ' || name as place, projected_at as at from deadline
     where state = 'armed' and projected_at < $1 order by projected_at`,
    [late],
  );
  const stuck = await places(
    `select id || case when attempts > 0 then ' 已试' || attempts || '次' else '' end as place, deliver_at as at from message
     where state in ('pending', 'sending') and deliver_at < $1 order by deliver_at`,
    [late],
  );
  const letters = await places(
    `select l.id::text as place, l.not_before as at from letter l
     join channel c on c.jurisdiction_id = l.jurisdiction_id and c.id = l.channel_id
     where l.not_before < $1 and c.state = 'on'
     union all select message_id || ' → ' || contact_id, due_at from parcel where letter_id is null and due_at < $1
     order by 2`,
    [late],
  );
  const unshared = await places(
    `select id::text as place, created_at as at from message where not shared_out and created_at < $1
       and exists (select from contact where state = 'inUse') order by created_at`,
    [late],
  );
  const unarmed = await places(
    `select t.code as place from task t
     where (t.state in ('dispatched', 'disputed', 'inProgress', 'suspended') or starts_with(t.state, 'closing'))
     and not exists (select from deadline d where d.subject_kind = 'task' and d.subject_id = t.id and d.state = 'armed')
     and not exists (select from responsibility r join reporting_line l on l.plan_id = t.plan_id and l.unit_id = r.unit_id
       join deadline d on d.subject_kind = 'reportingLine' and d.subject_id = l.id and d.state = 'armed'
       where r.task_id = t.id and r.kind = 'lead') order by t.code`,
  );
  const changes = await places(
    `select calendar_id || ' 第' || version || '版' as place, announced_at as at from calendar_change
     where finished_at is null and announced_at < $1 order by version`,
    [late],
  );
  const silent = await places(
    `select l.id::text as place from reporting_line l where l.snapshot->'context'->'current' <> 'null'::jsonb
       and not exists (select from deadline d where d.subject_kind = 'reportingLine' and d.subject_id = l.id
         and d.state = 'armed' and d.name = 'sitting:due') order by l.id`,
  );
  const lost = await places(
    `select d.subject_kind || ' ' || d.subject_id || ' ' || d.name as place from deadline d where d.state = 'armed' and not exists (
       select from task t where d.subject_kind = 'task' and t.id = d.subject_id
       union all select from obligation o where d.subject_kind = 'obligation' and o.id = d.subject_id
       union all select from reporting_line l where d.subject_kind = 'reportingLine' and l.id = d.subject_id) order by 1`,
  );
  // What a unit appealed against is decided also when its task is closed.
  const closed = await places(
    `select t.code || ' ' || d.name as place from deadline d join task t on d.subject_kind = 'task' and t.id = d.subject_id
     where d.state = 'armed' and t.state in ('closed', 'withdrawn') and not starts_with(d.name, 'appeal') order by 1`,
  );
  const orphans = await places(
    `select o.id::text as place from obligation o where o.kind <> 'requestedReport'
       and not exists (select from sitting s where s.id = o.sitting_id) order by o.id`,
  );
  const of = (code: Finding['code'], what: string, mend: string, found: readonly string[]): Finding[] =>
    findingOf({ code, jurisdictionId, what, mend }, found);
  return [
    ...of('DEADLINE_OVERDUE', '时限早已到期，没有处理', RUN, overdue),
    ...of('MESSAGE_STUCK', '消息早该送达，仍未送出', RUN, stuck),
    ...of('LETTER_STUCK', '站外信件早该发出，仍未发出', RUN, [...letters, ...unshared]),
    ...of(
      'TASK_UNARMED',
      '在办任务没有任何在走的时限，到期也不会有人被提醒',
      '请由指挥部办公室核对该任务，并把任务编号和本结果反馈给维护人员。',
      unarmed,
    ),
    ...of('CALENDAR_CHANGE_OPEN', '新日历已启用，尚有时限没有按它推算', RUN, changes),
    ...of(
      'LINE_WITHOUT_CLOCK',
      '报告线有待填报的批次，却没有填报截止时限',
      '请先核验记录（npx luoshi audit verify），再从备份恢复 deadline 表中的相应时限。',
      silent,
    ),
    ...of(
      'CLOCK_WITHOUT_SUBJECT',
      '时限所属的事项不存在',
      '请从备份恢复相应事项，或核对是否有人直接改动了数据库。',
      lost,
    ),
    ...of(
      'CLOCK_OF_CLOSED_TASK',
      '任务已销号或撤销，仍有时限在走',
      '请把任务编号和本结果反馈给维护人员；到期时系统不会因此追究。',
      closed,
    ),
    ...of(
      'OBLIGATION_WITHOUT_SITTING',
      '填报事项没有所属批次',
      '请从备份恢复 sitting 表中的相应批次。',
      orphans,
    ),
  ];
}
