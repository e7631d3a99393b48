import { compareInstants, type Instant } from '#calendar';
import {
  ROUTES,
  SITTING_STATUS_LABELS,
  type AfterFiling,
  type AllowedAction,
  type ParkedReport,
  type SignOffOfSitting,
  type SittingItem,
  type SittingStatus,
  type SittingSummary,
  type SittingView,
} from '#contract';
import type { IndicatorRow, PartGivenRow, ReportRow, SittingItemRow, SittingRow } from '#persistence';
import { deadlineView } from '../task/task.view.js';
import { indicatorView } from '../view/indicator.view.js';
import { obligationStateLabel, periodLabel } from '../view/labels.js';
import { personRef, unitRef } from '../view/refs.js';
import { reportView } from '../view/report.view.js';

/** Overdue is derived here from the due time, and stored nowhere. */
export function sittingStatus(row: SittingRow, now: Instant): SittingStatus {
  if (row.returned_count > 0) return 'open';
  if (row.filed_at !== null) return 'filed';
  if (row.item_count === 0) return 'excused';
  if (row.missed_count > 0) return 'missed';
  if (compareInstants(now, row.due_at) > 0) return 'overdue';
  return row.open_count > 0 ? 'open' : 'upcoming';
}

export function sittingSummary(row: SittingRow, now: Instant): SittingSummary {
  const status = sittingStatus(row, now);
  return {
    id: row.id,
    plan: { id: row.plan_id, title: row.plan_title },
    unit: unitRef(row.unit_id, row.unit_name),
    period: row.period,
    periodLabel: periodLabel(row.period),
    periodStart: row.period_start,
    periodEnd: row.period_end,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    filedAt: row.filed_at,
    filedBy: personRef(row.filed_by, row.filed_by_name),
    late: row.filed_at !== null && compareInstants(row.filed_at, row.due_at) > 0,
    status,
    statusLabel: statusLabelOf(row, status),
    itemCount: row.item_count,
    returnedCount: row.returned_count,
    atSignOffCount: row.at_sign_off_count,
    signOffReturnedCount: row.sign_off_returned_count,
    toFileCount: row.to_file_count,
  };
}

/** Who has it stands beside where it stands: what the head has not signed is late all the same. */
function statusLabelOf(row: SittingRow, status: SittingStatus): string {
  const label =
    row.returned_count > 0 ? `有 ${row.returned_count} 项退回待重报` : SITTING_STATUS_LABELS[status];
  return row.at_sign_off_count > 0 ? `${label}（${row.at_sign_off_count} 项待负责人审签）` : label;
}

export interface SittingParts {
  sitting: SittingRow;
  items: SittingItemRow[];
  indicators: IndicatorRow[];
  parts: PartGivenRow[];
  files: readonly { id: string; obligation_id: string; name: string }[];
  current: ReadonlyMap<string, ReportRow>;
  previous: ReadonlyMap<string, ReportRow>;
  noChangeAtMost: number;
  mayFile: boolean;
  maySign: boolean;
  /** What was sent to the head, the latest for each thing owed; none for who is not of the unit. */
  parked: ReadonlyMap<string, ParkedReport>;
  /** So many steps have been taken with what was sent. */
  parkedSteps: number;
  signOff: SignOffOfSitting;
  afterFiling: AfterFiling | null;
}

export function sittingView(parts: SittingParts, now: Instant): SittingView {
  const items = parts.items.map((item) => itemView(item, parts));
  const canFile = parts.mayFile && items.some((item) => item.toFile);
  const { signOff } = parts;
  return {
    ...sittingSummary(parts.sitting, now),
    items,
    allowedActions: [
      ...(canFile ? [actionOf(parts.sitting.id, signOff.way ?? 'file')] : []),
      ...signOffActions(parts.sitting.id, [...parts.parked.values()], parts),
    ],
    afterFiling: canFile ? parts.afterFiling : null,
    signOff,
    version: versionOf(parts.items, parts.parkedSteps),
  };
}

/** Grows with everything that happens to what is owed: filed, returned, excused, joined, sent to the head and decided there. */
export function versionOf(items: readonly Pick<SittingItemRow, 'version'>[], parkedSteps: number): number {
  return items.reduce((sum, item) => sum + item.version, items.length + parkedSteps);
}

function itemView(row: SittingItemRow, parts: SittingParts): SittingItem {
  const signOff = parts.parked.get(row.obligation_id) ?? null;
  const [report, previous] = [parts.current.get(row.obligation_id), parts.previous.get(row.obligation_id)];
  return {
    obligationId: row.obligation_id,
    state: row.state,
    stateLabel: obligationStateLabel(row.state, row.late),
    toFile: (row.state === 'open' || row.state === 'returned') && signOff?.state !== 'waiting',
    returnReason: row.return_reason,
    task: {
      id: row.task_id,
      code: row.task_code,
      title: row.task_title,
      deadline: deadlineView(row, parts.sitting.due_at),
      progress: row.progress,
      expected: row.expected,
    },
    indicators: parts.indicators.filter((indicator) => indicator.task_id === row.task_id).map(indicatorView),
    lastReport: previous === undefined ? null : reportView(previous),
    report: report === undefined ? null : reportView(report),
    parts: parts.parts
      .filter((part) => part.task_id === row.task_id)
      .map((part) => ({
        unit: unitRef(part.unit_id, part.unit_name),
        periodLabel: periodLabel(part.period),
        text: part.text,
        readings: part.readings,
        evidence: part.evidence,
        filedAt: part.filed_at,
      })),
    files: parts.files
      .filter(({ obligation_id: of }) => of === row.obligation_id)
      .map(({ id, name }) => ({ id, name })),
    noChange: {
      allowed: previous !== undefined && row.no_change_run < parts.noChangeAtMost,
      inARow: row.no_change_run,
    },
    signOff,
  };
}

const LABELS = {
  file: '提交填报',
  sendForSignOff: '送负责人审签',
  takeBackFromSignOff: '撤回送审',
  signOff: '审签报出',
  returnFromSignOff: '退回联络员',
} as const;
const ROUTE_OF = {
  file: ROUTES.fileSitting,
  sendForSignOff: ROUTES.sendForSignOff,
  takeBackFromSignOff: ROUTES.takeBackFromSignOff,
  signOff: ROUTES.signOff,
  returnFromSignOff: ROUTES.returnFromSignOff,
} as const;

const actionOf = (sittingId: string, action: keyof typeof LABELS): AllowedAction => ({
  action,
  label: LABELS[action],
  href: ROUTE_OF[action].path.replace('{id}', sittingId),
  grave: false,
  needsReason: action === 'returnFromSignOff',
  fields: [],
});

/** What may be done with what waits for the head. */
function signOffActions(
  sittingId: string,
  parked: readonly ParkedReport[],
  { mayFile, maySign }: Pick<SittingParts, 'mayFile' | 'maySign'>,
): AllowedAction[] {
  const waiting = parked.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return [];
  return [
    ...(maySign && waiting.some((one) => one.maySign) ? [actionOf(sittingId, 'signOff')] : []),
    ...(maySign ? [actionOf(sittingId, 'returnFromSignOff')] : []),
    ...(mayFile ? [actionOf(sittingId, 'takeBackFromSignOff')] : []),
  ];
}
