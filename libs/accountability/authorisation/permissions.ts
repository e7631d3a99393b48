import type { ObligationEventType } from '../obligation/obligation.event.js';
import type { ReportingLineEventType } from '../reporting-line/reporting-line.event.js';
import { ROLES, type Role } from '../role.js';
import type { SubjectKind } from '../subject.js';
import type { TaskEventType } from '../task/task.event.js';
import { PERMISSIONS } from './permission-table.js';

/**
 * Which roles may send which event in any state at all, read off the statecharts. An empty list: no person, the
 * engine alone (clocks, and what follows from another subject).
 */
export const PERMITTED = {
  task: rolesByEvent('task') as Record<TaskEventType, readonly Role[]>,
  obligation: rolesByEvent('obligation') as Record<ObligationEventType, readonly Role[]>,
  reportingLine: rolesByEvent('reportingLine') as Record<ReportingLineEventType, readonly Role[]>,
};

function rolesByEvent(kind: SubjectKind): Record<string, readonly Role[]> {
  const of = PERMISSIONS.filter((permission) => permission.kind === kind);
  const events = [...new Set(of.map(({ event }) => event))];
  return Object.fromEntries(
    events.map((event) => {
      const roles = new Set(of.filter((one) => one.event === event).flatMap(({ by }) => by));
      return [event, ROLES.filter((role) => roles.has(role))];
    }),
  );
}

export const permittedRoles = (kind: SubjectKind, eventType: string): readonly Role[] =>
  (PERMITTED[kind] as Record<string, readonly Role[]>)[eventType] ?? [];
