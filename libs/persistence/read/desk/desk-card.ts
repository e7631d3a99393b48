import type { Role } from '#accountability';
import type { ListSource } from '../../lists/list-source.js';

/** What the rows of a card are about. */
export type DeskSubject =
  | 'task'
  | 'sitting'
  | 'duty'
  | 'report'
  | 'alert'
  | 'notice'
  | 'verification'
  | 'planReview'
  | 'product'
  | 'assessment'
  | 'person'
  | 'letter'
  | 'webhook';

/**
 * One card of a desk: whose it is, which rows of which list, and what is shown of a row. The list's own base and rules hold;
 * `:units`, `:scopes`, `:everywhere` are where the person holds one of the card's roles, `:roles` those roles.
 */
export interface DeskCardSource {
  name: string;
  roles: readonly Role[];
  kind: DeskSubject;
  source: ListSource;
  /** Joins that the words of a row need. */
  joins?: string;
  where: string;
  /** Default: the id of the list's row. */
  id?: string;
  title: string;
  note: string;
  /** By when, or since when; a timestamptz. */
  at: string;
  clock: 'due' | 'since';
  /** The period, where the row is of one: the title then starts with it. */
  period?: string;
  /** Of its rows the latest are shown, where what is new matters and not what has waited. */
  latestFirst?: true;
  /** How many points a task is behind, where that is what matters. */
  lag?: string;
}

/** Where a role reaches: the whole jurisdiction, plans, actions of plans. */
export const planReached = (planId: string): string =>
  `(:everywhere::boolean or exists (select from plan sp where sp.jurisdiction_id = $1 and sp.id = ${planId}
    and sp.code = any (:scopes::text[])))`;
export const actionReached = (planId: string, actionCode: string): string =>
  `(:everywhere::boolean or exists (select from plan sp where sp.jurisdiction_id = $1 and sp.id = ${planId}
    and (sp.code = any (:scopes::text[]) or sp.code || '/' || ${actionCode} = any (:scopes::text[]))))`;

/** The task is led by a unit of the person. */
export const LED_BY_OWN = `exists (select from responsibility own where own.jurisdiction_id = $1 and own.task_id = t.id
  and own.kind = 'lead' and own.unit_id = any (:units::uuid[]))`;

/** The soonest armed clock of a task among those whose name begins so. */
export const taskClock = (name: string): string =>
  `(select min(d.projected_at) from deadline d where d.jurisdiction_id = $1 and d.subject_kind = 'task'
    and d.subject_id = t.id and d.state = 'armed' and split_part(d.name, ':', 1) = '${name}')`;

export const LEADS = `(select string_agg(distinct u.name, '、') from responsibility r
  join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
  where r.jurisdiction_id = $1 and r.task_id = t.id and r.kind = 'lead')`;
