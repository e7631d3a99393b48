import type { PersonRef, UnitRef } from '#contract';

export function unitRef(id: string, name: string): UnitRef {
  return { id, name };
}

/** Null where no person acted: the engine, or nobody yet. */
export function personRef(id: string | null, name: string | null): PersonRef | null {
  return id === null ? null : { id, name };
}
