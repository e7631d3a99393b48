import { upgradeObligation1 } from './obligation/upgrade-obligation-1.js';
import { upgradeReportingLine1 } from './reporting-line/upgrade-reporting-line-1.js';
import type { Snapshot, SubjectKind } from './subject.js';
import { upgradeTask1 } from './task/upgrade-task-1.js';
import { upgradeTask2 } from './task/upgrade-task-2.js';

/**
 * Carries a snapshot of an earlier version of its statechart over to the present one. Versions are told apart by
 * what they hold, so a snapshot may be given that is up to date already: it is returned as it is.
 */
export function upgraded(kind: SubjectKind, snapshot: Snapshot): Snapshot {
  switch (kind) {
    case 'task':
      return upgradeTask2(upgradeTask1(snapshot));
    case 'obligation':
      return upgradeObligation1(snapshot);
    case 'reportingLine':
      return upgradeReportingLine1(snapshot);
  }
}
