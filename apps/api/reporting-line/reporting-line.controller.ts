import { Controller } from '@nestjs/common';
import {
  CADENCE_EVERY_LABELS,
  deadlineLabel,
  labelOf,
  REPORTING_LINE_LIST,
  type ReportingLineView,
} from '#contract';
import { listSittingsById, REPORTING_LINES, type ReportingLineRow, type SittingRow } from '#persistence';
import type { Instant } from '#calendar';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
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
    @Out() out: ListOut,
  ): Promise<Given<{ items: ReportingLineView[]; nextCursor: string | null }>> {
    const now = this.context.now();
    return out.give('reportingLines', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const given = { now };
        const found = await listPage<ReportingLineRow>(tx, REPORTING_LINE_LIST, REPORTING_LINES, page, given);
        const ids = found.rows.flatMap((row) => row.latest_sitting_id ?? []);
        const sittings = new Map((await listSittingsById(tx, ids)).map((sitting) => [sitting.id, sitting]));
        const items = found.rows.map((row) => lineView(row, sittings.get(row.latest_sitting_id ?? ''), now));
        return { items, nextCursor: found.nextCursor };
      }),
    );
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
