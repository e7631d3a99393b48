import { readFileSync } from 'node:fs';
import { parsePolicy, type Policy, type Rules } from '#accountability';
import { createCalendar, parseCalendar, type WorkingCalendar } from '#calendar';

/** The text of a file below `seeds/`. */
export const seedText = (path: string): string =>
  readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');

/** A policy from its text. @throws Error with every problem found */
export function policyFrom(text: string): Policy {
  const policy = parsePolicy(text);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  return policy.value;
}

/** The calendar that is shipped: the years that the State Council has announced. */
export function shippedCalendar(): WorkingCalendar {
  const calendar = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!calendar.ok) throw new Error(JSON.stringify(calendar));
  return createCalendar(calendar.data);
}

let shipped: Rules | null = null;

/** The policy and the calendar that are shipped, read once: neither changes. */
export function shippedRules(): Rules {
  shipped ??= { policy: policyFrom(seedText('policies/default.yaml')), calendar: shippedCalendar() };
  return shipped;
}
