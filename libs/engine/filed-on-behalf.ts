import { personsIn, type Actor } from '#accountability';
import type { Transaction } from '#persistence';

/** Of these obligations, those for which somebody else has filed on behalf of the actor, or of one for whom the actor acts, or that the actor signed: they are as their own. */
export async function filedOnBehalf(
  tx: Transaction,
  obligationIds: readonly string[],
  actor: Actor,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select distinct subject_id as id from event
     where jurisdiction_id = $1 and subject_kind = 'obligation' and subject_id = any ($2::uuid[])
       and type in ('REPORT_FILED', 'DUTY_FULFILLED')
       and (payload ->> 'onBehalfOf' = any ($3::text[]) or payload ->> 'signedBy' = any ($3::text[]))`,
    [tx.scope.jurisdictionId, obligationIds, personsIn(actor)],
  );
  return new Set(rows.map(({ id }) => id));
}
