import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';
import { ALERT_CLOCK, ALERT_CLOCK_COLUMNS } from './alert-clock.js';

export interface AlertRow {
  id: string;
  kind: string;
  /** A level of the policy, or `info`. */
  level: string;
  plan_id: string | null;
  unit_id: string | null;
  unit_name: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  notice_id: string | null;
  title: string;
  detail: string;
  state: 'open' | 'settled';
  raised_at: Instant;
  settled_at: Instant | null;
  /** The clock that it stands under while it is open, by its name; null: none. */
  clock: string | null;
  clock_at: Instant | null;
  /** Of a draft that waits: whether the one who must agree has agreed; null: it waits for nobody, or there is none. */
  agreed: boolean | null;
  /** Where the clock does not tell alone whose turn it is: how the task stands, and the unit that is waited for. */
  task: { state: string; blockage: string | null; unitId: string | null; unit: string | null } | null;
}

const COLUMNS = `l.id, l.kind, l.level, l.plan_id, l.unit_id, u.name as unit_name, l.subject_kind, l.subject_id, l.notice_id,
    l.title, l.detail, l.state, l.raised_at, l.settled_at, ${ALERT_CLOCK_COLUMNS}`;
const UNIT = `left join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id ${ALERT_CLOCK}`;
const ALERT = `select ${COLUMNS} from alert l ${UNIT}`;

/** Alerts as a list reads them: AlertRow. */
export const ALERTS: ListSource = { table: 'alert', alias: 'l', columns: COLUMNS, joins: UNIT };

/** The open alerts, newest first: what the stream compares from one look to the next. */
export function listOpenAlerts(tx: Transaction, limit: number): Promise<AlertRow[]> {
  return tx.query<AlertRow>(
    `${ALERT} where l.jurisdiction_id = $1 and l.state = 'open' order by l.raised_at desc, l.id desc limit $2`,
    [tx.scope.jurisdictionId, limit],
  );
}

/** The alerts with these ids, as they are now. */
export function listAlertsById(tx: Transaction, ids: readonly string[]): Promise<AlertRow[]> {
  return tx.query<AlertRow>(`${ALERT} where l.jurisdiction_id = $1 and l.id = any ($2::uuid[])`, [
    tx.scope.jurisdictionId,
    ids,
  ]);
}
