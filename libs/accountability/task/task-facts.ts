import { civilDateOf, project, type Instant } from '#calendar';
import type { IncomingEvent, Rules } from '../decision.js';
import { offsetFrom } from '../ladder/next-rung.js';
import { expectedProgressOf } from './expected-progress-of.js';
import type { TaskContext } from './task.context.js';

/** What the calendar and the policy know of an event of a task at its moment, written into it. */
export function taskFacts(context: TaskContext, event: IncomingEvent, rules: Rules): IncomingEvent {
  const on = civilDateOf(event.at);
  switch (event.type) {
    case 'REOPENED':
      return {
        ...event,
        on,
        graceOn: civilDateOf(after(event.at, rules.policy.tasks.reopenedWithin, rules)),
      };
    case 'REPORT_MISSED':
      return {
        ...event,
        on,
        expected: expectedProgressOf(rules.calendar, context, String(event['unitId']), event.at),
      };
    case 'APPEALED': {
      const card = context.cards.find(
        ({ generation, rung }) => generation === event['generation'] && rung === event['rung'],
      );
      const late = card !== undefined && event.at > after(card.at, rules.policy.tasks.appealWithin, rules);
      return { ...event, on, late };
    }
    default:
      return { ...event, on };
  }
}

function after(
  from: Instant,
  limit: { workingDays: number; at?: string | undefined },
  { calendar }: Rules,
): Instant {
  const { at } = project(offsetFrom(from, limit), [], calendar);
  if (at === null) throw new Error('a budget without suspensions always has an instant');
  return at;
}
