import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const review: SpokenFile<typeof import('../zh/review.js')> = {
  reviewText: {
    title: 'Acceptance',
    hint: 'Accepted reports go into the ledger; a return needs a reason, and the lead unit files again in time.',
    none: 'No report waits for acceptance',
    noneHint: 'Reports appear here when units file them; the inbox reminds you too.',
    filed: (who, when) => `filed by ${who}, ${when}`,
    late: 'Filed late',
    unit: 'Unit',
    anyUnit: 'All units',
    noneOfUnit: 'No report of this unit waits for review',
    silent: (when) => `counts as accepted if not looked at by ${when}`,
    previous: 'Last period',
    change: (n) =>
      n === 0 ? 'as last period' : `${n > 0 ? '+' : ''}${plural(n, 'point')} since last period`,
    same: 'Same words as last period: please look twice',
    acceptAll: 'Accept',
    count: (n) => `${n} to accept`,
  },
};
