import { Controller } from '@nestjs/common';
import { CADENCE_EVERY_LABELS, deadlineLabel, labelOf, type ReportingLineView } from '#contract';
import { listReportingLines, listSittingsById, type ReportingLineRow, type SittingRow } from '#persistence';
import type { Instant } from '#calendar';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { sittingSummary } from '../sitting/sitting.view.js';
import { standingView } from '../view/labels.js';
import { unitRef } from '../view/refs.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

@Controller()
export class ReportingLineController {
  constructor(private readonly context: ApiContext) {}

  /** A unit sees its own line: where it stands is nothing to hide from it. */
  @Endpoint('reportingLines')
  reportingLines(
    @Input() { query }: InputOf<'reportingLines'>,
    @Requester() who: Who,
  ): Promise<{ items: ReportingLineView[] }> {
    const now = this.context.now();
    return seenBy(this.context, who, async (tx) => {
      const rows = await listReportingLines(tx, { planId: query.plan, unitId: query.unit }, now);
      const ids = rows.flatMap((row) => row.latest_sitting_id ?? []);
      const sittings = new Map((await listSittingsById(tx, ids)).map((sitting) => [sitting.id, sitting]));
      return { items: rows.map((row) => lineView(row, sittings.get(row.latest_sitting_id ?? ''), now)) };
    });
  }
}

function lineView(row: ReportingLineRow, sitting: SittingRow | undefined, now: Instant): ReportingLineView {
  return {
    id: row.id,
    plan: { id: row.plan_id, title: row.plan_title },
    unit: unitRef(row.unit_id, row.unit_name),
    cadence: row.cadence,
    cadenceLabel: labelOf(CADENCE_EVERY_LABELS, row.cadence),
    latestSitting: sitting === undefined ? null : latestOf(sittingSummary(sitting, now)),
    missedSittings: row.missed_sittings,
    standing: standingView(row),
    nextDeadline:
      row.next_name === null || row.next_at === null
        ? null
        : { name: row.next_name, label: deadlineLabel(row.next_name), at: row.next_at },
    taskCount: row.task_count,
  };
}

function latestOf(
  sitting: ReturnType<typeof sittingSummary>,
): NonNullable<ReportingLineView['latestSitting']> {
  const { id, period, periodLabel, dueAt, filedAt, status, statusLabel } = sitting;
  return { id, period, periodLabel, dueAt, filedAt, status, statusLabel };
}
