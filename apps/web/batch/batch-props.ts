import type { BatchAct } from '#contract';
import type { BatchThing } from './send-batch.js';

export interface BatchButtonProps {
  act: BatchAct;
  /** The act in a word or two, as on the button of a single thing. */
  label: string;
  things: readonly BatchThing[];
  /** What follows from it, for whoever hesitates. */
  consequence?: string | undefined;
  size?: 'small' | 'middle';
  testId: string;
}
