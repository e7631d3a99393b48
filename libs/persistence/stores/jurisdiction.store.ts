import { json, type Transaction } from '../transaction.js';

export interface UnitWrite {
  id: string;
  code: string;
  name: string;
  kind: string;
  isGroup: boolean;
  aliases: string[];
  desks: unknown[];
  members: string[];
  functions?: string[];
}

export async function insertUnits(tx: Transaction, rows: readonly UnitWrite[]): Promise<void> {
  await tx.execute(
    `insert into unit (jurisdiction_id, id, code, name, kind, is_group, aliases, desks, members, functions)
     select $2, w.id, w.code, w.name, w.kind, w."isGroup", w.aliases, w.desks, w.members, coalesce(w.functions, '[]')
     from jsonb_to_recordset($1::jsonb) as w (id uuid, code text, name text, kind text, "isGroup" boolean, aliases jsonb,
       desks jsonb, members jsonb, functions jsonb)
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export async function foundJurisdiction(
  tx: Transaction,
  row: {
    name: string;
    level: string;
    calendarId: string;
    at: string;
    /** Beginnings of full unit names, and what stands for them in short ones. */
    fullPrefixes?: readonly string[];
    shortPrefix?: string;
  },
): Promise<void> {
  await tx.execute(
    `insert into jurisdiction (id, name, level, calendar_id, created_at, full_prefixes, short_prefix)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.scope.jurisdictionId,
      row.name,
      row.level,
      row.calendarId,
      row.at,
      json(row.fullPrefixes ?? []),
      row.shortPrefix ?? '',
    ],
  );
}

export async function insertCalendarVersion(
  tx: Transaction,
  row: { id: string; version: number; body: unknown; at: string },
): Promise<void> {
  await tx.execute(
    'insert into calendar_version (jurisdiction_id, calendar_id, version, body, created_at) values ($1, $2, $3, $4, $5)',
    [tx.scope.jurisdictionId, row.id, row.version, json(row.body), row.at],
  );
}

export async function insertPolicyVersion(
  tx: Transaction,
  row: {
    id: string;
    version: number;
    body: unknown;
    at: string;
    /** Why it is put in force, and by whom; left out: with the founding. */
    reason?: string;
    adoptedBy?: string | null;
  },
): Promise<void> {
  await tx.execute(
    `insert into policy_version (jurisdiction_id, policy_id, version, body, created_at, reason, adopted_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.version,
      json(row.body),
      row.at,
      row.reason ?? '',
      row.adoptedBy ?? null,
    ],
  );
}

export interface PersonWrite {
  id: string;
  unitId: string;
  name: string;
  username: string;
}

export async function insertPeople(tx: Transaction, rows: readonly PersonWrite[]): Promise<void> {
  await tx.execute(
    `insert into person (jurisdiction_id, id, unit_id, name, username)
     select $2, w.id, w."unitId", w.name, w.username
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "unitId" uuid, name text, username text)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export interface RoleAssignmentWrite {
  id: string;
  personId: string;
  role: string;
  scopeKind: string;
  scopeId: string;
  validFrom: string | null;
  validTo: string | null;
}

export async function insertRoleAssignments(
  tx: Transaction,
  rows: readonly RoleAssignmentWrite[],
): Promise<void> {
  await tx.execute(
    `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id, valid_from, valid_to)
     select $2, w.id, w."personId", w.role, w."scopeKind", w."scopeId", w."validFrom", w."validTo"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "personId" uuid, role text, "scopeKind" text, "scopeId" text,
       "validFrom" date, "validTo" date)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** Ends a person's role on a day, the last one on which it holds. */
export const endRole = (tx: Transaction, personId: string, role: string, validTo: string): Promise<number> =>
  tx.execute(
    'update role_assignment set valid_to = $4 where jurisdiction_id = $1 and person_id = $2 and role = $3 and valid_to is null',
    [tx.scope.jurisdictionId, personId, role, validTo],
  );

/** The units for which that role of the person ends on that day. */
export const unitsOfEndedRole = async (
  tx: Transaction,
  personId: string,
  role: string,
  validTo: string,
): Promise<string[]> => {
  const rows = await tx.query<{ unit: string }>(
    `select scope_id as unit from role_assignment
     where jurisdiction_id = $1 and person_id = $2 and role = $3 and valid_to = $4 and scope_kind = 'unit' order by scope_id`,
    [tx.scope.jurisdictionId, personId, role, validTo],
  );
  return rows.map(({ unit }) => unit);
};

export async function insertCredential(
  tx: Transaction,
  row: { personId: string; passwordHash: string; mustChange: boolean; at: string },
): Promise<void> {
  await tx.execute(
    `insert into credential (jurisdiction_id, person_id, password_hash, must_change, changed_at) values ($1, $2, $3, $4, $5)`,
    [tx.scope.jurisdictionId, row.personId, row.passwordHash, row.mustChange, row.at],
  );
}
