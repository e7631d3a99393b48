import type { Actor } from '#accountability';
import { boundUnit } from '#identity';
import type { ApiContext } from '../api-dependencies.js';

/** Whether a person of these roles must have a second factor, as the installation has it. */
export function needsSecondFactor({ identity }: ApiContext, actor: Actor): boolean {
  const { secondFactorFor } = identity.settings;
  if (secondFactorFor === 'offices') return actor.roles.length > 0 && boundUnit(actor) === undefined;
  return secondFactorFor === 'everybody';
}
