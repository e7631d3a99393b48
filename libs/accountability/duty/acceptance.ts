import type { WorkingOffset } from '../policy/ladder.schema.js';
import type { Policy } from '../policy/policy.schema.js';
import { TASK_REPORT } from './line-ladder.js';

/** After which silence a filing counts as accepted, and how long there is to file again; null: it stands at once. */
export function acceptanceOf(
  policy: Policy,
  { duty }: { duty: string },
): { silentlyAfter: WorkingOffset; refileWithin: WorkingOffset } | null {
  if (duty === TASK_REPORT) {
    const { acceptedSilentlyAfter, refileWithin } = policy.reporting;
    return { silentlyAfter: acceptedSilentlyAfter, refileWithin };
  }
  return policy.duties.find(({ name }) => name === duty)?.acceptance ?? null;
}
