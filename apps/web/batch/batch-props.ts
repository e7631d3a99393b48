import type { BatchAct } from '#contract';
import type { BatchThing } from './send-batch.js';

export interface BatchAsks {
  /** Of the refusal that may be confirmed. */
  code: string;
  /** Of so many things. */
  says: (n: number) => string;
  sure: string;
  input: Record<string, unknown>;
}

export interface BatchButtonProps {
  act: BatchAct;
  /** The act in a word or two, as on the button of a single thing. */
  label: string;
  things: readonly BatchThing[];
  /** What follows from it, for whoever hesitates. */
  consequence?: string | undefined;
  /** What is refused until it was confirmed, and what is sent with it then. */
  asks?: BatchAsks;
  size?: 'small' | 'middle';
  testId: string;
}
