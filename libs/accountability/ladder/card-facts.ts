import { project, type Instant } from '#calendar';
import type { IncomingEvent, Rules } from '../decision.js';
import { lineLadder } from '../duty/line-ladder.js';
import type { Policy } from '../policy/policy.schema.js';
import type { ReportingLineContext } from '../reporting-line/reporting-line.context.js';
import type { SubjectKind } from '../subject.js';
import { offsetFrom } from './next-rung.js';

/** With these a rung takes effect, or the clock of the next one is set anew. */
const COUNTING: Record<SubjectKind, ReadonlySet<string>> = {
  task: new Set(['RUNG_DUE', 'NOTICE_ISSUED']),
  reportingLine: new Set([
    'RUNG_DUE',
    'NOTICE_ISSUED',
    'CALENDAR_CHANGED',
    'APPEAL_REJECTED',
    'HOLD_EXPIRED',
    'SKIPPED',
  ]),
  obligation: new Set(),
};

/** Whether an event has to be told of the unit's other cards: a rule of the ladder may count them. */
export function countsUnitCards(kind: SubjectKind, eventType: string, policy: Policy): boolean {
  if (!COUNTING[kind].has(eventType)) return false;
  const ladders = kind === 'task' ? policy.taskLadders : [policy.reportingLadder];
  return ladders.some(({ rungs }) => rungs.some(({ early }) => early !== undefined));
}

/** What the calendar knows of the cards of a line: until when one may be appealed against, whether that is over. */
export function lineCardFacts(
  line: ReportingLineContext,
  event: IncomingEvent,
  rules: Rules,
): { appealBy?: Instant; late?: boolean } {
  const { appealWithin } = rules.policy.tasks;
  if (event.type === 'APPEALED') {
    const card = line.cards.find(
      ({ generation, rung }) => generation === event['generation'] && rung === event['rung'],
    );
    const until = card && (card.appealBy ?? after(card.at, appealWithin, rules));
    return { late: until !== undefined && event.at > until };
  }
  if (event.type !== 'RUNG_DUE' && event.type !== 'NOTICE_ISSUED') return {};
  const rung = lineLadder(rules.policy, line).rungs.find(({ name }) => name === event['rung']);
  const isOfSilence = line.climb?.generation === event['generation'];
  const earns =
    isOfSilence && rung?.colour != null && (event.type === 'NOTICE_ISSUED' || rung.issue.by === 'system');
  return earns ? { appealBy: after(event.at, appealWithin, rules) } : {};
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
