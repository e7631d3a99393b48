import { chartsOf } from './machines.js';
import type { SubjectKind } from './subject.js';

const known = new Map<SubjectKind, ReadonlySet<string>>();

/** All events that the statechart of a kind has a way for, in whichever state. */
export function eventTypesOf(kind: SubjectKind): ReadonlySet<string> {
  const found = known.get(kind) ?? new Set(chartsOf(kind).events.map(String));
  known.set(kind, found);
  return found;
}
