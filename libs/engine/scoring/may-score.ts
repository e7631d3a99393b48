import { reaches, type Actor } from '#accountability';
import type { Transaction } from '#persistence';

/** The plan that scores are about; null: all of the jurisdiction's. */
export interface ScoredScope {
  planId: string | null;
  planCode: string | null;
}

/** Whether somebody keeps the scoring rules there. Null acts at the command line, where who runs it answers for it. */
export function mayScore(tx: Transaction, actor: Actor | null, { planId, planCode }: ScoredScope): boolean {
  if (actor === null) return true;
  const { jurisdictionId } = tx.scope;
  return actor.roles.some(
    (held) =>
      held.role === 'assessor' &&
      (planId === null
        ? held.scopeKind === 'jurisdiction' && held.scopeId === jurisdictionId
        : reaches(held, { jurisdictionId, planCode: planCode ?? '', actionCode: null, unitIds: [] })),
  );
}

/** The code of a plan; undefined where there is none. */
export async function planCodeOf(tx: Transaction, planId: string | null): Promise<string | null | undefined> {
  if (planId === null) return null;
  const [row] = await tx.query<{ code: string }>('select code from plan where id = $1', [planId]);
  return row?.code;
}
