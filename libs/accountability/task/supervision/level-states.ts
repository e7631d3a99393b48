import { gravest, levelsOf, type Policy } from '../../policy/policy.schema.js';
import type { TaskContext } from '../task.context.js';

/** The gravest level that is in force: of a card that stands, on a ladder that is still being climbed. */
export function levelInForce({ cards, climbs }: TaskContext, policy: Policy): string | null {
  const live = new Set(climbs.map(({ generation }) => generation));
  const standing = cards.filter((card) => !card.rescinded && live.has(card.generation));
  return gravest(
    policy,
    standing.map(({ colour }) => colour),
  );
}

interface LevelState {
  always: { guard: (asked: { context: TaskContext }) => boolean; target: string }[];
}

/**
 * The states of a task's supervision: `none`, and each level of the policy. Which one it is in follows from the cards
 * in force, whatever brought them or took them away.
 */
export function levelStates(policy: Policy): Record<string, LevelState> {
  const names = ['none', ...levelsOf(policy).map(({ id }) => id)];
  const into = (name: string): LevelState['always'][number] => ({
    guard: ({ context }) => (levelInForce(context, policy) ?? 'none') === name,
    target: name,
  });
  return Object.fromEntries(
    names.map((name) => [name, { always: names.filter((other) => other !== name).map(into) }]),
  );
}
