import { isAdministration } from '#accountability';
import type { Scope, Transaction } from '#persistence';
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

function scopeOf({ jurisdictionId, boundUnitId, actor }: Who): Scope {
  return {
    jurisdictionId,
    unitId: boundUnitId ?? null,
    office: actor.roles.some(({ role }) => isAdministration(role)) ? 'administration' : null,
  };
}
