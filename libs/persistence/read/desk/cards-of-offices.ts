import { ALERTS } from '../alert.js';
import { ALERT_DUE, ISSUE_DUE, TOLD_BY_ITS_DRAFT } from '../alert-clock.js';
import { PLAN_REVIEWS } from '../plan-review.js';
import { PRODUCTS } from '../../stores/product.store.js';
import { AWAITED_AGREEMENT, NOTICE_LINE, NOTICES } from '../notice.js';
import { REVIEWS } from '../review.js';
import { TASKS } from '../task-list.js';
import { STANDING_TODAY } from '../today.js';
import { VERIFICATIONS } from '../verification.js';
import { actionReached, LEADS, planReached, taskClock, type DeskCardSource } from './desk-card.js';

const task = { kind: 'task', source: TASKS, title: 't.title', note: LEADS, clock: 'due' } as const;
const IN_SCOPE = actionReached('t.plan_id', 'a.code');
const alert = {
  kind: 'alert',
  source: ALERTS,
  joins: 'left join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id',
  title: 'l.title',
  note: 'u.name',
  at: ALERT_DUE,
  clock: 'due',
} as const;
const OPEN_ALERT = `l.state = 'open' and not ${TOLD_BY_ITS_DRAFT} and (l.plan_id is null or ${planReached('l.plan_id')})`;
/** Who has a card of drafts to issue, or of appeals, is not told of them a second time. */
const ON_ANOTHER_CARD = `('supervisor' = any (:roles::text[]) and split_part(l.kind, ':', 1) = 'issue' and l.notice_id is not null)
  or (:roles::text[] && array['supervisor', 'commander'] and split_part(l.kind, ':', 1) in ('appeal', 'appealLate'))`;
const notice = {
  kind: 'notice',
  source: NOTICES,
  title: 'n.title',
  note: 'u.name',
  at: ISSUE_DUE,
  clock: 'due',
} as const;
const NOTICE_UNIT = 'join unit u on u.jurisdiction_id = n.jurisdiction_id and u.id = n.unit_id';

/** What the units that report on a task asked for last; a report of no change asks for what the one before it did. */
const HELP_WANTED = `from (select distinct on (r.unit_id) r.help_wanted, r.filed_at from progress_report r
    where r.jurisdiction_id = $1 and r.task_id = t.id and (not r.no_change or r.help_wanted <> '')
    order by r.unit_id, r.filed_at desc, r.revision desc) last where last.help_wanted <> ''`;

/** What waits for the offices of a plan and those who lead it. */
export const CARDS_OF_OFFICES = [
  {
    name: 'toReview',
    roles: ['taskForceOffice'],
    kind: 'report',
    source: REVIEWS,
    joins: 'join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id',
    where: IN_SCOPE,
    title: 't.title',
    note: 'u.name',
    at: 'd.projected_at',
    clock: 'due',
  },
  {
    ...task,
    name: 'gateTaskForce',
    roles: ['taskForceOffice'],
    where: `t.state = 'closing.taskForceReview' and ${IN_SCOPE}`,
    at: taskClock('gate'),
  },
  {
    ...task,
    name: 'gateVerification',
    roles: ['supervisor'],
    where: `t.state = 'closing.verification' and ${IN_SCOPE}`,
    at: taskClock('gate'),
  },
  {
    ...task,
    name: 'gateApproval',
    roles: ['headquartersOffice'],
    where: `t.state = 'closing.approval' and ${IN_SCOPE}`,
    at: taskClock('gate'),
  },
  {
    ...notice,
    name: 'noticesToIssue',
    roles: ['supervisor'],
    joins: NOTICE_UNIT,
    where: `n.state = 'drafted' and ${planReached('n.plan_id')}`,
  },
  {
    ...notice,
    name: 'noticesToAgree',
    roles: ['commander', 'deputyCommander'],
    source: { ...NOTICES, base: NOTICE_LINE },
    joins: NOTICE_UNIT,
    where: `n.state = 'drafted' and ${AWAITED_AGREEMENT} = false and ${planReached('n.plan_id')}`,
  },
  {
    name: 'verifications',
    roles: ['supervisor'],
    kind: 'verification',
    source: VERIFICATIONS,
    joins: 'join unit u on u.jurisdiction_id = v.jurisdiction_id and u.id = v.unit_id',
    where: `v.state = 'open' and ${planReached('v.plan_id')}`,
    title: 't.title',
    note: 'u.name',
    at: 'v.due_at',
    clock: 'due',
  },
  {
    ...alert,
    name: 'appeals',
    roles: ['supervisor', 'commander'],
    where: `${OPEN_ALERT} and split_part(l.kind, ':', 1) in ('appeal', 'appealLate')`,
  },
  {
    ...task,
    name: 'disputes',
    roles: ['headquartersOffice'],
    where: `t.state = 'disputed' and ${IN_SCOPE}`,
    at: taskClock('dispute'),
  },
  {
    ...task,
    name: 'needsAssignment',
    roles: ['headquartersOffice'],
    where: `t.needs_assignment and ${IN_SCOPE}`,
    note: 't.code',
    at: 'null::timestamptz',
  },
  {
    name: 'planReviews',
    roles: ['headquartersOffice'],
    kind: 'planReview',
    source: PLAN_REVIEWS,
    where: "r.state = 'open'",
    title: "coalesce(r.facts ->> 'title', '')",
    note: 'null::text',
    at: 'r.uploaded_at',
    clock: 'since',
  },
  {
    name: 'products',
    roles: ['headquartersOffice'],
    kind: 'product',
    source: PRODUCTS,
    // What an action's task force or the assessor writes is theirs to review and issue.
    where: `p.scope_kind in ('plan', 'unit', 'person') and p.kind not in ('publication', 'annualAssessment')
      and p.state in ('draft', 'reviewed') and ${planReached('p.plan_id')}`,
    title: 'p.title',
    note: 'p.number',
    at: 'p.due_at',
    clock: 'due',
  },
  {
    ...task,
    name: 'helpWanted',
    roles: ['taskForceConvener', 'taskForceOffice', 'headquartersOffice'],
    // Few ask: those are looked up first.
    where: `t.state = 'inProgress' and t.id in (select asked.task_id from progress_report asked
      where asked.jurisdiction_id = $1 and asked.help_wanted <> '') and ${IN_SCOPE} and exists (select ${HELP_WANTED})`,
    note: `(select string_agg(last.help_wanted, '；' order by last.filed_at) ${HELP_WANTED})`,
    at: `(select min(last.filed_at) ${HELP_WANTED})`,
    clock: 'since',
  },
  {
    ...alert,
    name: 'alerts',
    roles: ['supervisor', 'headquartersOffice', 'commander', 'deputyCommander'],
    where: `${OPEN_ALERT} and not (${ON_ANOTHER_CARD})`,
  },
  {
    ...task,
    name: 'seriouslyBehind',
    roles: ['commander', 'deputyCommander', 'taskForceConvener', 'taskForceOffice', 'headquartersOffice'],
    where: `t.state = 'inProgress' and ${IN_SCOPE} and (${STANDING_TODAY}).today_schedule = 'seriouslyBehind'`,
    at: 'null::timestamptz',
    lag: `(${STANDING_TODAY}).today_lag`,
  },
] as const satisfies readonly DeskCardSource[];
