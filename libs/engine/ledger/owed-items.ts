import { expectedProgressOf, maySend, outlookOf, type Actor } from '#accountability';
import { isUnknownYear, periodFromKey, type CivilDate, type Instant, type WorkingCalendar } from '#calendar';
import { listIndicators, listReportsOfObligations, type ReportRow, type Transaction } from '#persistence';
import type { FilledReport, FillInIndicator, OwedItem } from '#products';
import { printedTarget } from '../products/facts/indicators-of.js';

/** Of which reports: those that wait within a period of a plan, of an action or a unit alone; or named ones, whatever their state. */
export type WantedItems =
  | { planId: string; period: string; actionId?: string | undefined; unitId?: string | undefined }
  | { obligationIds: readonly string[] };

interface ItemRow {
  id: string;
  state: string;
  revision: number;
  sittingId: string;
  unitId: string;
  unit: string;
  period: string;
  dueAt: Instant;
  taskId: string;
  code: string;
  title: string;
  deadlineOn: CivilDate;
  expected: number;
  outlook: unknown;
  returnReason: string | null;
  noChangeRun: number;
  noChangeAtMost: number;
  planCode: string;
  actionCode: string;
}

/**
 * What units owe reports on, with all that a row of the workbook says of it.
 * @param by what is expected of each unit is reckoned by this calendar at this instant; left out: as recorded last
 */
export async function owedItems(
  tx: Transaction,
  actor: Actor,
  wanted: WantedItems,
  by?: { calendar: WorkingCalendar; at: Instant },
): Promise<OwedItem[]> {
  const rows = await itemRows(tx, wanted);
  const { current, previous } = await listReportsOfObligations(
    tx,
    rows.map(({ id }) => id),
  );
  const indicators = await indicatorsByTask(tx, rows);
  const { jurisdictionId } = tx.scope;
  return rows.map((row): OwedItem => {
    const { planCode, actionCode } = row;
    const scope = { jurisdictionId, planCode, actionCode, unitIds: [row.unitId] };
    const [filed, last] = [current.get(row.id), previous.get(row.id)];
    return {
      obligationId: row.id,
      revision: row.revision,
      sittingId: row.sittingId,
      unit: { id: row.unitId, name: row.unit },
      period: { key: row.period, label: periodFromKey(row.period).label },
      dueAt: row.dueAt,
      task: { id: row.taskId, code: row.code, title: row.title, deadlineOn: row.deadlineOn },
      state: row.state,
      returnReason: row.returnReason,
      expected: by === undefined ? row.expected : expectedOf(row, by),
      last: last === undefined ? null : reportOf(last),
      filed: filed === undefined ? null : { ...reportOf(filed), by: filed.filed_by_name, at: filed.filed_at },
      indicators: indicators.get(row.taskId) ?? [],
      noChange: { allowed: row.noChangeRun < row.noChangeAtMost, inARow: row.noChangeRun },
      mayFile: maySend(actor, 'obligation', 'REPORT_FILED', scope),
    };
  });
}

function expectedOf(row: ItemRow, { calendar, at }: { calendar: WorkingCalendar; at: Instant }): number {
  try {
    return expectedProgressOf(calendar, outlookOf(row.outlook), row.unitId, at);
  } catch (error) {
    if (isUnknownYear(error)) return row.expected;
    throw error;
  }
}

const reportOf = (row: ReportRow): FilledReport => ({
  progress: row.progress,
  noChange: row.no_change,
  done: row.done,
  problems: row.problems,
  helpWanted: row.help_wanted,
  nextSteps: row.next_steps,
  readings: row.readings,
});

async function indicatorsByTask(
  tx: Transaction,
  rows: readonly ItemRow[],
): Promise<Map<string, FillInIndicator[]>> {
  const byTask = new Map<string, FillInIndicator[]>();
  for (const row of await listIndicators(tx, [...new Set(rows.map(({ taskId }) => taskId))]))
    byTask.set(row.task_id, [
      ...(byTask.get(row.task_id) ?? []),
      {
        position: row.position,
        name: row.name,
        target: printedTarget(row),
        unit: row.unit,
        lastValue: row.reading_value,
      },
    ]);
  return byTask;
}

/** A report that a finer rhythm stands for is not asked for a second time. */
function itemRows(tx: Transaction, wanted: WantedItems): Promise<ItemRow[]> {
  const named = 'obligationIds' in wanted;
  const period = named ? null : periodFromKey(wanted.period);
  return tx.query<ItemRow>(
    `select o.id, o.state, coalesce((o.snapshot #>> '{context,revision}')::int, 0) as revision, s.id as "sittingId",
       u.id as "unitId", u.name as unit, s.period, o.due_at as "dueAt", t.id as "taskId", t.code, t.title,
       t.deadline_on as "deadlineOn", t.expected, t.outlook, p.code as "planCode", a.code as "actionCode",
       case when o.state = 'returned' then (select e.payload ->> 'reason' from event e
         where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.type = 'REPORT_RETURNED' order by e.seq desc limit 1) end as "returnReason",
       (select count(*) from (
          select bool_and(r.no_change) over (order by r.filed_at desc, r.id) as unbroken from progress_report r
          where r.jurisdiction_id = o.jurisdiction_id and r.task_id = o.task_id and r.unit_id = o.unit_id and r.obligation_id <> o.id) runs
        where runs.unbroken)::int as "noChangeRun",
       coalesce((v.body #>> '{reporting,noChangeAtMost}')::int, 0) as "noChangeAtMost"
     from obligation o
       join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
       join reporting_line l on l.jurisdiction_id = s.jurisdiction_id and l.id = s.reporting_line_id
       join policy_version v on v.jurisdiction_id = l.jurisdiction_id and v.version = l.policy_version
       join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
       join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where o.jurisdiction_id = $1 and o.kind = 'taskReport' and s.duty = 'taskReport'
       and ($2::uuid[] is null or o.id = any ($2))
       and ($3::uuid is null or (s.plan_id = $3 and o.state in ('open', 'returned')
         and (s.period = $4 or (s.period_start >= $5::date and s.period_end <= $6::date))
         and not coalesce(l.snapshot #> '{context,finer}' ? o.task_id::text, false)))
       and ($7::uuid is null or a.id = $7) and ($8::uuid is null or u.id = $8)
     order by a.position, t.code, u.code, s.period_start`,
    [
      tx.scope.jurisdictionId,
      named ? wanted.obligationIds : null,
      named ? null : wanted.planId,
      period?.key ?? null,
      period?.start ?? null,
      period?.end ?? null,
      named ? null : (wanted.actionId ?? null),
      named ? null : (wanted.unitId ?? null),
    ],
  );
}
