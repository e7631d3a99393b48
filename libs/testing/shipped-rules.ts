import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicy, policySchema, type Policy, type Rules } from '#accountability';
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
  shipped ??= { policy: shippedPolicy(), calendar: shippedCalendar() };
  return shipped;
}

/**
 * Read from its YAML by the first test file of a run that asks, as everybody reads it; the others take the same from
 * JSON, as the product takes it from its database. YAML takes fifty times as long, in hundreds of files.
 */
function shippedPolicy(): Policy {
  const folder = process.env['LUOSHI_TEST_RUN'];
  const kept = folder === undefined ? undefined : join(folder, 'default-policy.json');
  if (kept !== undefined && existsSync(kept))
    return policySchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
  const policy = policyFrom(seedText('policies/default.yaml'));
  if (kept !== undefined) {
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(policy));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return policy;
}
