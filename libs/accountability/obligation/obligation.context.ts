import type { Instant } from '#calendar';
import type { ItemKind } from '../duty/line-item.js';
import type { DutyKind } from '../policy/policy.schema.js';
import type { Role } from '../role.js';

/** What kind of thing is owed: a report on a task, a duty of the policy, or a report that was asked for once. */
export type ObligationKind = 'taskReport' | DutyKind | 'requestedReport';

/** Who asked for a one-off report, and who approved its short notice. */
export interface ReportRequest {
  requestedBy: string | null;
  /** The office that asked. */
  requestedFor: Role;
  approvedBy: string | null;
  words: string;
}

/** Something owed by a unit for a period (domain.md §7): by default its report on one task. */
export interface ObligationContext {
  id: string;
  kind: ObligationKind;
  /** The duty of the policy by its name; `taskReport` and `requestedReport` are no duties of the list. */
  duty: string;
  /** What it is about; `itemId` is its name in the sitting. */
  itemKind: ItemKind;
  itemId: string;
  /** The task that it is about; null of an action or the plan. */
  taskId: string | null;
  unitId: string;
  /** The line that it stands on; null of what was asked for once. */
  lineId: string | null;
  period: string;
  dueAt: Instant;
  /** Which roles owe it, and which accept it; nobody: it stands as soon as it is filed. */
  owedBy: Role[];
  acceptedBy: Role[];
  /** The unit that asked for it, whose people then accept it. */
  askedByUnitId: string | null;
  request: ReportRequest | null;
  /** When the report that stands was filed; overdue is derived from this and `dueAt`, never stored. */
  filedAt: Instant | null;
  filedBy: string | null;
  /** Filed after the due time: said of the first filing, and it stays. */
  late: boolean;
  /** How often it was filed: 1, and one more each time it was returned. */
  revision: number;
  progress: number | null;
  acceptedSilently: boolean;
  returns: number;
  /** The next period has fallen due meanwhile: what is returned now can only be filed again at once. */
  nextPeriodDue: boolean;
  /** It is no longer owed, but was filed: should it be returned, it is excused. */
  released: string | null;
  excuse: string | null;
  /** The period of the finer report that is this one too; left out: it is a report of its own, or none yet. */
  coveredBy?: string;
}

/** What makes an obligation; what is left out is that of a lead unit's report on its task. */
export type ObligationInput = Pick<ObligationContext, 'id' | 'unitId' | 'period' | 'dueAt'> &
  Partial<
    Pick<
      ObligationContext,
      | 'kind'
      | 'duty'
      | 'itemKind'
      | 'itemId'
      | 'taskId'
      | 'lineId'
      | 'owedBy'
      | 'acceptedBy'
      | 'askedByUnitId'
      | 'request'
    >
  >;

/** The obligation as it begins. */
export const begunObligation = (input: ObligationInput): ObligationContext => ({
  id: input.id,
  kind: input.kind ?? 'taskReport',
  duty: input.duty ?? 'taskReport',
  itemKind: input.itemKind ?? 'task',
  itemId: input.itemId ?? input.taskId ?? '',
  taskId: input.taskId ?? null,
  unitId: input.unitId,
  lineId: input.lineId ?? null,
  period: input.period,
  dueAt: input.dueAt,
  owedBy: input.owedBy ?? ['liaison', 'leadUnitHead'],
  acceptedBy: input.acceptedBy ?? ['taskForceOffice'],
  askedByUnitId: input.askedByUnitId ?? null,
  request: input.request ?? null,
  filedAt: null,
  filedBy: null,
  late: false,
  revision: 0,
  progress: null,
  acceptedSilently: false,
  returns: 0,
  nextPeriodDue: false,
  released: null,
  excuse: null,
});
