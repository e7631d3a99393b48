import type { CivilDate, Instant } from '#calendar';
import type { Effect } from '../effect.js';
import type { Climb } from '../ladder/climb.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Rung } from '../policy/policy.schema.js';
import type { ReportingLineContext } from './reporting-line.context.js';

interface Moment {
  at: Instant;
  on: CivilDate;
}

/** Whether an event is about the climb of the silence. */
export const isOfSilence = ({ climb }: ReportingLineContext, event: { generation?: number }): boolean =>
  climb !== null && climb.generation === event.generation;

/** Whether the climb stands still: held, or an appeal is being decided. */
export const standsStill = (climb: Climb | null): boolean => climb?.pauses?.at(-1)?.to === null;

/** The card of a rung of the silence, from now on, and the time in which its notice is to be answered. */
export function earnedCard(
  { unitId, climb, cards }: ReportingLineContext,
  rung: Rung,
  { at, on, appealBy }: Moment & { appealBy?: Instant },
): { cards: ReportingLineContext['cards']; effects: Effect[] } {
  if (rung.colour === null || climb === null) return { cards, effects: [] };
  const { generation } = climb;
  const card: ReportingLineContext['cards'][number] = {
    colour: rung.colour,
    on,
    generation,
    rung: rung.name,
    unitId,
    at,
    answer: rung.answerWithin ? 'awaited' : 'notAsked',
    appeal: 'none',
    rescinded: false,
    ...(appealBy !== undefined && { appealBy }),
  };
  const effects: Effect[] = rung.answerWithin
    ? [
        {
          type: 'armDeadline',
          name: `card:answer:${generation}:${rung.name}`,
          budget: offsetFrom(at, rung.answerWithin),
          detail: { event: 'CARD_ANSWER_OVERDUE', generation, rung: rung.name },
        },
      ]
    : [];
  return { cards: [...cards, card], effects };
}
