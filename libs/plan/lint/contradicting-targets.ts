import type { ExtractedIndicator, Extraction } from '../extraction.schema.js';
import type { PlanFinding } from './finding.js';

interface Owned {
  readonly owner: string;
  readonly task: string | null;
  readonly indicator: ExtractedIndicator;
}

/** Names shorter than this (增长, 服务人数) are said of too many things to be compared. */
const LEAST_NAME = 5;

/** Targets of the same name and unit that have other figures elsewhere in the plan. Figures of one task are its steps. */
export function contradictingTargets(plan: Extraction): PlanFinding[] {
  const groups = new Map<string, Owned[]>();
  for (const owned of ownedTargets(plan)) {
    const name = owned.indicator.name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
    if (name.length < LEAST_NAME) continue;
    const key = `${name}|${owned.indicator.unit}|${owned.indicator.per ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(owned);
    else groups.set(key, [owned]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    return group
      .filter(
        ({ owner, indicator }) => owner !== first.owner && figures(indicator) !== figures(first.indicator),
      )
      .map(({ task, indicator }) => ({
        code: 'TARGETS_CONTRADICT' as const,
        message: `“${indicator.name}”此处为 ${figures(indicator)}，前文为 ${figures(first.indicator)}，请核对以哪个为准。`,
        task,
        span: indicator.span,
      }));
  });
}

function ownedTargets(plan: Extraction): Owned[] {
  return [
    ...plan.headlineTargets.map((indicator) => ({ owner: 'plan', task: null, indicator })),
    ...plan.actions.flatMap(({ code, goals }) =>
      goals.map((indicator) => ({ owner: code, task: null, indicator })),
    ),
    ...plan.tasks.flatMap(({ id, indicators }) =>
      indicators.map((indicator) => ({ owner: id, task: id, indicator })),
    ),
  ];
}

function figures({ value, upper, unit }: ExtractedIndicator): string {
  return `${value}${upper === undefined ? '' : `—${upper}`}${unit}`;
}
