import type { PlanSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { plansQuery } from '../api/queries.js';

/** The plan the pages speak of: the latest one that the person may see; undefined until read, null if there is none. */
export function usePlan(): PlanSummary | null | undefined {
  const plans = useQuery(plansQuery);
  if (plans.data === undefined) return undefined;
  return plans.data.items.toSorted((a, b) => b.year - a.year)[0] ?? null;
}

/** What a plan is called for short: of `…关于印发《某方案》的通知` the name between the marks. */
export const shortTitle = (title: string): string => /《(.+)》/.exec(title)?.[1] ?? title;
