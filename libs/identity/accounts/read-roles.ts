import type { RoleInScope } from '#accountability';
import type { CivilDate } from '#calendar';
import type { Transaction } from '#persistence';

/** A role that a person holds today, or will. */
export interface HeldRole extends RoleInScope {
  id: string;
  personId: string;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** Kept here, or said anew at each sign-in by the provider. */
  origin: 'record' | 'provider';
}

/** The roles of these people that have not ended. */
export const readRoles = (
  tx: Transaction,
  personIds: readonly string[],
  today: CivilDate,
): Promise<HeldRole[]> =>
  tx.query<HeldRole>(
    `select id, person_id as "personId", role, scope_kind as "scopeKind", scope_id as "scopeId",
       valid_from as "validFrom", valid_to as "validTo", origin
     from role_assignment
     where jurisdiction_id = $1 and person_id = any ($2::uuid[]) and (valid_to is null or valid_to >= $3)
       and (valid_from is null or valid_to is null or valid_from <= valid_to)
     order by role, scope_kind, scope_id, id`,
    [tx.scope.jurisdictionId, personIds, today],
  );
