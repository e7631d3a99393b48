import { createHash } from 'node:crypto';
import { ROLES, type Actor, type Role } from '#accountability';
import type { Transaction } from '#persistence';
import { JURISDICTION, PLAN, UNITS } from '../../testing/district.js';
import type { SignedIn } from './raw-client.js';

interface Post {
  unit: keyof typeof UNITS;
  scopeKind: 'jurisdiction' | 'plan' | 'action' | 'unit';
  scopeId: string;
}

const ofUnit: Post = { unit: 'farming', scopeKind: 'unit', scopeId: UNITS.farming.id };
const ofAction: Post = { unit: 'office', scopeKind: 'action', scopeId: `${PLAN.code}/A1` };
const ofPlan: Post = { unit: 'office', scopeKind: 'plan', scopeId: PLAN.code };
const ofDistrict: Post = { unit: 'office', scopeKind: 'jurisdiction', scopeId: JURISDICTION };

/** Where each role stands; a role that is not here is held for the whole jurisdiction. */
const POSTS: Partial<Record<Role, Post>> = {
  commander: ofPlan,
  deputyCommander: ofPlan,
  headquartersOffice: ofPlan,
  taskForceConvener: ofAction,
  taskForceOffice: ofAction,
  leadUnitHead: ofUnit,
  liaison: ofUnit,
  supportUnitLiaison: ofUnit,
  supervisor: ofPlan,
  assessor: ofPlan,
};

/** One person of every role there is, each signed in: the first half of the matrix. */
export type Cast = Readonly<Record<Role, Player>>;

interface Player extends SignedIn {
  personId: string;
  actor: Actor;
}

export async function insertCast(tx: Transaction, passwordHash: string, now: string): Promise<Cast> {
  const cast: Partial<Record<Role, Player>> = {};
  for (const [index, role] of ROLES.entries()) {
    const personId = `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`;
    const { unit, scopeKind, scopeId } = POSTS[role] ?? ofDistrict;
    await tx.execute(
      'insert into person (jurisdiction_id, id, unit_id, name, username) values ($1, $2, $3, $4, $5)',
      [JURISDICTION, personId, UNITS[unit].id, `${role}同志`, `proof-${role.toLowerCase()}`],
    );
    await tx.execute(
      'insert into credential (jurisdiction_id, person_id, password_hash, must_change, changed_at) values ($1, $2, $3, false, $4)',
      [JURISDICTION, personId, passwordHash, now],
    );
    await tx.execute(
      'insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id) values ($1, $2, $2, $3, $4, $5)',
      [JURISDICTION, personId, role, scopeKind, scopeId],
    );
    cast[role] = {
      personId,
      token: `token-${role}`,
      csrf: `csrf-${role}`,
      actor: { personId, unitId: UNITS[unit].id, roles: [{ role, scopeKind, scopeId }] },
    };
  }
  return cast as Cast;
}

/** Begins everybody's session anew: a request may have ended it. */
export async function signInCast(tx: Transaction, cast: Cast, now: string, until: string): Promise<void> {
  for (const { personId, token, csrf } of Object.values(cast))
    await tx.execute(
      `insert into session (token_hash, jurisdiction_id, person_id, csrf_token, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $6)
       on conflict (token_hash) do update set last_seen_at = $5, expires_at = $6`,
      [createHash('sha256').update(token).digest('hex'), JURISDICTION, personId, csrf, now, until],
    );
}
