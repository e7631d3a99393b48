import type { CivilDate, Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';

/** What the record says of a jurisdiction's unit names. */
export interface DirectoryRows {
  jurisdiction: { name: string; fullPrefixes: string[]; shortPrefix: string };
  units: DirectoryUnitRow[];
  aliases: { printed: string; unit: string; desks: string[] }[];
  successions: SuccessionRow[];
}

export interface DirectoryUnitRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  isGroup: boolean;
  aliases: string[];
  desks: { code: string; name: string; aliases?: string[] }[];
  members: string[];
  functions: string[];
}

export interface SuccessionRow {
  /** Codes. */
  predecessor: string;
  successor: string;
  kind: 'rename' | 'merge' | 'split';
  from: CivilDate;
  reason: string;
}

/** All that names of units are resolved by; null where the jurisdiction is not in the record. */
export async function directoryRows(tx: Transaction): Promise<DirectoryRows | null> {
  const own = [tx.scope.jurisdictionId];
  const [jurisdiction] = await tx.query<DirectoryRows['jurisdiction']>(
    `select name, full_prefixes as "fullPrefixes", short_prefix as "shortPrefix" from jurisdiction where id = $1`,
    own,
  );
  if (jurisdiction === undefined) return null;
  const units = await tx.query<DirectoryUnitRow>(
    `select id, code, name, kind, is_group as "isGroup", aliases, desks, members, functions
     from unit where jurisdiction_id = $1 order by code`,
    own,
  );
  const aliases = await tx.query<DirectoryRows['aliases'][number]>(
    `select a.printed, u.code as unit, a.desks from unit_alias a
     join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
     where a.jurisdiction_id = $1 and a.taken_back_at is null order by a.learned_at, a.id`,
    own,
  );
  const successions = await tx.query<SuccessionRow>(
    `select p.code as predecessor, s.code as successor, c.kind, c.from_date as "from", c.reason from unit_succession c
     join unit p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.predecessor_id
     join unit s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.successor_id
     where c.jurisdiction_id = $1 and c.taken_back_at is null order by c.from_date, p.code, s.code`,
    own,
  );
  return { jurisdiction, units, aliases, successions };
}

/** Whoever changes the directory does so alone, until the transaction ends: a name is claimed once. */
export async function lockDirectory(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('unit directory ' || $1, 0))`, [
    tx.scope.jurisdictionId,
  ]);
}

export async function insertUnitAlias(
  tx: Transaction,
  row: {
    id: string;
    normalForm: string;
    printed: string;
    unitId: string;
    desks: readonly string[];
    learnedFrom: string;
    at: Instant;
    by: string | null;
  },
): Promise<void> {
  await tx.execute(
    `insert into unit_alias (jurisdiction_id, id, normal_form, printed, unit_id, desks, learned_from, learned_at, learned_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.normalForm,
      row.printed,
      row.unitId,
      json(row.desks),
      row.learnedFrom,
      row.at,
      row.by,
    ],
  );
}

/** How often a name of that form was learned, taken back or not: the number of the next one's id. */
export async function timesLearned(tx: Transaction, normalForm: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*) as n from unit_alias where jurisdiction_id = $1 and normal_form = $2',
    [tx.scope.jurisdictionId, normalForm],
  );
  return row?.n ?? 0;
}

/** The unit that an alias was taken back from; null where none of that form is in use, or it is not that of `ofUnit`. */
export async function takeBackUnitAlias(
  tx: Transaction,
  normalForm: string,
  { at, by, ofUnit }: { at: Instant; by: string | null; ofUnit: string | null },
): Promise<string | null> {
  const [row] = await tx.query<{ unit_id: string }>(
    `update unit_alias set taken_back_at = $3, taken_back_by = $4
     where jurisdiction_id = $1 and normal_form = $2 and taken_back_at is null and ($5::uuid is null or unit_id = $5)
     returning unit_id`,
    [tx.scope.jurisdictionId, normalForm, at, by, ofUnit],
  );
  return row?.unit_id ?? null;
}

export interface UnitAliasRow {
  printed: string;
  unitName: string;
  desks: string[];
  learnedFrom: string;
  learnedAt: Instant;
  learnedBy: string | null;
}

/** Learned names that are in use, the latest first. */
export const listUnitAliases = (tx: Transaction): Promise<UnitAliasRow[]> =>
  tx.query<UnitAliasRow>(
    `select a.printed, u.name as "unitName", a.desks, a.learned_from as "learnedFrom", a.learned_at as "learnedAt",
       a.learned_by as "learnedBy"
     from unit_alias a join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
     where a.jurisdiction_id = $1 and a.taken_back_at is null order by a.learned_at desc, a.printed`,
    [tx.scope.jurisdictionId],
  );

export interface SuccessionWrite {
  id: string;
  predecessorId: string;
  successorId: string;
  kind: 'rename' | 'merge' | 'split';
  from: CivilDate;
  reason: string;
  at: Instant;
  by: string | null;
}

export async function insertSuccessions(tx: Transaction, rows: readonly SuccessionWrite[]): Promise<void> {
  await tx.execute(
    `insert into unit_succession (jurisdiction_id, id, predecessor_id, successor_id, kind, from_date, reason, recorded_at,
       recorded_by)
     select $2, w.id, w."predecessorId", w."successorId", w.kind, w."from", w.reason, w.at, w.by
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "predecessorId" uuid, "successorId" uuid, kind text, "from" date,
       reason text, at timestamptz, by uuid)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** How many successions of a unit were recorded, taken back or not. */
export async function timesSucceeded(tx: Transaction, predecessorId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*) as n from unit_succession where jurisdiction_id = $1 and predecessor_id = $2',
    [tx.scope.jurisdictionId, predecessorId],
  );
  return row?.n ?? 0;
}

/** The number of successions taken back. */
export const takeBackSuccession = (
  tx: Transaction,
  predecessorId: string,
  at: Instant,
  by: string | null,
): Promise<number> =>
  tx.execute(
    `update unit_succession set taken_back_at = $3, taken_back_by = $4
     where jurisdiction_id = $1 and predecessor_id = $2 and taken_back_at is null`,
    [tx.scope.jurisdictionId, predecessorId, at, by],
  );

export const setUnitMembers = (
  tx: Transaction,
  unitId: string,
  members: readonly string[],
): Promise<number> =>
  tx.execute('update unit set members = $3 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    unitId,
    json(members),
  ]);

export interface UnitChangeWrite {
  id: string;
  unitId: string;
  kind: 'registered' | 'membersSet';
  before: unknown;
  after: unknown;
  reason: string;
  at: Instant;
  by: string | null;
}

export async function insertUnitChange(tx: Transaction, row: UnitChangeWrite): Promise<void> {
  await tx.execute(
    `insert into unit_change (jurisdiction_id, id, unit_id, kind, before, after, reason, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.unitId,
      row.kind,
      json(row.before),
      json(row.after),
      row.reason,
      row.at,
      row.by,
    ],
  );
}
