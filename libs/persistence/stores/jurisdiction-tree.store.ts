import type { Instant } from '#calendar';
import type { Queryable, Transaction } from '../transaction.js';

export const JURISDICTION_LEVELS = ['province', 'prefecture', 'county', 'township'] as const;
export type JurisdictionLevel = (typeof JURISDICTION_LEVELS)[number];

export interface JurisdictionName {
  /** Administrative division code. */
  id: string;
  name: string;
  level: JurisdictionLevel;
}
export interface JurisdictionRelation extends JurisdictionName {
  relation: 'ancestor' | 'child';
  /** 1: directly above or below. */
  distance: number;
}

/** Who stands above the transaction's jurisdiction, the nearest first, and who directly under it. Names and levels alone. */
export const jurisdictionRelations = (tx: Transaction): Promise<JurisdictionRelation[]> =>
  tx.query(
    'select id, name, level, relation, distance from jurisdiction_relations() order by relation, distance, id',
    [],
  );

/** The transaction's own jurisdiction; null: there is none of that code. */
export async function ownJurisdiction(
  tx: Transaction,
): Promise<(JurisdictionName & { parentId: string | null }) | null> {
  const [row] = await tx.query<JurisdictionName & { parentId: string | null }>(
    'select id, name, level, parent_id as "parentId" from jurisdiction where id = $1',
    [tx.scope.jurisdictionId],
  );
  return row ?? null;
}

/** Sets where the transaction's jurisdiction stands. @throws where level and parent do not fit (`constraintCodeOf`) */
export async function placeJurisdiction(
  tx: Transaction,
  parentId: string | null,
  level: JurisdictionLevel,
): Promise<number> {
  const [row] = await tx.query<{ placed: number }>('select place_jurisdiction($1, $2) as placed', [
    parentId,
    level,
  ]);
  return row?.placed ?? 0;
}

export interface JurisdictionPlace extends JurisdictionName {
  parentId: string | null;
}

/** The whole tree; for who runs the server. Outside tenants. */
export const wholeTree = (outside: Queryable): Promise<JurisdictionPlace[]> =>
  outside.query('select id, name, level, parent_id as "parentId" from all_jurisdictions() order by id', []);

/** Beats the hearts of all that need nothing and returns those that have to be looked after. Outside tenants. */
export async function beatTheQuiet(
  outside: Queryable,
  now: Instant,
  { stillSince, dayBegan }: { stillSince: Instant; dayBegan: Instant },
): Promise<string[]> {
  const rows = await outside.query<{ id: string }>(
    'select jurisdiction_id as id from beat_the_quiet($1, $2, $3)',
    [now, stillSince, dayBegan],
  );
  return rows.map(({ id }) => id);
}

export interface AuditStanding {
  id: string;
  /** When it was last audited; null: never. */
  at: Instant | null;
  findings: number | null;
}

/** When each jurisdiction was audited last. Outside tenants. */
export const auditStanding = (outside: Queryable): Promise<AuditStanding[]> =>
  outside.query('select jurisdiction_id as id, at, findings from audit_standing()', []);

/** From where to ask the next time whose trail has grown. */
export interface GrowthMark {
  xid: number;
  at: Instant;
}

/** A mark behind everything that was committed before. Outside tenants. */
export async function growthMark(outside: Queryable): Promise<GrowthMark> {
  // A line's instant is the wall's of whoever wrote it, and it may have been written some while before its commit.
  const [row] = await outside.query<GrowthMark>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid, clock_timestamp() - interval '1 hour' as at`,
    [],
  );
  if (row === undefined) throw new Error('no snapshot');
  return row;
}

/** Whose trail has grown since a mark was made. Outside tenants. */
export async function grownSince(outside: Queryable, { xid, at }: GrowthMark): Promise<string[]> {
  const rows = await outside.query<{ id: string }>('select jurisdiction_id as id from grown_since($1, $2)', [
    xid,
    at,
  ]);
  return rows.map(({ id }) => id);
}

/** The last instant at which anybody swept; null: nobody has. Outside tenants. */
export async function latestBeat(outside: Queryable): Promise<Instant | null> {
  const [row] = await outside.query<{ at: Instant | null }>('select latest_heartbeat() as at', []);
  return row?.at ?? null;
}
