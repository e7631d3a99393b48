import type { Transaction } from '../transaction.js';

/** The plan whose new tasks, or every plan whose, come under that version from now on; how many there are. */
export const putPlansUnder = (tx: Transaction, version: number, planCode: string | null): Promise<number> =>
  tx.execute(
    'update plan set policy_version = $2 where jurisdiction_id = $1 and ($3::text is null or code = $3)',
    [tx.scope.jurisdictionId, version, planCode],
  );

/** Tasks and lines of plans under that version which are still governed by an earlier one, a batch of them. */
export const subjectsUnderEarlier = (
  tx: Transaction,
  version: number,
  limit: number,
  after: { kind: string; id: string } = { kind: '', id: '00000000-0000-0000-0000-000000000000' },
): Promise<{ kind: 'task' | 'reportingLine'; id: string; policyVersion: number }[]> =>
  tx.query(
    `select * from (
       (select 'task' as kind, s.id, s.policy_version as "policyVersion" from task s join plan p
         on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
       where s.jurisdiction_id = $1 and p.policy_version = $2 and s.policy_version < $2
         and s.state not in ('closed', 'withdrawn')
         and s.id > case when $4::text = 'task' then $5::uuid else '00000000-0000-0000-0000-000000000000' end
       order by s.id limit $3)
       union all (select 'reportingLine', s.id, s.policy_version from reporting_line s join plan p
         on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
       where s.jurisdiction_id = $1 and p.policy_version = $2 and s.policy_version < $2
         and $4::text <= 'reportingLine'
         and s.id > case when $4::text = 'reportingLine' then $5::uuid else '00000000-0000-0000-0000-000000000000' end
       order by s.id limit $3)) found
     order by kind, id limit $3`,
    [tx.scope.jurisdictionId, version, limit, after.kind, after.id],
  );

/** How many stand under an earlier version than their plan. */
export async function countUnderEarlier(tx: Transaction, version: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select ((select count(*) from task s join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
         where s.jurisdiction_id = $1 and p.policy_version = $2 and s.policy_version < $2 and s.state not in ('closed', 'withdrawn'))
       + (select count(*) from reporting_line s join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
         where s.jurisdiction_id = $1 and p.policy_version = $2 and s.policy_version < $2))::integer as count`,
    [tx.scope.jurisdictionId, version],
  );
  return row?.count ?? 0;
}
