import type { Role } from '#accountability';
import { hashPassword } from '#identity';
import type { Transaction } from '#persistence';
import { JURISDICTION, PLAN, UNITS, type UnitKey } from './district.js';

export const PASSWORD = '序时进度-2024-实干';

interface Seeded {
  role: Role;
  unit: UnitKey;
  scopeKind: 'jurisdiction' | 'plan' | 'action' | 'unit';
  scopeId: string;
}

/** One person of every role that these tests need; the user name is the key. */
export const PEOPLE = {
  hq: { role: 'headquartersOffice', unit: 'office', scopeKind: 'plan', scopeId: PLAN.code },
  supervisor: { role: 'supervisor', unit: 'office', scopeKind: 'plan', scopeId: PLAN.code },
  taskforce: { role: 'taskForceOffice', unit: 'office', scopeKind: 'action', scopeId: `${PLAN.code}/A1` },
  farming: { role: 'liaison', unit: 'farming', scopeKind: 'unit', scopeId: UNITS.farming.id },
  forestry: { role: 'liaison', unit: 'forestry', scopeKind: 'unit', scopeId: UNITS.forestry.id },
  newcomer: { role: 'liaison', unit: 'forestry', scopeKind: 'unit', scopeId: UNITS.forestry.id },
  retired: { role: 'liaison', unit: 'forestry', scopeKind: 'unit', scopeId: UNITS.forestry.id },
  convener: { role: 'taskForceConvener', unit: 'office', scopeKind: 'action', scopeId: `${PLAN.code}/A1` },
  admin: { role: 'administrator', unit: 'office', scopeKind: 'jurisdiction', scopeId: JURISDICTION },
  auditor: { role: 'auditor', unit: 'office', scopeKind: 'jurisdiction', scopeId: JURISDICTION },
} as const satisfies Record<string, Seeded>;
export type Username = keyof typeof PEOPLE;

/** A person's id: fixed, so that tests can name it. */
export function personId(username: Username): string {
  const number = Object.keys(PEOPLE).indexOf(username) + 1;
  return `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
}

export async function insertPeople(tx: Transaction, now: string): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  for (const [username, person] of Object.entries(PEOPLE)) {
    const id = personId(username as Username);
    await tx.execute(
      'insert into person (jurisdiction_id, id, unit_id, name, username, active) values ($1, $2, $3, $4, $5, $6)',
      [JURISDICTION, id, UNITS[person.unit].id, `${username}同志`, username, username !== 'retired'],
    );
    await tx.execute(
      'insert into credential (jurisdiction_id, person_id, password_hash, must_change, changed_at) values ($1, $2, $3, $4, $5)',
      [JURISDICTION, id, hash, username === 'newcomer', now],
    );
    await tx.execute(
      'insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id) values ($1, $2, $2, $3, $4, $5)',
      [JURISDICTION, id, person.role, person.scopeKind, person.scopeId],
    );
  }
}
