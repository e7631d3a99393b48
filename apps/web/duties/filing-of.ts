import type { DutyRecord } from '#contract';
import { successorOf, type SuccessorForm } from '../new-task/successor-of.js';

/** One decision in the form: its words, and the task that it becomes where it is to be one. */
export interface DecisionForm {
  words?: string;
  makeTask?: boolean;
  task?: SuccessorForm;
  dispatch?: boolean;
}

export interface DutyValues {
  record?: Omit<DutyRecord, 'readings'>;
  decisions?: DecisionForm[];
  /** By the indicator's position. */
  readings?: (number | null | undefined)[];
}

/** What the form says as it is sent: only what its kind has, and only what was said. */
export function filingOf(kind: 'meeting' | 'product' | 'part', values: DutyValues) {
  const { record = {}, decisions = [], readings = [] } = values;
  const { heldOn, chairedBy, attended, state, reference, text, evidence, note } = record;
  if (kind === 'product') return { record: { state, reference, note }, tasks: [] };
  if (kind === 'part') {
    const given = readings.flatMap((value, position) =>
      value === null || value === undefined ? [] : [{ position, value }],
    );
    return { record: { text, evidence, readings: given }, tasks: [] };
  }
  const said = decisions.filter(({ words = '' }) => words.trim() !== '');
  return {
    record: { heldOn, chairedBy, attended, decisions: said.map(({ words = '' }) => words), note },
    tasks: said.flatMap(({ words = '', makeTask = false, task = {}, dispatch = false }, decision) =>
      makeTask ? [{ decision, ...successorOf({ title: words.slice(0, 40), ...task }), dispatch }] : [],
    ),
  };
}
