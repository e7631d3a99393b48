import type { ListSource } from '../../lists/list-source.js';
import { LETTERS, PEOPLE } from '../letters.js';
import type { DeskCardSource } from './desk-card.js';

const ACCESS_REQUESTS: ListSource = { table: 'access_request', alias: 'q', columns: 'q.id' };
const WEBHOOKS: ListSource = { table: 'webhook_subscription', alias: 'w', columns: 'w.id' };

/** What waits for those who keep the system. */
export const CARDS_OF_ADMINISTRATION = [
  {
    name: 'accessRequests',
    roles: ['administrator', 'securityAdministrator'],
    kind: 'person',
    source: ACCESS_REQUESTS,
    joins: 'join person p on p.jurisdiction_id = q.jurisdiction_id and p.id = q.person_id',
    where: 'q.decided_at is null and q.until > :now::timestamptz and q.asked_by <> :self::uuid',
    id: 'q.person_id',
    title: 'p.name',
    note: 'q.reason',
    at: 'q.until',
    clock: 'due',
  },
  {
    name: 'lettersFailed',
    roles: ['administrator'],
    kind: 'letter',
    source: LETTERS,
    where: "l.state = 'failedForGood'",
    title: "case when l.purpose = 'code' then '验证码' else l.title end",
    note: 'ch.name',
    at: 'l.created_at',
    clock: 'since',
  },
  {
    name: 'withoutAddress',
    roles: ['administrator'],
    kind: 'person',
    source: PEOPLE,
    where: `not exists (select from contact c where c.jurisdiction_id = $1 and c.person_id = p.id and c.state = 'inUse')`,
    title: 'p.name',
    note: 'u.name',
    at: 'null::timestamptz',
    clock: 'since',
  },
  {
    name: 'webhooksPaused',
    roles: ['administrator', 'leadUnitHead'],
    kind: 'webhook',
    source: WEBHOOKS,
    where:
      "w.state = 'paused' and (w.unit_id is null or :everywhere::boolean or w.unit_id = any (:units::uuid[]))",
    title: 'w.name',
    note: 'w.paused_reason',
    at: 'w.paused_at',
    clock: 'since',
  },
] as const satisfies readonly DeskCardSource[];
