import { signOffRole, type Actor } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { headsOfUnit, type Transaction, type UnitHead } from '#persistence';

/** How what a person files for a unit goes out: straight, and why, or by way of those who are its head today. */
export type WayOut =
  { signOff: false; because: 'notWanted' | 'head' | 'vacant' } | { signOff: true; heads: UnitHead[] };

/**
 * Whether what the actor files goes to the unit's head first. It goes straight out where the unit does not want that, where nobody is
 * its head or acts for them, and where the head files in person; somebody who acts for the head and files is a liaison like any other.
 */
export async function wayOut(
  tx: Transaction,
  { unitId, signOff }: { unitId: string; signOff: boolean },
  actor: Actor,
  now: Instant,
): Promise<WayOut> {
  if (!signOff) return { signOff: false, because: 'notWanted' };
  const own = signOffRole(actor, 'sign', { jurisdictionId: tx.scope.jurisdictionId, unitId });
  if (own !== null && own.onBehalfOf === undefined) return { signOff: false, because: 'head' };
  const heads = await headsOfUnit(tx, unitId, civilDateOf(now));
  return heads.length === 0 ? { signOff: false, because: 'vacant' } : { signOff: true, heads };
}

/** What the record says of reports that go straight out although a signature is wanted. */
export const unsigned = (way: WayOut): 'vacant' | 'head' | null =>
  way.signOff || way.because === 'notWanted' ? null : way.because;
