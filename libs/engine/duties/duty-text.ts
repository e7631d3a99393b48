import type { ItemKind, OwedSitting, Policy } from '#accountability';
import { chineseDateTime, periodFromKey, type Instant } from '#calendar';

/** What an effect says of a duty: its name, its items, and which of them are owed for which period. */
export interface DutyFacts {
  duty: string;
  label: string;
  items: { id: string; kind: ItemKind; refId: string; actionCode: string | null }[];
  owed: OwedSitting[];
}

/** Names the duty as the policy does, where an effect speaks of one. */
export function withDutyLabel<E extends { facts: Record<string, unknown> }>(effect: E, policy: Policy): E {
  const duty = policy.duties.find(({ name }) => name === effect.facts['duty']);
  return duty ? { ...effect, facts: { ...effect.facts, dutyLabel: duty.label } } : effect;
}

/** Null where an effect speaks of no duty. */
export function dutyFactsOf(facts: Record<string, unknown>): DutyFacts | null {
  const { duty, dutyLabel, items, owed, item, period, dueAt } = facts;
  if (typeof duty !== 'string' || typeof dutyLabel !== 'string') return null;
  const list = (items as DutyFacts['items'] | undefined) ?? [];
  // Something owed speaks of itself alone: its item goes by its own name, or by its task's.
  const own = item as { kind: ItemKind; id: string } | undefined;
  if (own === undefined)
    return { duty, label: dutyLabel, items: list, owed: (owed as OwedSitting[] | undefined) ?? [] };
  const [taskId] = (facts['taskIds'] as string[] | undefined) ?? [];
  return {
    duty,
    label: dutyLabel,
    items: [{ ...own, refId: own.kind === 'task' ? (taskId ?? '') : own.id, actionCode: null }],
    owed: [{ period: String(period), dueAt: dueAt as Instant, taskIds: [own.id] }],
  };
}

/** One line for each thing owed: 专班旬台账 2024年5月上旬，办好实事行动，2024年5月11日12:00截止. */
export const dutyLines = (
  { label, items, owed }: DutyFacts,
  nameOf: (kind: ItemKind, refId: string) => string,
): { code: string; title: string }[] =>
  owed.flatMap(({ period, dueAt, taskIds }) =>
    taskIds.map((id) => {
      const item = items.find((one) => one.id === id);
      const about = item ? nameOf(item.kind, item.refId) : '';
      const title = [periodFromKey(period).label, about, `${chineseDateTime(dueAt)}截止`]
        .filter(Boolean)
        .join('，');
      return { code: label, title };
    }),
  );

/** The actions whose desks are meant: those of the items that are owed. */
export const actionCodesOf = ({ items, owed }: DutyFacts): string[] => {
  const ids = new Set(owed.flatMap(({ taskIds }) => taskIds));
  return [
    ...new Set(
      items.flatMap(({ id, actionCode }) => (ids.has(id) && actionCode !== null ? [actionCode] : [])),
    ),
  ];
};
