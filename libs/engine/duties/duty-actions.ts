import { maySendNow, personsIn, upgraded, type Actor, type SubjectScope } from '#accountability';
import { readSubjects, type Transaction } from '#persistence';
import { filedOnBehalf } from '../filed-on-behalf.js';

export type DutyActionName = 'fulfil' | 'accept' | 'return';

const EVENTS: Record<DutyActionName, string> = {
  fulfil: 'DUTY_FULFILLED',
  accept: 'REPORT_ACCEPTED',
  return: 'REPORT_RETURNED',
};

/** In which states a duty takes an act. */
const TAKEN: Record<DutyActionName, readonly string[]> = {
  fulfil: ['open', 'returned'],
  accept: ['submitted'],
  return: ['submitted'],
};

/**
 * What the actor may do now with each of these obligations: `fulfil` by `fulfilDuty`, `accept` and `return` by
 * `act` of kind `obligation`. Nobody accepts their own. Call it in a transaction that sees the whole jurisdiction.
 */
export async function allowedDutyActions(
  tx: Transaction,
  actor: Actor,
  obligationIds: readonly string[],
): Promise<Map<string, DutyActionName[]>> {
  const [rows, filedFor] = await Promise.all([
    readSubjects(tx, 'obligation', obligationIds),
    filedOnBehalf(tx, obligationIds, actor),
  ]);
  return new Map(
    rows.map((row) => {
      const snapshot = upgraded('obligation', row.snapshot);
      const { planCode, actionCode, unitIds } = row;
      const scope: SubjectScope = { jurisdictionId: tx.scope.jurisdictionId, planCode, actionCode, unitIds };
      const own = filedFor.has(row.id) || personsIn(actor).includes(String(snapshot.context['filedBy']));
      const actions = (Object.keys(EVENTS) as DutyActionName[]).filter(
        (action) =>
          TAKEN[action].includes(String(snapshot.value)) &&
          !(own && action !== 'fulfil') &&
          maySendNow(actor, 'obligation', snapshot, EVENTS[action], scope),
      );
      return [row.id, actions];
    }),
  );
}
