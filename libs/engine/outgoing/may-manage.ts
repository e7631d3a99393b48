import { refuse, type Actor, type Rejection } from '#accountability';

/** Whose subscriptions a person has in hand: all of the jurisdiction, one unit's, or nobody's. */
export type Manages = { all: true } | { all: false; unitIds: string[] };

/**
 * The administrator has every subscription in hand; the head of a unit those of the unit. Others, also the unit's liaison,
 * none: what leaves the house is for the head to say. The auditor may look.
 */
export function managesWebhooks({ roles }: Actor): Manages {
  if (roles.some(({ role }) => role === 'administrator')) return { all: true };
  return {
    all: false,
    unitIds: roles
      .filter(({ role, scopeKind }) => role === 'leadUnitHead' && scopeKind === 'unit')
      .map(({ scopeId }) => scopeId),
  };
}

export function mayManageSome(actor: Actor): boolean {
  const manages = managesWebhooks(actor);
  return manages.all || manages.unitIds.length > 0;
}

/** Null: this person may do with a subscription of this unit (null: of the jurisdiction) what can be done. */
export function refuseStranger(
  actor: Actor,
  unitId: string | null,
): { ok: false; rejection: Rejection } | null {
  const manages = managesWebhooks(actor);
  if (manages.all || (unitId !== null && manages.unitIds.includes(unitId))) return null;
  return refuse('NotPermitted', '事件订阅由系统管理员管理；本单位系统的订阅也可由本单位负责人管理。');
}
