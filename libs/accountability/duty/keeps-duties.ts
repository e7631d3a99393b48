import type { Snapshot } from '../subject.js';
import { stateName } from '../subject.js';

/**
 * Whether a task keeps the duties about its action and its plan going: from its dispatch until it is over, and not
 * while it stands still.
 */
export function keepsDuties({ value }: Snapshot): boolean {
  const [life] = stateName((value as { life: unknown }).life).split('.');
  return life !== undefined && LIVE.has(life);
}

const LIVE: ReadonlySet<string> = new Set(['dispatched', 'disputed', 'inProgress', 'closing']);
