import type { ListSource } from '../../lists/list-source.js';
import { planReached, type DeskCardSource } from './desk-card.js';

const ASSESSMENTS: ListSource = { table: 'assessment', alias: 'a', columns: 'a.id' };
const OBJECTIONS: ListSource = {
  table: 'assessment_objection',
  alias: 'b',
  base: 'join assessment a on a.jurisdiction_id = b.jurisdiction_id and a.id = b.assessment_id',
  columns: 'b.id',
};

const assessment = {
  kind: 'assessment',
  source: ASSESSMENTS,
  joins: 'join plan p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.plan_id',
  title: 'p.title',
  period: 'a.period',
} as const;
const objection = {
  kind: 'assessment',
  source: OBJECTIONS,
  id: 'b.assessment_id',
  joins: `join unit u on u.jurisdiction_id = b.jurisdiction_id and u.id = b.unit_id
    join assessment_score sc on sc.jurisdiction_id = b.jurisdiction_id and sc.assessment_id = b.assessment_id
      and sc.unit_id = b.unit_id`,
} as const;
const LINE = `coalesce((select scored ->> 'label' from jsonb_array_elements(sc.lines) scored
  where scored ->> 'id' = b.line), b.line)`;
/** An open one holds up the result from the end of the time for objections on, and with it the duty to assess. */
const DECIDED_BY = `coalesce((select min(o.due_at) from obligation o where o.jurisdiction_id = $1 and o.plan_id = a.plan_id
  and o.kind = 'assessment' and o.period = a.period), a.objections_until)`;
const OWN_SCORE = `from assessment_score sc where sc.jurisdiction_id = $1 and sc.assessment_id = a.id
  and sc.unit_id = any (:units::uuid[])`;
const ofUnits = ['leadUnitHead', 'liaison', 'supportUnitLiaison'] as const;

/** What waits because of the scores: for who scores, and for the units that are scored. */
export const CARDS_OF_STANDING = [
  {
    ...objection,
    name: 'objectionsToDecide',
    roles: ['assessor'],
    where: `b.state = 'open' and a.state = 'preview' and ${planReached('a.plan_id')}`,
    title: `u.name || ' · ' || ${LINE}`,
    note: 'b.statement',
    at: DECIDED_BY,
    clock: 'due',
  },
  {
    ...assessment,
    name: 'scoresToSettle',
    roles: ['assessor'],
    where: `a.state = 'preview' and a.objections_until <= :now::timestamptz and ${planReached('a.plan_id')}
      and not exists (select from assessment_objection b where b.jurisdiction_id = $1 and b.assessment_id = a.id
        and b.state = 'open')`,
    note: 'null::text',
    at: 'a.objections_until',
    clock: 'since',
  },
  {
    ...assessment,
    name: 'scoresToCheck',
    roles: ofUnits,
    where: `a.state = 'preview' and a.objections_until > :now::timestamptz and exists (select ${OWN_SCORE})`,
    note: `(select string_agg(sc.name || ' ' || sc.total::float8 || ' 分', '、' order by sc.name) ${OWN_SCORE})`,
    at: 'a.objections_until',
    clock: 'due',
  },
  {
    ...objection,
    name: 'objectionsFiled',
    roles: ofUnits,
    // What was decided stays as long as the result may change, and a month for those who were away.
    where: `b.unit_id = any (:units::uuid[]) and (a.state = 'preview'
      or (a.state = 'final' and a.finalised_at > :now::timestamptz - interval '30 days'))`,
    title: LINE,
    note: `case b.state when 'open' then '待裁定' when 'upheld' then '成立，加 ' || b.adjustment::float8 || ' 分'
      else '未获支持：' || b.reason end`,
    at: 'coalesce(b.decided_at, b.filed_at)',
    clock: 'since',
    latestFirst: true,
  },
] as const satisfies readonly DeskCardSource[];
