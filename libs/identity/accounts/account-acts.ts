import { isAdministration, type Actor, type Administration } from '#accountability';

/**
 * What administrators do with accounts, and who of the three does it: the accounts are the system administrator's, what they may do
 * and whether they are let in again the security administrator's. The audit administrator looks, and nothing else.
 */
export const ACCOUNT_ACTS = {
  create: ['administrator'],
  change: ['administrator'],
  resetPassword: ['administrator'],
  bar: ['administrator', 'securityAdministrator'],
  revoke: ['administrator', 'securityAdministrator'],
  unbar: ['securityAdministrator'],
  endSecondFactor: ['securityAdministrator'],
  confirmAccess: ['administrator', 'securityAdministrator'],
  refuseAccess: ['administrator', 'securityAdministrator'],
  grantRole: ['securityAdministrator'],
  withdrawRole: ['securityAdministrator'],
  leave: ['securityAdministrator'],
} as const satisfies Record<string, readonly Administration[]>;
export type AccountAct = keyof typeof ACCOUNT_ACTS;

export const mayAct = (actor: Pick<Actor, 'roles'>, act: AccountAct): boolean =>
  actor.roles.some(({ role }) => (ACCOUNT_ACTS[act] as readonly string[]).includes(role));

/** Who may look at accounts and at what was done to them: the three, and the auditor. */
export const seesAccounts = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some(({ role }) => isAdministration(role) || role === 'auditor');

/**
 * Whether the act may be done to somebody of these roles. Whoever could give an administrator a new password could be that
 * administrator: between the three, the security administrator alone acts, and a password is reset at the machine itself.
 */
export function mayActOn(actor: Pick<Actor, 'roles'>, act: AccountAct, held: Actor['roles']): boolean {
  if (!mayAct(actor, act)) return false;
  if (!held.some(({ role }) => isAdministration(role))) return true;
  if (act === 'change' || act === 'confirmAccess' || act === 'refuseAccess') return true;
  return act !== 'resetPassword' && actor.roles.some(({ role }) => role === 'securityAdministrator');
}
