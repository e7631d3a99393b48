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
  /** Of these roles only those that the subject itself names: who owes it, who accepts it. */
  named?: 'owedBy' | 'acceptedBy';
}

export const by = (...roles: Role[]): { meta: TransitionMeta } => ({ meta: { by: roles, whose: 'lead' } });

/** The same, for the people of a unit that is not the lead. */
export const byPeopleOf = (whose: Whose, ...roles: Role[]): { meta: TransitionMeta } => ({
  meta: { by: roles, whose },
});

/** Of these roles, those that what is owed names as owing or accepting it. */
export const byNamed = (named: 'owedBy' | 'acceptedBy', ...roles: Role[]): { meta: TransitionMeta } => ({
  meta: { by: roles, whose: 'lead', named },
});
