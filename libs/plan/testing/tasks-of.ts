import { extractPlan } from '../extract-plan.js';
import type { Extraction } from '../extraction.schema.js';

/** What is read of a text: its tasks as 「number title lead」, and the names of its actions. */
export function tasksOf(text: string): { plan: Extraction; actions: string[]; tasks: string[] } {
  const plan = extractPlan(text);
  return {
    plan,
    actions: plan.actions.map(({ name }) => name),
    tasks: plan.tasks.map(({ number, title, lead }) => [number, title, lead.join('、')].join(' ').trim()),
  };
}

export const lines = (...text: string[]): string => text.join('\n');
