import type { TaskContext, TaskInput } from './task.context.js';

/** A task as it is drafted: nobody is accountable yet, and nothing has happened. */
export const begunTask = ({
  origin = { kind: 'plan' },
  ongoing = false,
  ...input
}: TaskInput): TaskContext => ({
  ...input,
  signedBy: [],
  startOn: null,
  originalDeadlineOn: input.deadlineOn,
  extendedAt: null,
  progressOf: {},
  progress: 0,
  expected: 0,
  extensions: 0,
  deadlinePassed: false,
  dispute: null,
  suspension: null,
  suspensions: [],
  returns: 0,
  signingOverdueOf: [],
  expectedOf: {},
  behindOf: {},
  leadSince: {},
  closure: null,
  handover: null,
  blockage: null,
  origin,
  supersededBy: [],
  years: [],
  causes: {},
  climbs: [],
  climbCount: 0,
  cards: [],
  ongoing,
});
