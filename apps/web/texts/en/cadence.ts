import type { SpokenFile } from './spoken.js';

export const cadence: SpokenFile<typeof import('../zh/cadence.js')> = {
  cadenceText: {
    reports: 'The lead unit reports: ',
    replaces: 'Replaces inherited cadences',
    replacesNone: 'Adds to those of the plan and the action',
    reason: 'Why it replaces them',
    addsUp:
      "A task's own cadences add to those of the plan and the action; only those named here as replaced are no longer reported by.",
    inherited: (origin, label) => `${origin === 'plan' ? 'Plan' : 'Action'} · ${label}`,
    instead: (label, replaced, reason) => `${label} (replaces ${replaced.join(', ')}: ${reason})`,
    effective: (origin, label, by) =>
      `${origin === '' ? '' : `${origin} · `}${label}${by === '' ? '' : ` (${by})`}`,
    replacedBy: (label, who, reason) => `replaced by ${label}${who === null ? '' : ` (${who})`}: ${reason}`,
    wholePlan: 'The whole plan',
    owner: 'Where it is laid down',
    by: 'Done by (optional)',
    inheritedHint:
      "All tasks inherit the plan's cadences, and those of an action its own. What the headquarters office, conveners or others do asks no report of the lead unit.",
  },
};
