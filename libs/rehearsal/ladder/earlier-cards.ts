import { begin, type Card, type Policy, type TaskRung } from '#accountability';
import { civilDateOf } from '#calendar';
import type { World } from '../world.js';
import type { Supposed } from './course.js';

/** The unit has earned so many cards elsewhere in the plan, of each level that a rung counts, on the day of the due time. */
export function holdEarlierCards(
  world: World,
  unitId: string,
  rungs: readonly TaskRung[],
  { earlierCards: count, dueAt }: Supposed,
  policy: Policy,
): void {
  const counted = new Set(rungs.flatMap(({ early }) => (early ? [early.colour] : [])));
  const cards = [...counted].flatMap((colour) =>
    Array.from({ length: count }, (_, index): Card => {
      const of = { colour, generation: index + 1, rung: colour, unitId, at: dueAt, on: civilDateOf(dueAt) };
      return { ...of, answer: 'notAsked', appeal: 'none', rescinded: false };
    }),
  );
  if (cards.length === 0) return;
  const id = 'elsewhere';
  const input = { id, planId: 'plan', unitId, cadence: 'quarter' } as const;
  const snapshot = begin({ kind: 'reportingLine', input }, policy);
  world.hold({
    ...{ ref: { kind: 'reportingLine', id }, policyVersion: 0, planId: input.planId, unitIds: [unitId] },
    snapshot: { ...snapshot, context: { ...snapshot.context, cards } },
  });
}
