import { identifierOf, type Role } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  insertRoleAssignments,
  latestPolicyVersion,
  settleVacancies,
  type RoleAssignmentWrite,
  type Transaction,
} from '#persistence';
import type { EngineContext } from './engine-context.js';
import { reportVacancy } from './report-vacancy.js';

/** What a person held who leaves, and who takes it over. */
export interface LeftPost {
  role: Role;
  scopeKind: RoleAssignmentWrite['scopeKind'];
  scopeId: string;
  /** Nobody took it over, and nobody else holds it. */
  vacant: boolean;
}

/**
 * A person leaves for good, today: their posts end with yesterday, whoever is named holds them from today on (until the day
 * until which they were held, if there is one), and what falls vacant is shown at once. What they did stays theirs. In the
 * transaction given, with what ends their access.
 */
export async function leaveOffice(
  { clock, book }: EngineContext,
  tx: Transaction,
  personId: string,
  successorId: string | null,
): Promise<LeftPost[]> {
  const now = clock.now();
  const today = civilDateOf(now);
  const posts = await tx.query<
    Omit<LeftPost, 'vacant'> & { validFrom: string | null; validTo: string | null }
  >(
    `update role_assignment r set valid_to = $3::date - 1
     from role_assignment before
     where r.jurisdiction_id = $1 and r.person_id = $2 and (r.valid_to is null or r.valid_to >= $3)
       and before.jurisdiction_id = r.jurisdiction_id and before.id = r.id
     returning r.role, r.scope_kind as "scopeKind", r.scope_id as "scopeId", before.valid_from as "validFrom",
       before.valid_to as "validTo"`,
    [tx.scope.jurisdictionId, personId, today],
  );
  await tx.execute('update person set active = false where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    personId,
  ]);
  if (successorId !== null) await takeOver(tx, posts, successorId, today);
  const rules = await book.rules(tx, await latestPolicyVersion(tx));
  const left: LeftPost[] = [];
  for (const { role, scopeKind, scopeId } of posts) {
    const post = { role, scopeKind, scopeId };
    if (scopeKind !== 'unit' || successorId !== null) {
      if (scopeKind === 'unit') await settleVacancies(tx, scopeId, role, now);
      left.push({ ...post, vacant: false });
      continue;
    }
    left.push({
      ...post,
      vacant: await reportVacancy(tx, rules, { unitId: scopeId, role, from: today }, now),
    });
  }
  return left;
}

async function takeOver(
  tx: Transaction,
  posts: readonly {
    role: Role;
    scopeKind: string;
    scopeId: string;
    validFrom: string | null;
    validTo: string | null;
  }[],
  successorId: string,
  today: string,
): Promise<void> {
  const held = await tx.query<{ key: string }>(
    `select role || '/' || scope_kind || '/' || scope_id as key from role_assignment
     where jurisdiction_id = $1 and person_id = $2 and (valid_from is null or valid_from <= $3) and valid_to is null`,
    [tx.scope.jurisdictionId, successorId, today],
  );
  const known = new Set(held.map(({ key }) => key));
  await insertRoleAssignments(
    tx,
    posts
      .filter(({ role, scopeKind, scopeId }) => !known.has(`${role}/${scopeKind}/${scopeId}`))
      .map(({ role, scopeKind, scopeId, validFrom, validTo }) => ({
        id: identifierOf(successorId, role, scopeKind, scopeId, today),
        personId: successorId,
        role,
        scopeKind,
        scopeId,
        validFrom: validFrom !== null && validFrom > today ? validFrom : today,
        validTo,
      })),
  );
}
