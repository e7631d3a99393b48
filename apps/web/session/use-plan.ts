import type { PlanSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { plansQuery } from '../api/queries.js';

const PLACE = 'luoshi/plan';
const listeners = new Set<() => void>();

/** The plan that the person has chosen on this machine; null: none yet, or storage is closed. */
function chosen(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

export function choosePlan(id: string): void {
  try {
    localStorage.setItem(PLACE, id);
  } catch {
    // Without storage the latest plan stays the one that is spoken of.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** All plans that the person may see, the latest first. */
export function usePlans(): PlanSummary[] | undefined {
  return useQuery(plansQuery).data?.items.toSorted((a, b) => b.year - a.year);
}

/**
 * The plan the pages speak of: the one that was chosen, else the latest that the person may see; undefined until read,
 * null if there is none.
 */
export function usePlan(): PlanSummary | null | undefined {
  const plans = usePlans();
  const id = useSyncExternalStore(subscribe, chosen);
  if (plans === undefined) return undefined;
  return plans.find((plan) => plan.id === id) ?? plans[0] ?? null;
}

/** What a plan is called for short: of `…关于印发《某方案》的通知` the name between the marks. */
export const shortTitle = (title: string): string => /《(.+)》/.exec(title)?.[1] ?? title;
