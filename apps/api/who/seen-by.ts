import type { Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import type { Who } from './who.js';

/** Reads what this person may see: their jurisdiction's rows and, for a person of a unit, the unit's. */
export function seenBy<T>(context: ApiContext, who: Who, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return context.database.transaction(scopeOf(who), work, { readOnly: true });
}

/** Writes within what this person may see. */
export function writtenBy<T>(
  context: ApiContext,
  who: Who,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return context.database.transaction(scopeOf(who), work);
}

function scopeOf(who: Who): { jurisdictionId: string; unitId: string | null } {
  return { jurisdictionId: who.jurisdictionId, unitId: who.boundUnitId ?? null };
}
