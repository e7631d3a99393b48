import { instantOf } from '#calendar';
import { lineLadder } from '../duty/line-ladder.js';
import type { Policy } from '../policy/policy.schema.js';
import { taskGuards } from '../task/task-guards.js';
import type { TaskEvent } from '../task/task.event.js';
import { isOfSilence } from './line-card.js';
import { shownAsTask } from './line-matters.js';
import type { ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';

interface Asked {
  context: ReportingLineContext;
  event: ReportingLineEvent;
}

/** What the chart of a line asks about its cards: of the matters of cards what the chart of a task asks, of the silence its own. */
export function cardGuards(policy: Policy) {
  const asked = taskGuards(policy);
  const ofTask =
    (
      name:
        'isNextRung' | 'isAwaited' | 'isAgreed' | 'owesAnswer' | 'awaitsAnswer' | 'mayAppeal' | 'isAppealed',
    ) =>
    ({ context, event }: Asked): boolean =>
      asked[name]({ context: shownAsTask(context), event: event as unknown as TaskEvent });
  const ofSilence = ({ context, event }: Asked): boolean =>
    'generation' in event && isOfSilence(context, event);
  const ofMatter = ({ context, event }: Asked): boolean =>
    'generation' in event && context.matters.climbs.some(({ generation }) => generation === event.generation);
  return {
    isOfSilence: ofSilence,
    isOfMatter: ofMatter,
    isNextRungOfMatter: ofTask('isNextRung'),
    isAwaitedOfMatter: ofTask('isAwaited'),
    isAgreedOfMatter: ofTask('isAgreed'),
    owesAnswer: ofTask('owesAnswer'),
    awaitsAnswer: ofTask('awaitsAnswer'),
    mayAppeal: ofTask('mayAppeal'),
    isAppealed: ofTask('isAppealed'),
    isAppealedNow: (about: Asked): boolean => ofSilence(about) && ofTask('isAppealed')(about),
    mayBeHeld: ({ context, event }: Asked): boolean => {
      if (event.type !== 'HELD' || event.until <= event.on) return false;
      const climb = isOfSilence(context, event)
        ? context.climb
        : context.matters.climbs.find(({ generation }) => generation === event.generation);
      return climb != null && climb.hold == null && instantOf(event.until, policy.taskDueAt) > event.at;
    },
    isHeld: ({ context, event }: Asked): boolean =>
      event.type === 'HOLD_EXPIRED' &&
      [context.climb, ...context.matters.climbs].some(
        (climb) => climb?.generation === event.generation && climb.hold != null,
      ),
    mayBeSkipped: ({ context, event }: Asked): boolean => {
      if (event.type !== 'SKIPPED') return false;
      const { climb } = context;
      if (climb?.generation !== event.generation)
        return asked.mayBeSkipped({
          context: shownAsTask(context),
          event: event,
        });
      return (
        climb.awaitingIssue === null && lineLadder(policy, context).rungs[climb.reached]?.name === event.rung
      );
    },
  };
}
