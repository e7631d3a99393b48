import {
  cadenceWords,
  COMPARATOR_LABELS,
  GATE_LABELS,
  labelOf,
  OBLIGATION_STATE_LABELS,
  TASK_STATE_LABELS,
  TASK_STATES,
  type CadenceView,
  type Standing,
  type TaskState,
} from '#contract';
import type { CadenceRow } from '#persistence';

/** The life of a task in one word: of `closing.verification`, `closing`. */
export function taskStateOf(state: string): TaskState {
  const life = state.split('.')[0];
  const known = TASK_STATES.find((candidate) => candidate === life);
  if (known === undefined)
    throw new Error(`a task is in the state ${state}, which the contract does not know`);
  return known;
}

/** 推进中; of a closure also the gate at which it stands: 申请办结（督查核实）. */
export function taskStateLabel(state: string): string {
  const [life = '', gate] = state.split('.');
  const label = labelOf(TASK_STATE_LABELS, life);
  return gate === undefined ? label : `${label}（${labelOf(GATE_LABELS, gate)}）`;
}

export function obligationStateLabel(state: string, late: boolean): string {
  const label = labelOf(OBLIGATION_STATE_LABELS, state);
  return late && (state === 'submitted' || state === 'accepted') ? `逾期${label.replace(/^已/, '')}` : label;
}

/** 2024年5月中旬; a key that no calendar wrote is shown as it is. */
export { labelOfPeriod as periodLabel } from '#calendar';

export function cadenceView(row: CadenceRow): CadenceView {
  return { kind: row.kind, every: row.every, label: cadenceWords(row) };
}

export function targetLabel(row: {
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
}): string {
  if (row.comparator === 'range') return `${row.value} 至 ${row.upper ?? ''}${row.unit}`;
  return `${labelOf(COMPARATOR_LABELS, row.comparator)} ${row.value}${row.unit}`;
}

/**
 * How far a ladder was climbed, in its own words. A rung whose notice still waits for its issuer says so and has no
 * colour yet: that of the row is the colour of the rung before it.
 */
export function standingView(row: {
  rung: number | null;
  colour: string | null;
  rung_label: string | null;
  awaiting_issue: boolean | null;
}): Standing | null {
  if (row.rung === null || row.rung === 0) return null;
  const label = row.rung_label ?? `第 ${row.rung} 级`;
  return row.awaiting_issue === true
    ? { rung: row.rung, colour: null, label: `${label}（待签发）` }
    : { rung: row.rung, colour: row.colour, label };
}
