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

/** A policy version never changes, so its charts are built once. */
const built = new WeakMap<Policy, Machines>();

/** The three statecharts as one policy version governs them. */
export function machinesOf(policy: Policy): Machines {
  const known = built.get(policy) ?? build(policy);
  built.set(policy, known);
  return known;
}
