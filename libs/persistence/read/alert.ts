import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

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
}

const COLUMNS = `l.id, l.kind, l.level, l.plan_id, l.unit_id, u.name as unit_name, l.subject_kind, l.subject_id, l.notice_id,
    l.title, l.detail, l.state, l.raised_at, l.settled_at`;
const UNIT = 'left join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id';
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
