import { DUTY_KINDS, type DutyView, type PlanSummary, type SessionView } from '#contract';
import { z } from 'zod';

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const dutySearchSchema = z.object({
  kind: z.enum(DUTY_KINDS).optional().catch(undefined),
  status: z.enum(['open', 'done']).optional().catch(undefined),
  /** Left out: one's own, for who holds nothing beyond single actions and units; for others everybody's. */
  whose: z.enum(['own', 'all']).optional().catch(undefined),
});
export type DutySearch = z.infer<typeof dutySearchSchema>;

const OPEN: readonly string[] = ['scheduled', 'open', 'returned', 'submitted'];
export const isOpen = ({ state }: DutyView): boolean => OPEN.includes(state);

type Held = Pick<SessionView, 'roles' | 'unit'>;

/** Whose duties a person is shown who has not said. */
export const usuallyOf = ({ roles }: Held): 'own' | 'all' =>
  roles.length > 0 && roles.every(({ scopeKind }) => scopeKind === 'action' || scopeKind === 'unit')
    ? 'own'
    : 'all';

/** What units owe themselves; the rest is owed by task forces and offices, and stands under the unit of the office. */
const OF_UNITS: readonly string[] = ['part', 'requestedReport'];

/** Owed by a task force or a unit of the person, asked for by the unit, or something may be done with it. */
export function isOwn(
  { allowedActions, action, plan, unit, askedBy, kind }: DutyView,
  held: Held,
  plans: readonly Pick<PlanSummary, 'id' | 'code'>[],
): boolean {
  if (allowedActions.length > 0) return true;
  const code = plans.find(({ id }) => id === plan.id)?.code;
  return held.roles.some(({ scopeKind, scopeId }) => {
    if (scopeKind === 'action') return action !== null && scopeId === `${code}/${action.code}`;
    return scopeKind === 'unit' && OF_UNITS.includes(kind) && [unit.id, askedBy?.id].includes(scopeId);
  });
}

/** Whether the conditions let it through. */
export const matches = (
  duty: DutyView,
  { kind, status, whose }: DutySearch,
  held: Held,
  plans: readonly Pick<PlanSummary, 'id' | 'code'>[],
): boolean =>
  (kind === undefined || duty.kind === kind) &&
  (status === undefined || isOpen(duty) === (status === 'open')) &&
  ((whose ?? usuallyOf(held)) === 'all' || isOwn(duty, held, plans));
