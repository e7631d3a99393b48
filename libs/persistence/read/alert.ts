import type { Instant } from '#calendar';
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

export interface AlertFilter {
  state?: 'open' | 'settled' | undefined;
  level?: string | undefined;
  limit: number;
  before?: { at: Instant; id: string } | undefined;
}

const ALERT = `
  select l.id, l.kind, l.level, l.plan_id, l.unit_id, u.name as unit_name, l.subject_kind, l.subject_id, l.notice_id,
    l.title, l.detail, l.state, l.raised_at, l.settled_at
  from alert l left join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id`;

/** Alerts, newest first, and how many there are in all. */
export async function listAlerts(
  tx: Transaction,
  filter: AlertFilter,
): Promise<{ rows: AlertRow[]; total: number }> {
  const rows = await tx.query<AlertRow & { total: number }>(
    `with found as (${ALERT} where l.jurisdiction_id = $1 and ($2::text is null or l.state = $2)
       and ($3::text is null or l.level = $3))
     select (select count(*)::int from found) as total, found.* from found
     where $4::timestamptz is null or (found.raised_at, found.id) < ($4, $5::uuid)
     order by found.raised_at desc, found.id desc limit $6`,
    [tx.scope.jurisdictionId, filter.state, filter.level, filter.before?.at, filter.before?.id, filter.limit],
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

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
