import type { AnyStateMachine } from 'xstate';
import { createObligationMachine, OBLIGATION_MACHINE_VERSION } from './obligation/obligation.machine.js';
import type { Policy } from './policy/policy.schema.js';
import {
  createReportingLineMachine,
  REPORTING_LINE_MACHINE_VERSION,
} from './reporting-line/reporting-line.machine.js';
import type { SubjectKind } from './subject.js';
import { createTaskMachine, TASK_MACHINE_VERSION } from './task/task.machine.js';

export const MACHINE_VERSION: Record<SubjectKind, number> = {
  task: TASK_MACHINE_VERSION,
  obligation: OBLIGATION_MACHINE_VERSION,
  reportingLine: REPORTING_LINE_MACHINE_VERSION,
};

function build(policy: Policy) {
  return {
    task: createTaskMachine(policy),
    obligation: createObligationMachine(policy),
    reportingLine: createReportingLineMachine(policy),
  };
}

export type Machines = ReturnType<typeof build>;

/** The statechart of a kind without any policy: its states, its events and who may bring them about are no matter of policy. */
export function chartsOf(kind: SubjectKind): AnyStateMachine {
  return build({} as Policy)[kind];
}

/** A policy version never changes, so its charts are built once. */
const built = new WeakMap<Policy, Machines>();

/** The three statecharts as one policy version governs them. */
export function machinesOf(policy: Policy): Machines {
  const known = built.get(policy) ?? build(policy);
  built.set(policy, known);
  return known;
}
