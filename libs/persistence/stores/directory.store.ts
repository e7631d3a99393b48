import type { Role } from '#accountability';
import type { CivilDate } from '#calendar';
import { HELD_ROLES } from '../read/held-roles.js';
import type { Transaction } from '../transaction.js';

/** A role held by an active person on a day. */
export interface RoleHolder {
  personId: string;
  unitId: string;
  role: Role;
  scopeKind: 'jurisdiction' | 'plan' | 'action' | 'unit';
  scopeId: string;
}

/** Everybody who holds a role on that day, and who exercises one for them, in a stable order: what is sent to one is sent to both. */
export const roleHolders = (tx: Transaction, on: CivilDate): Promise<RoleHolder[]> =>
  tx.query<RoleHolder>(
    `select p.id as "personId", p.unit_id as "unitId", r.role, r.scope_kind as "scopeKind", r.scope_id as "scopeId"
     from ${HELD_ROLES} r join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.person_id
     where r.jurisdiction_id = $2 and p.active and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)
     order by r.role, r.scope_id, r.on_behalf_of nulls first, p.username`,
    [on, tx.scope.jurisdictionId],
  );

/** All units of the jurisdiction by their names. */
export const allUnitNames = async (tx: Transaction): Promise<Map<string, string>> => {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from unit where jurisdiction_id = $1',
    [tx.scope.jurisdictionId],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
};

export const unitNames = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from unit where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
};

/** Actions by their names and plans by their titles. */
export const actionAndPlanNames = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from action where id = any($1::uuid[])
     union all select id, title from plan where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
};

export interface TaskName {
  id: string;
  code: string;
  title: string;
  actionCode: string;
  planCode: string;
  planTitle: string;
}

export const taskNames = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, TaskName>> => {
  const rows = await tx.query<TaskName>(
    `select t.id, t.code, t.title, a.code as "actionCode", p.code as "planCode", p.title as "planTitle"
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id
     where t.id = any($1::uuid[]) order by t.code`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
};

export interface UnitHead {
  personId: string;
  name: string;
  unitId: string;
}

/** Who is the head of a unit on that day, and who acts for them. */
export const headsOfUnit = (tx: Transaction, unitId: string, on: CivilDate): Promise<UnitHead[]> =>
  tx.query<UnitHead>(
    `select p.id as "personId", p.name, p.unit_id as "unitId" from (
       select r.person_id, min(coalesce(r.on_behalf_of::text, '')) as lent_by from ${HELD_ROLES} r
       where r.jurisdiction_id = $2 and r.role = 'leadUnitHead' and r.scope_kind = 'unit' and r.scope_id = $3
         and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)
       group by r.person_id) held
     join person p on p.jurisdiction_id = $2 and p.id = held.person_id
     where p.active order by held.lent_by, p.username`,
    [on, tx.scope.jurisdictionId, unitId],
  );
