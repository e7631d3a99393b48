import { DUTIES } from '../duty.js';
import { NOTICES } from '../notice.js';
import { SITTINGS } from '../sitting.js';
import { TASKS } from '../task-list.js';
import { STANDING_TODAY } from '../today.js';
import { actionReached, LED_BY_OWN, taskClock, type DeskCardSource } from './desk-card.js';

/** Not what the unit's head has or has returned: that is on cards of its own. */
const sittingWith = (state: string): string =>
  `s.unit_id = any (:units::uuid[]) and exists (select from obligation o where o.jurisdiction_id = $1
    and o.sitting_id = s.id and o.state = '${state}' and not exists (select from parked_report k
      where k.jurisdiction_id = $1 and k.obligation_id = o.id and k.state in ('waiting', 'returned')))`;
const sitting = {
  kind: 'sitting',
  source: SITTINGS,
  joins: 'join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id',
  title: 'p.title',
  note: 'u.name',
  at: 's.due_at',
  clock: 'due',
  period: 's.period',
} as const;

const duty = {
  kind: 'duty',
  source: DUTIES,
  joins: `join plan p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.plan_id
    left join policy_version v on v.jurisdiction_id = o.jurisdiction_id and v.version = o.policy_version`,
  title: `coalesce((select d->>'label' from jsonb_array_elements(v.body->'duties') d where d->>'name' = o.duty limit 1), '临时报送')`,
  note: 'coalesce(t.title, a.name, p.title)',
  at: 'o.due_at',
  clock: 'due',
  period: 'o.period',
} as const;
const OWN_DUTY = `(o.unit_id = any (:units::uuid[]) or ${actionReached('o.plan_id', "coalesce(a.code, '')")})`;

const notice = {
  kind: 'notice',
  source: NOTICES,
  joins: 'join unit u on u.jurisdiction_id = n.jurisdiction_id and u.id = n.unit_id',
  title: 'n.title',
  note: 'n.number',
  at: 'n.issued_at',
  clock: 'since',
} as const;
const RECEIVED = "n.state = 'issued' and n.rescinded_at is null and n.unit_id = any (:units::uuid[])";

/** The card that went with a notice, as its subject keeps it: whether an answer is awaited, and by when. */
const CARD_OF_NOTICE = `left join lateral (select c ->> 'answer' as answer from (
    select l.snapshot from reporting_line l where n.subject_kind = 'reportingLine' and l.jurisdiction_id = n.jurisdiction_id
      and l.id = n.subject_id
    union all select own.snapshot from task own where n.subject_kind = 'task' and own.jurisdiction_id = n.jurisdiction_id
      and own.id = n.subject_id) kept
  cross join jsonb_array_elements(coalesce(kept.snapshot #> '{context,cards}', '[]')) c
  where (c ->> 'generation')::int = n.generation and c ->> 'rung' = n.rung limit 1) card on true`;
const ANSWERED_BY = `(select max(d.projected_at) from deadline d where d.jurisdiction_id = $1 and d.subject_kind = n.subject_kind
  and d.subject_id = n.subject_id and d.state <> 'disarmed'
  and d.name in ('card:answer:' || n.generation || ':' || n.rung, 'answer:' || n.generation || ':' || n.rung))`;

const ofUnits = ['leadUnitHead', 'liaison'] as const;

/** What waits for a unit, and what offices and units owe besides reports. */
export const CARDS_OF_UNITS = [
  {
    ...sitting,
    name: 'toFile',
    roles: ofUnits,
    where: sittingWith('open'),
  },
  {
    ...sitting,
    name: 'returned',
    roles: ofUnits,
    where: sittingWith('returned'),
  },
  {
    name: 'toSign',
    roles: ofUnits,
    kind: 'task',
    source: TASKS,
    where: `t.state = 'dispatched' and ${LED_BY_OWN}`,
    title: 't.title',
    note: 't.code',
    at: taskClock('sign'),
    clock: 'due',
  },
  {
    ...notice,
    name: 'noticesToAcknowledge',
    roles: ofUnits,
    where: `${RECEIVED} and n.acknowledged_at is null`,
  },
  {
    ...notice,
    name: 'noticesToAnswer',
    roles: ofUnits,
    source: { ...NOTICES, base: CARD_OF_NOTICE },
    where: `${RECEIVED} and card.answer in ('awaited', 'overdue')`,
    at: ANSWERED_BY,
    clock: 'due',
  },
  {
    ...duty,
    name: 'dutiesOwed',
    roles: [
      'leadUnitHead',
      'liaison',
      'supportUnitLiaison',
      'taskForceOffice',
      'taskForceConvener',
      'headquartersOffice',
      'assessor',
      'supervisor',
    ],
    where: `o.state in ('open', 'returned') and o.snapshot #> '{context,owedBy}' ?| :roles::text[] and ${OWN_DUTY}`,
  },
  {
    ...duty,
    name: 'dutiesToAccept',
    roles: ['leadUnitHead', 'liaison', 'taskForceOffice', 'headquartersOffice'],
    where: `o.state = 'submitted' and o.snapshot #> '{context,acceptedBy}' ?| :roles::text[]
      and (o.asked_by_unit_id = any (:units::uuid[]) or ${actionReached('o.plan_id', "coalesce(a.code, '')")})`,
  },
  {
    ...notice,
    name: 'cardsReceived',
    roles: ['leadUnitHead'],
    where: `${RECEIVED} and n.kind <> 'reminderLetter'`,
  },
  {
    name: 'behind',
    roles: ofUnits,
    kind: 'task',
    source: TASKS,
    where: `t.state = 'inProgress' and ${LED_BY_OWN} and (${STANDING_TODAY}).today_schedule <> 'onTrack'`,
    title: 't.title',
    note: 't.code',
    at: 'null::timestamptz',
    clock: 'due',
    lag: `(${STANDING_TODAY}).today_lag`,
  },
] as const satisfies readonly DeskCardSource[];
