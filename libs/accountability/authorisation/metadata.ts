import type { Role } from '../role.js';

/** Whose people are meant, where a role is held for a unit. */
export type Whose = 'lead' | 'awaited' | 'handingOver' | 'takingOver' | 'carded';

/**
 * What a statechart says of a transition: who may bring it about. It stands at the transition itself, so that who may
 * do what in which state is read off the chart. A transition without it is the engine's own: clocks, and what follows
 * from another subject.
 */
export interface TransitionMeta {
  by: readonly Role[];
  whose: Whose;
}

export const by = (...roles: Role[]): { meta: TransitionMeta } => ({ meta: { by: roles, whose: 'lead' } });

/** The same, for the people of a unit that is not the lead. */
export const byPeopleOf = (whose: Whose, ...roles: Role[]): { meta: TransitionMeta } => ({
  meta: { by: roles, whose },
});
