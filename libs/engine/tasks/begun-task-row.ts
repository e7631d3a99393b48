import { begin, MACHINE_VERSION, stateName, type Rules, type TaskInput } from '#accountability';
import type { Instant } from '#calendar';
import { eventHash, GENESIS_HASH, type EventWrite, type TaskWrite } from '#persistence';

/** The columns of a task's row that follow from its statechart and its trail. */
export type BegunColumns = Pick<
  TaskWrite,
  | 'id'
  | 'planId'
  | 'deadlineOn'
  | 'needsAssignment'
  | 'state'
  | 'machineVersion'
  | 'policyVersion'
  | 'calendarVersion'
  | 'snapshot'
  | 'version'
  | 'headHash'
>;

/** A task as it begins, drafted, and the first line of its trail. */
export function begunTaskRow(
  jurisdictionId: string,
  input: TaskInput,
  { policy, calendar }: Rules,
  policyVersion: number,
  by: { at: Instant; personId: string | null },
): { columns: BegunColumns; event: EventWrite } {
  const snapshot = begin({ kind: 'task', input }, policy);
  const line = {
    subjectKind: 'task' as const,
    subjectId: input.id,
    seq: 1,
    type: 'DRAFTED',
    payload: { input },
    at: by.at,
    actorId: by.personId,
    unitId: null,
    idempotencyKey: 'begin',
  };
  const hash = eventHash(GENESIS_HASH, { jurisdictionId, ...line });
  return {
    columns: {
      id: input.id,
      planId: input.planId,
      deadlineOn: input.deadlineOn,
      needsAssignment: input.leadUnitIds.length === 0,
      state: stateName((snapshot.value as { life: unknown }).life),
      machineVersion: MACHINE_VERSION.task,
      policyVersion,
      calendarVersion: calendar.version,
      snapshot,
      version: 1,
      headHash: hash,
    },
    event: { ...line, prevHash: GENESIS_HASH, hash },
  };
}
