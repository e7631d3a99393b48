import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';
import type { VerifiedFigures } from '#publication';
import { indicatorsOf } from '../products/facts/indicators-of.js';
import { indicatorRows } from '../products/facts/period-rows.js';

interface FoundTrue {
  id: string;
  taskId: string;
  reported: number | null;
  readings: { position: number; value: number }[] | null;
}

/** Of every finding `true` up to an instant what the report had said that it was about: by the finding's id. */
export async function verifiedFigures(
  tx: Transaction,
  planId: string,
  asOf: Instant,
): Promise<ReadonlyMap<string, VerifiedFigures>> {
  const found = await tx.query<FoundTrue>(
    `select v.id, v.task_id as "taskId", v.reported, r.readings from verification v
       left join progress_report r on r.jurisdiction_id = v.jurisdiction_id and r.id = v.report_id
     where v.jurisdiction_id = $1 and v.plan_id = $2 and v.finding = 'true' and v.found_at <= $3`,
    [tx.scope.jurisdictionId, planId, asOf],
  );
  const rows = await indicatorRows(tx, planId, asOf);
  return new Map(
    found.map(({ id, taskId, reported, readings }) => {
      const own = rows
        .filter((row) => row.taskId === taskId)
        .map((row) => ({
          ...row,
          reading: readings?.find(({ position }) => position === row.position)?.value ?? null,
        }));
      return [id, { progress: reported, indicators: indicatorsOf(own).get(taskId) ?? [] }];
    }),
  );
}
