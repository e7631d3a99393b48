import type { CivilDate, Instant } from '#calendar';
import { can } from '../decide.js';
import type { IncomingEvent } from '../decision.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Actor } from '../role.js';
import type { Snapshot } from '../subject.js';
import { upgraded } from '../upgrade.js';
import { actionFacts } from './action-facts.js';
import type { SubjectScope } from './may-send.js';
import { maySendNow } from './may-send-now.js';
import { TASK_ACTION_EVENTS, type TaskActionName } from './task-action-events.js';

/** A far day: for asking whether a date could be set at all. */
const FAR: CivilDate = '9999-12-31';

/** Months in which a year turns: what is decided of it is not offered in July. */
const TURN_OF_YEAR = new Set(['12', '01']);

/**
 * The actions open to this person on this task now: the role permits the event in this state, and the statechart has a
 * way out by it. Where the event needs facts, it is asked with the likeliest ones.
 */
export function allowedTaskActions(
  stored: Snapshot,
  scope: SubjectScope,
  actor: Actor,
  policy: Policy,
  at: Instant,
  on: CivilDate,
): TaskActionName[] {
  const snapshot = upgraded('task', stored);
  const isOpen = (action: TaskActionName): boolean => {
    const type = TASK_ACTION_EVENTS[action];
    if (!maySendNow(actor, 'task', snapshot, type, scope)) return false;
    const event: IncomingEvent = {
      type,
      at,
      on,
      ...LIKELY,
      ...actionFacts(action, snapshot, scope, actor, policy, on),
    };
    return can('task', snapshot, event, policy);
  };
  return (Object.keys(TASK_ACTION_EVENTS) as TaskActionName[]).filter((action) => {
    // Beyond what the policy grants: only where it grants no more.
    if (action === 'extendBeyond') return isOpen(action) && !isOpen('extend');
    if (action === 'carryOver' || action === 'closeWithYear')
      return TURN_OF_YEAR.has(on.slice(5, 7)) && isOpen(action);
    return isOpen(action);
  });
}

const LIKELY = {
  unitIds: ['some'],
  byUnitId: 'some',
  decision: 'insist',
  reason: '',
  until: FAR,
  deadlineOn: FAR,
  statement: '',
  progress: 0,
  finding: '',
  late: false,
  reportsEvery: ['month'],
};
