import {
  effectiveCadences,
  type CadenceReplacement,
  type CadenceSources,
  type Policy,
  type StatedCadence,
} from '#accountability';
import type { CadenceEvery } from '#calendar';

/** Cadences as they lie in rows: written by us, in the shape of `StatedCadence`. */
export interface KeptCadences {
  plan: readonly unknown[];
  action: readonly unknown[];
  task: readonly unknown[];
  replacements: readonly unknown[];
}

export const cadenceSources = ({ plan, action, task, replacements }: KeptCadences): CadenceSources => ({
  plan: plan as readonly StatedCadence[],
  action: action as readonly StatedCadence[],
  task: task as readonly StatedCadence[],
  replacements: replacements as readonly CadenceReplacement[],
});

/** The rhythms in which a task's lead unit reports, as plan, action, the task itself and persons say. */
export const reportedRhythms = (kept: KeptCadences, { cadences }: Policy): CadenceEvery[] =>
  effectiveCadences(cadenceSources(kept), cadences).reportsEvery;
