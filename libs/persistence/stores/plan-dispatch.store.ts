import type { Transaction } from '../transaction.js';

/** A plan that is being put in force batch by batch. */
export interface DispatchUnderWay {
  reviewId: string;
  planId: string;
  begunAt: string;
  /** Who decided it, of which unit, under which key. */
  actorId: string | null;
  unitId: string | null;
  key: string;
}

/** Reviews whose plans are not all there yet. */
export const dispatchesUnderWay = async (tx: Transaction): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select id from plan_review where jurisdiction_id = $1 and dispatch_done < dispatch_total order by settled_at, id`,
      [tx.scope.jurisdictionId],
    )
  ).map(({ id }) => id);

/** Takes the next batch of a dispatch. Null: it is over, or another process has it. */
export async function takeDispatch(tx: Transaction, reviewId: string): Promise<DispatchUnderWay | null> {
  const [row] = await tx.query<DispatchUnderWay>(
    `select r.id as "reviewId", r.plan_id as "planId", r.settled_at as "begunAt", s.actor_id as "actorId",
       p.unit_id as "unitId", s.idempotency_key as key
     from plan_review r
       join plan_review_step s on s.jurisdiction_id = $1 and s.review_id = r.id and s.type = 'dispatched'
       left join person p on p.jurisdiction_id = $1 and p.id = s.actor_id
     where r.jurisdiction_id = $1 and r.id = $2 and r.dispatch_done < r.dispatch_total
     for update of r skip locked`,
    [tx.scope.jurisdictionId, reviewId],
  );
  return row ?? null;
}

/** So many are left. */
export const moveDispatch = (tx: Transaction, reviewId: string, left: number, at: string): Promise<number> =>
  tx.execute(
    `update plan_review set dispatch_done = dispatch_total - $3, settled_at = case when $3 = 0 then $4 else settled_at end
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, reviewId, left, at],
  );

/** Whether tasks of a plan are still to come. */
export const isUnderDispatch = async (tx: Transaction, planId: string | null): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from plan_review where jurisdiction_id = $1 and plan_id = $2 and dispatch_done < dispatch_total limit 1`,
      [tx.scope.jurisdictionId, planId],
    )
  ).length > 0;
