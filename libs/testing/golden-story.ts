import type { Rules } from '#accountability';
import type { LoneSubject } from './lone-subject.js';

/** A life of one subject, told once: what is recorded of it has to replay to the same snapshots for ever. */
export interface GoldenStory {
  /** The file it is recorded in: `task-closed-and-reopened`. */
  name: string;
  tell(rules: Rules): LoneSubject<unknown>;
}
