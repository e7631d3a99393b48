import { project, type CivilDate, type Instant } from '#calendar';
import type { IncomingEvent, Rules, Subject } from '../decision.js';
import { lineLadder } from '../duty/line-ladder.js';
import type { Policy } from '../policy/policy.schema.js';
import type { ReportingLineContext } from '../reporting-line/reporting-line.context.js';
import type { SubjectKind } from '../subject.js';
import type { TaskContext } from '../task/task.context.js';
import { offsetFrom } from './next-rung.js';
import { standingCards, type UnitCard } from './unit-cards.js';

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

/** The unit whose cards the event has to be told of; null: of nobody's. */
export function unitCounted(
  { kind, snapshot: { context } }: Pick<Subject, 'kind' | 'snapshot'>,
  event: IncomingEvent,
  policy: Policy,
): string | null {
  if (!countsUnitCards(kind, event.type, policy)) return null;
  if (kind === 'reportingLine') return (context as unknown as ReportingLineContext).unitId;
  const { climbs = [] } = context as unknown as Partial<TaskContext>;
  return climbs.find(({ generation }) => generation === event['generation'])?.unitId ?? null;
}

/** The cards that stand on a line or a task, whosever they are. */
export function cardsOn(
  kind: SubjectKind,
  id: string,
  context: Readonly<Record<string, unknown>>,
): UnitCard[] {
  const { cards = [], unitId = '' } = context as unknown as Partial<ReportingLineContext>;
  return kind === 'obligation' ? [] : standingCards(id, cards, (card) => card.unitId ?? unitId);
}

/** What a unit has earned elsewhere within the year of that day: what lies further back is counted by no rule. */
export const cardsElsewhere = (all: readonly UnitCard[], unitId: string, on: CivilDate): UnitCard[] =>
  all
    .filter((card) => card.unitId === unitId && card.on.slice(0, 4) === on.slice(0, 4))
    .sort((a, b) => (`${a.on}/${a.key}` < `${b.on}/${b.key}` ? -1 : 1));

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
