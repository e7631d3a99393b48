import type { ObligationEventType } from '../obligation/obligation.event.js';
import type { ReportingLineEventType } from '../reporting-line/reporting-line.event.js';
import type { Role } from '../role.js';
import type { SubjectKind } from '../subject.js';
import { REVIEWER_OF } from '../task/task-steps.js';
import type { TaskEventType } from '../task/task.event.js';

/**
 * Which roles may send which event. An empty list: no person, the engine alone (clocks, and what follows from
 * another subject). Whether the event fits the state is the statechart's own affair.
 */
export const PERMITTED: {
  task: Record<TaskEventType, readonly Role[]>;
  obligation: Record<ObligationEventType, readonly Role[]>;
  reportingLine: Record<ReportingLineEventType, readonly Role[]>;
} = {
  task: {
    CONFIRMED: ['headquartersOffice'],
    LEAD_ASSIGNED: ['headquartersOffice'],
    DISPATCHED: ['headquartersOffice'],
    SIGNED: ['liaison', 'leadUnitHead'],
    SIGNING_OVERDUE: [],
    DISPUTED: ['liaison', 'leadUnitHead'],
    DISPUTE_OVERDUE: [],
    DISPUTE_RESOLVED: ['headquartersOffice'],
    PROGRESS_REPORTED: [],
    DEADLINE_PASSED: [],
    EXTENDED: ['headquartersOffice'],
    CLOSURE_REQUESTED: ['liaison', 'leadUnitHead'],
    GATE_PASSED: Object.values(REVIEWER_OF),
    GATE_OVERDUE: [],
    CLOSURE_RETURNED: Object.values(REVIEWER_OF),
    SUSPENDED: ['headquartersOffice'],
    SUSPENSION_EXPIRED: [],
    RESUMED: ['headquartersOffice'],
    WITHDRAWN: ['headquartersOffice'],
    REOPENED: ['supervisor'],
    AMENDED: ['headquartersOffice'],
  },
  obligation: {
    WINDOW_OPENED: [],
    REPORT_FILED: ['liaison', 'leadUnitHead'],
    REPORT_ACCEPTED: ['taskForceOffice'],
    REPORT_RETURNED: ['taskForceOffice'],
    REFILING_OVERDUE: [],
    NEXT_PERIOD_DUE: [],
    EXCUSED: [],
  },
  reportingLine: {
    TASK_JOINED: [],
    TASK_LEFT: [],
    SITTING_OPENED: [],
    REMINDER_DUE: [],
    SITTING_DUE: [],
    SITTING_FILED: ['liaison', 'leadUnitHead'],
    RUNG_DUE: [],
    ISSUE_OVERDUE: [],
    NOTICE_AGREED: ['commander', 'deputyCommander'],
    NOTICE_ISSUED: ['supervisor'],
  },
};

export const permittedRoles = (kind: SubjectKind, eventType: string): readonly Role[] =>
  (PERMITTED[kind] as Record<string, readonly Role[]>)[eventType] ?? [];
