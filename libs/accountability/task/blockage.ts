import type { Instant } from '#calendar';

/** The lead waits for another unit (domain.md §8, blame follows the blockage). */
export interface Blockage {
  /** The lead unit that says so. */
  unitId: string;
  byUnitId: string;
  reason: string;
  claimedAt: Instant;
  /** `claimed`: not answered yet; `contested`: the other unit denies it; `accepted`: its clock runs. */
  state: 'claimed' | 'contested' | 'accepted';
  /** From when on the other unit's clock runs, and the lead's stands still. */
  acceptedAt: Instant | null;
  contestReason: string | null;
}
