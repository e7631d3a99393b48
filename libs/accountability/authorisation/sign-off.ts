import type { Actor, Role, RoleInScope } from '../role.js';
import { reaches, type SubjectScope } from './may-send.js';

/**
 * 负责人审签: who sends reports to the unit's head and takes them back, who signs and returns them, and who decides whether the
 * unit wants it at all. The last is not lent: it is how the head runs the unit, not a thing to be done while they are away.
 */
export const SIGN_OFF = {
  send: ['liaison', 'leadUnitHead'],
  takeBack: ['liaison', 'leadUnitHead'],
  sign: ['leadUnitHead'],
  return: ['leadUnitHead'],
  turn: ['leadUnitHead'],
} as const satisfies Record<string, readonly Role[]>;
export type SignOffAct = keyof typeof SIGN_OFF;

/** The role by which the actor may do it for the unit: an own one before one that is lent; null: they may not. */
export function signOffRole(
  { roles }: Actor,
  act: SignOffAct,
  { jurisdictionId, unitId }: { jurisdictionId: string; unitId: string },
): RoleInScope | null {
  const scope: SubjectScope = { jurisdictionId, planCode: '', actionCode: null, unitIds: [unitId] };
  const able = roles.filter(
    (held) =>
      (SIGN_OFF[act] as readonly Role[]).includes(held.role) &&
      reaches(held, scope) &&
      (act !== 'turn' || held.onBehalfOf === undefined),
  );
  return able.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? able[0] ?? null;
}
