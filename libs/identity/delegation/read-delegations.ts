import type { DelegableRole } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import type { Transaction } from '#persistence';

export interface DelegationRow {
  id: string;
  delegatorId: string;
  delegatorName: string;
  delegateId: string;
  delegateName: string;
  unitName: string;
  roles: DelegableRole[];
  from: CivilDate;
  to: CivilDate;
  reason: string;
  grantedAt: Instant;
  endedAt: Instant | null;
  endedByName: string | null;
}

/** Who acts for whom: of one person, or (null) of the whole jurisdiction; the latest first, 200 at most. */
export const readDelegations = (tx: Transaction, personId: string | null): Promise<DelegationRow[]> =>
  tx.query<DelegationRow>(
    `select d.id, d.delegator_id as "delegatorId", y.name as "delegatorName", d.delegate_id as "delegateId",
       x.name as "delegateName", u.name as "unitName", d.roles, d.from_date as "from", d.to_date as "to", d.reason,
       d.granted_at as "grantedAt", d.ended_at as "endedAt", e.name as "endedByName"
     from delegation d
     join person y on y.jurisdiction_id = d.jurisdiction_id and y.id = d.delegator_id
     join person x on x.jurisdiction_id = d.jurisdiction_id and x.id = d.delegate_id
     join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = d.unit_id
     left join person e on e.jurisdiction_id = d.jurisdiction_id and e.id = d.ended_by
     where d.jurisdiction_id = $1 and ($2::uuid is null or $2 in (d.delegator_id, d.delegate_id))
     order by d.granted_at desc, d.id limit 200`,
    [tx.scope.jurisdictionId, personId],
  );

/** Who could act for this person: of the same unit, or of the same office; whether they administer is said when it is tried. */
export const readCandidates = (
  tx: Transaction,
  { personId, unitId }: { personId: string; unitId: string },
  today: CivilDate,
): Promise<{ id: string; name: string; unitName: string }[]> =>
  tx.query(
    `select p.id, p.name, u.name as "unitName" from person p
     join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
     where p.jurisdiction_id = $1 and p.id <> $2 and p.active and p.barred_at is null
       and (p.unit_id = $3 or exists (
         select from role_assignment x join role_assignment y on y.jurisdiction_id = x.jurisdiction_id
           and y.scope_kind = x.scope_kind and y.scope_id = x.scope_id
         where x.jurisdiction_id = $1 and x.person_id = $2 and y.person_id = p.id and x.scope_kind in ('plan', 'action')
           and x.role in ('commander', 'deputyCommander', 'headquartersOffice', 'taskForceConvener')
           and (x.role = y.role or (x.role like '%ommander' and y.role like '%ommander'))
           and coalesce(x.valid_to, 'infinity') >= $4 and coalesce(y.valid_to, 'infinity') >= $4))
       and not exists (select from role_assignment a where a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
         and (is_administration(a.role) or a.role = 'auditor') and coalesce(a.valid_to, 'infinity') >= $4)
     order by p.unit_id = $3 desc, u.name, p.name, p.id limit 200`,
    [tx.scope.jurisdictionId, personId, unitId, today],
  );
