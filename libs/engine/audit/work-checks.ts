import type { FindingCode } from './finding.js';

export interface WorkCheck {
  code: FindingCode;
  what: string;
  mend: string;
  /**
   * The places, as `place` and, where there is one, `at`. `$1` is the jurisdiction, `$2` the instant before which nothing may
   * be left undone, `$3` the instant from which on what has happened is looked at again.
   */
  sql: string;
}

const RUN = '请确认系统在运行（npx luoshi start，或 npx luoshi worker）；运行后会补办并告知督查室。';
const RESTORE = '请先核验记录（npx luoshi audit verify），再从备份恢复。';
const DELIVERED_NEVER =
  '请查看 npx luoshi failed list；查明原因后用 npx luoshi failed requeue 重新发送，或由值守人员电话通知。';

/** A task that somebody is accountable for, and that its clocks have to wake. */
const LIVE = `(t.state in ('dispatched', 'disputed', 'inProgress', 'suspended') or starts_with(t.state, 'closing'))`;

/**
 * What the auditor asks every hour. Each question goes by an index, or joins whole tables once: with a million live tasks
 * they are answered within seconds.
 */
export const HOURLY: readonly WorkCheck[] = [
  {
    code: 'DEADLINE_OVERDUE',
    what: '时限早已到期，没有处理',
    mend: RUN,
    sql: `select subject_kind || ' ' || subject_id || ' ' || name as place, projected_at as at from deadline
      where jurisdiction_id = $1 and state = 'armed' and projected_at < $2`,
  },
  {
    code: 'RUNG_WITHOUT_CLAIM',
    what: '督办阶梯已到级，却没有相应的登记',
    mend: RESTORE,
    sql: `select e.subject_kind || ' ' || e.subject_id || ' ' || coalesce(e.payload->>'rung', '') as place, e.at from event e
      where e.jurisdiction_id = $1 and e.at >= $3 and e.at < $2 and e.type = 'RUNG_DUE' and not exists (
        select from rung_claim c where c.jurisdiction_id = $1 and c.subject_kind = e.subject_kind and c.subject_id = e.subject_id
          and c.generation = (e.payload->>'generation')::integer and c.rung = e.payload->>'rung')`,
  },
  {
    code: 'MESSAGE_STUCK',
    what: '消息早该送达，仍未送出',
    mend: RUN,
    sql: `select id || case when attempts > 0 then ' 已试' || attempts || '次' else '' end as place, deliver_at as at from message
      where jurisdiction_id = $1 and state in ('pending', 'sending') and deliver_at < $2`,
  },
  {
    code: 'LETTER_STUCK',
    what: '站外信件早该发出，仍未发出',
    mend: RUN,
    sql: `select l.id::text as place, l.not_before as at from letter l
        join channel c on c.jurisdiction_id = l.jurisdiction_id and c.id = l.channel_id
        where l.jurisdiction_id = $1 and l.not_before < $2 and c.state = 'on'
      union all select message_id || ' → ' || contact_id, due_at from parcel
        where jurisdiction_id = $1 and letter_id is null and due_at < $2
      union all select id::text, created_at from message where jurisdiction_id = $1 and not shared_out and created_at < $2
        and exists (select from contact where jurisdiction_id = $1 and state = 'inUse')`,
  },
  {
    code: 'EVENT_STUCK',
    what: '向其他系统推送的事件早该发出，仍未发出',
    mend: RUN,
    sql: `select s.name || ' ' || d.id as place, d.not_before as at from webhook_delivery d
      join webhook_subscription s on s.jurisdiction_id = $1 and s.id = d.subscription_id
      where d.jurisdiction_id = $1 and d.state in ('pending', 'sending', 'failedForNow') and s.state = 'on'
        and s.failing_since is null and d.not_before < $2 and d.created_at < $2 and not exists (
          select from webhook_delivery e where e.jurisdiction_id = $1 and e.subscription_id = d.subscription_id
            and e.subject = d.subject and e.position < d.position
            and e.state in ('pending', 'sending', 'failedForNow', 'dead'))`,
  },
  {
    code: 'WEBHOOK_PAUSED',
    what: '事件订阅因推送失败已暂停',
    mend: '请与对方系统核对，修正后在“事件订阅”页面或用 npx luoshi webhook resume 恢复；未送达的事件都在。',
    sql: `select name || '：' || coalesce(paused_reason, '') as place, paused_at as at from webhook_subscription
      where jurisdiction_id = $1 and state = 'paused' and paused_code <> 'byPerson'`,
  },
  {
    code: 'GIVEN_UP_UNEXPLAINED',
    what: '信件或推送已停止发送，却没有写明原因',
    mend: DELIVERED_NEVER,
    sql: `select id::text as place, created_at as at from letter where jurisdiction_id = $1 and created_at >= $3
      and state = 'failedForGood' and coalesce(failure, failure_code, '') = ''
      union all select id::text, created_at from webhook_delivery where jurisdiction_id = $1 and created_at >= $3
        and state = 'dead' and status is null and coalesce(failure, failure_code, '') = ''`,
  },
  {
    code: 'PRODUCT_UNWRITTEN',
    what: '产品草稿未能自动生成',
    mend: '请到“通报讲评”页手工拟制；系统会隔更久再试。原因见各条，请管理员对照日志查明。',
    sql: `select kind || ' ' || period || ' ' || scope_kind || ' ' || scope_id || ' ' || code || '（已试' || failures || '次）' as place,
        failed_at as at from unwritten_product where jurisdiction_id = $1`,
  },
  {
    code: 'TASK_UNARMED',
    what: '在办任务没有任何在走的时限，到期也不会有人被提醒',
    mend: '请由指挥部办公室核对该任务，并把任务编号和本结果反馈给维护人员。',
    sql: `with armed as materialized (
        select d.subject_kind, d.subject_id from deadline d where d.jurisdiction_id = $1 and d.state = 'armed'
          and d.subject_kind in ('task', 'reportingLine')),
      still as materialized (
        select t.id, t.code, t.plan_id from task t where t.jurisdiction_id = $1 and ${LIVE} and not exists (
          select from armed a where a.subject_kind = 'task' and a.subject_id = t.id))
      select s.code as place from still s where not exists (
        select from responsibility r join reporting_line l
            on l.jurisdiction_id = $1 and l.plan_id = s.plan_id and l.unit_id = r.unit_id
          join armed a on a.subject_kind = 'reportingLine' and a.subject_id = l.id
        where r.jurisdiction_id = $1 and r.task_id = s.id and r.kind = 'lead')`,
  },
  {
    code: 'CALENDAR_CHANGE_OPEN',
    what: '新日历已启用，尚有时限没有按它推算',
    mend: RUN,
    sql: `select calendar_id || ' 第' || version || '版' as place, announced_at as at from calendar_change
      where jurisdiction_id = $1 and finished_at is null and announced_at < $2`,
  },
  {
    code: 'LADDER_PAUSE_OPEN',
    what: '阶梯的暂停或恢复早已决定，尚有时限没有照办',
    mend: RUN,
    sql: `select label as place, coalesce(resumed_at, paused_at) as at from ladder_pause
      where jurisdiction_id = $1 and not followed and coalesce(resumed_at, paused_at) < $2`,
  },
  {
    code: 'LINE_WITHOUT_CLOCK',
    what: '报告线有待填报的批次，却没有填报截止时限',
    mend: '请先核验记录（npx luoshi audit verify），再从备份恢复 deadline 表中的相应时限。',
    sql: `with armed as materialized (
        select d.subject_id from deadline d where d.jurisdiction_id = $1 and d.state = 'armed'
          and d.subject_kind = 'reportingLine' and d.name = 'sitting:due')
      select l.id::text as place from reporting_line l
      where l.jurisdiction_id = $1 and l.snapshot->'context'->'current' <> 'null'::jsonb and not exists (
        select from armed a where a.subject_id = l.id)`,
  },
];

/** What `doctor` looks for besides: whole tables, row by row, whatever it takes. */
export const THOROUGH: readonly WorkCheck[] = [
  {
    code: 'CLOCK_WITHOUT_SUBJECT',
    what: '时限所属的事项不存在',
    mend: '请从备份恢复相应事项，或核对是否有人直接改动了数据库。',
    sql: `select d.subject_kind || ' ' || d.subject_id || ' ' || d.name as place from deadline d
      where d.jurisdiction_id = $1 and d.state = 'armed' and not exists (
        select from task t where d.subject_kind = 'task' and t.jurisdiction_id = $1 and t.id = d.subject_id
        union all select from obligation o where d.subject_kind = 'obligation' and o.jurisdiction_id = $1 and o.id = d.subject_id
        union all select from reporting_line l
          where d.subject_kind = 'reportingLine' and l.jurisdiction_id = $1 and l.id = d.subject_id)`,
  },
  {
    // What a unit appealed against is decided also when its task is closed.
    code: 'CLOCK_OF_CLOSED_TASK',
    what: '任务已销号或撤销，仍有时限在走',
    mend: '请把任务编号和本结果反馈给维护人员；到期时系统不会因此追究。',
    sql: `select t.code || ' ' || d.name as place from deadline d join task t
        on d.subject_kind = 'task' and t.jurisdiction_id = $1 and t.id = d.subject_id
      where d.jurisdiction_id = $1 and d.state = 'armed' and t.state in ('closed', 'withdrawn')
        and not starts_with(d.name, 'appeal')`,
  },
  {
    code: 'CLAIM_WITHOUT_SUBJECT',
    what: '阶梯到级登记所属的事项不存在',
    mend: RESTORE,
    sql: `select c.subject_kind || ' ' || c.subject_id || ' ' || c.rung as place, c.claimed_at as at from rung_claim c
      where c.jurisdiction_id = $1 and not exists (
        select from task t where c.subject_kind = 'task' and t.jurisdiction_id = $1 and t.id = c.subject_id
        union all select from reporting_line l
          where c.subject_kind = 'reportingLine' and l.jurisdiction_id = $1 and l.id = c.subject_id)`,
  },
  {
    code: 'NOTICE_WITHOUT_CLAIM',
    what: '督办文书没有相应的到级登记',
    mend: RESTORE,
    sql: `select coalesce(n.number, n.id::text) as place, n.drafted_at as at from notice n
      where n.jurisdiction_id = $1 and n.drafted_at < $2 and not exists (
        select from rung_claim c where c.jurisdiction_id = $1 and c.subject_kind = n.subject_kind
          and c.subject_id = n.subject_id and c.generation = n.generation and c.rung = n.rung)
      and not exists (
        select from notice_member m join rung_claim c on c.jurisdiction_id = $1 and c.subject_kind = m.subject_kind
          and c.subject_id = m.subject_id and c.generation = m.generation and c.rung = m.rung
        where m.jurisdiction_id = $1 and m.notice_id = n.id)`,
  },
  {
    code: 'NOTICE_UNTOLD',
    what: '督办文书已签发，却没有人收到消息',
    mend: RESTORE,
    sql: `select coalesce(n.number, n.id::text) as place, n.issued_at as at from notice n
      where n.jurisdiction_id = $1 and n.state = 'issued' and n.issued_at < $2 and n.rescinded_at is null and not exists (
        select from message m where m.jurisdiction_id = $1 and (m.notice_id = n.id
          or m.subject_id = n.subject_id and m.created_at >= n.drafted_at))`,
  },
  {
    code: 'MESSAGE_WITHOUT_SUBJECT',
    what: '消息所说的事项不存在',
    mend: RESTORE,
    sql: `select m.id::text as place, m.created_at as at from message m
      where m.jurisdiction_id = $1 and m.subject_kind in ('task', 'obligation', 'reportingLine') and not exists (
        select from task t where m.subject_kind = 'task' and t.jurisdiction_id = $1 and t.id = m.subject_id
        union all select from obligation o where m.subject_kind = 'obligation' and o.jurisdiction_id = $1 and o.id = m.subject_id
        union all select from reporting_line l
          where m.subject_kind = 'reportingLine' and l.jurisdiction_id = $1 and l.id = m.subject_id)`,
  },
  {
    code: 'OBLIGATION_WITHOUT_SITTING',
    what: '填报事项没有所属批次',
    mend: '请从备份恢复 sitting 表中的相应批次。',
    sql: `select o.id::text as place from obligation o where o.jurisdiction_id = $1 and o.kind <> 'requestedReport' and not exists (
      select from sitting s where s.jurisdiction_id = $1 and s.id = o.sitting_id)`,
  },
];
