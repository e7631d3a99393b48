import type { Snapshot, SubjectKind } from './subject.js';
import { upgradeTask1 } from './task/upgrade-task-1.js';
import { upgradeTask2 } from './task/upgrade-task-2.js';

/**
 * Carries a snapshot of an earlier version of its statechart over to the present one. Versions are told apart by
 * what they hold, so a snapshot may be given that is up to date already: it is returned as it is.
 */
export function upgraded(kind: SubjectKind, snapshot: Snapshot): Snapshot {
  return kind === 'task' ? upgradeTask2(upgradeTask1(snapshot)) : snapshot;
}
