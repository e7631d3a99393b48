import { readFileSync } from 'node:fs';
import { parsePolicy, type Rules } from '#accountability';
import { createCalendar, parseCalendar } from '#calendar';
import { projectPath } from '../project-path.js';

/** The policy and the calendar that are shipped: figures are of these, so that they can be compared. */
export function shippedRules(): Rules {
  const policy = parsePolicy(readFileSync(projectPath('seeds', 'policies', 'default.yaml'), 'utf8'));
  const calendar = parseCalendar(
    readFileSync(projectPath('seeds', 'calendars', 'cn-state-council.yaml'), 'utf8'),
  );
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  if (!calendar.ok) throw new Error(JSON.stringify(calendar.errors));
  return { policy: policy.value, calendar: createCalendar(calendar.data) };
}
