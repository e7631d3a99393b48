import type { CivilDate } from '#calendar';
import { roleHolders, type Transaction } from '#persistence';
import type { ProductScope } from '#products';

/** Posts that answer for all of a plan, for an action, for what a unit leads. */
const OF_PLAN = ['commander', 'deputyCommander'];
const OF_ACTION = ['taskForceConvener', 'taskForceOffice'];
const OF_UNIT = ['leadUnitHead', 'liaison'];

/**
 * What one person answers for in a plan on a day, by the posts held then: the tasks of the plan, of their actions, and those
 * that their units lead. Null for somebody who answers for nothing of it.
 */
export async function personScope(
  tx: Transaction,
  { personId, planCode, on }: { personId: string; planCode: string; on: CivilDate },
): Promise<ProductScope | null> {
  const held = (await roleHolders(tx, on)).filter((one) => one.personId === personId);
  const [person] = await tx.query<{ name: string }>('select name from person where id = $1', [personId]);
  const of = (roles: readonly string[], kind: string): string[] =>
    held.flatMap(({ role, scopeKind, scopeId }) =>
      roles.includes(role) && scopeKind === kind ? [scopeId] : [],
    );
  const prefix = `${planCode}/`;
  const actionCodes = of(OF_ACTION, 'action').flatMap((id) =>
    id.startsWith(prefix) ? [id.slice(prefix.length)] : [],
  );
  const unitIds = of(OF_UNIT, 'unit');
  const ofWholePlan = of(OF_PLAN, 'plan').includes(planCode);
  return !person || (!ofWholePlan && actionCodes.length + unitIds.length === 0)
    ? null
    : { per: 'person', personId, name: person.name, ofWholePlan, actionCodes, unitIds };
}
