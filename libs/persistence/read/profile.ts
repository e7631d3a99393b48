import type { Transaction } from '../transaction.js';

export interface ProfileRow {
  name: string;
  username: string;
  unit_id: string;
  unit_name: string;
  jurisdiction_name: string;
}

/** A person with unit and jurisdiction, for the head of the page. */
export async function readProfile(tx: Transaction, personId: string): Promise<ProfileRow | null> {
  const [row] = await tx.query<ProfileRow>(
    `select p.name, p.username, p.unit_id, u.name as unit_name, j.name as jurisdiction_name
     from person p join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
       join jurisdiction j on j.id = p.jurisdiction_id
     where p.jurisdiction_id = $1 and p.id = $2`,
    [tx.scope.jurisdictionId, personId],
  );
  return row ?? null;
}

/** What the scopes of roles are called: plans by code, actions by `plan code/action code`, units by id. */
export async function readScopeNames(
  tx: Transaction,
  scopeIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select p.code as id, p.title as name from plan p where p.jurisdiction_id = $1 and p.code = any ($2::text[])
     union all
     select p.code || '/' || a.code, a.name from action a
       join plan p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.plan_id
     where a.jurisdiction_id = $1 and p.code || '/' || a.code = any ($2::text[])
     union all
     select u.id::text, u.name from unit u where u.jurisdiction_id = $1 and u.id::text = any ($2::text[])
     union all
     select j.id, j.name from jurisdiction j where j.id = $1 and j.id = any ($2::text[])`,
    [tx.scope.jurisdictionId, scopeIds],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
