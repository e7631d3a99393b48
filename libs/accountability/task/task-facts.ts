import { civilDateOf, project, type Instant } from '#calendar';
import type { IncomingEvent, Rules } from '../decision.js';
import { offsetFrom } from '../ladder/next-rung.js';
import { expectedProgressOf } from './expected-progress-of.js';
import { ladderOf } from './supervision/ladder-of.js';
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
      const until = card && (card.appealBy ?? after(card.at, rules.policy.tasks.appealWithin, rules));
      const late = until !== undefined && event.at > until;
      return { ...event, on, late };
    }
    case 'RUNG_DUE':
    case 'NOTICE_ISSUED':
      return { ...event, on, ...appealBy(context, event, rules) };
    default:
      return { ...event, on };
  }
}

/** Until when a unit may appeal against the card that it earns with this event, where it earns one. */
function appealBy(context: TaskContext, event: IncomingEvent, rules: Rules): { appealBy?: Instant } {
  const climb = context.climbs.find(({ generation }) => generation === event['generation']);
  const rung = climb && ladderOf(rules.policy, climb)?.rungs.find(({ name }) => name === event['rung']);
  const earns = rung?.colour != null && (event.type === 'NOTICE_ISSUED' || rung.issue.by === 'system');
  return earns ? { appealBy: after(event.at, rules.policy.tasks.appealWithin, rules) } : {};
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
