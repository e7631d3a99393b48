import { SITTINGS } from '../sitting.js';
import type { DeskCardSource } from './desk-card.js';

const ofParked = (
  state: string,
): string => `from parked_report k where k.jurisdiction_id = $1 and k.sitting_id = s.id
    and k.state = '${state}'`;
/** What is returned is still to be sent: of what is owed no longer nothing is asked. */
const RETURNED = `${ofParked('returned')} and exists (select from obligation o where o.jurisdiction_id = $1
    and o.id = k.obligation_id and o.state in ('open', 'returned'))`;
const sitting = {
  kind: 'sitting',
  source: SITTINGS,
  joins: 'join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id',
  title: 'p.title',
  at: 's.due_at',
  clock: 'due',
  period: 's.period',
} as const;
const OWN = 's.unit_id = any (:units::uuid[])';

/** 负责人审签: what waits for the head of a unit, and what the liaison has out or has back. */
export const CARDS_OF_SIGN_OFF = [
  {
    ...sitting,
    name: 'toSignOff',
    roles: ['leadUnitHead'],
    where: `${OWN} and exists (select ${ofParked('waiting')})`,
    note: `(select string_agg(distinct q.name, '、') || ' · ' || count(*) || ' 项'
      from parked_report k join person q on q.jurisdiction_id = k.jurisdiction_id and q.id = k.sent_by
      where k.jurisdiction_id = $1 and k.sitting_id = s.id and k.state = 'waiting')`,
  },
  {
    ...sitting,
    name: 'signOffReturned',
    roles: ['liaison'],
    where: `${OWN} and exists (select ${RETURNED})`,
    note: `(select count(*) || ' 项：' || string_agg(distinct k.remark, '；') ${RETURNED})`,
  },
  {
    ...sitting,
    name: 'atSignOff',
    roles: ['liaison'],
    where: `${OWN} and exists (select ${ofParked('waiting')})`,
    note: `(select count(*) || ' 项' ${ofParked('waiting')})`,
  },
] as const satisfies readonly DeskCardSource[];
