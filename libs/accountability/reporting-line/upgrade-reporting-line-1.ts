import { instantOf } from '#calendar';
import { TASK_REPORT } from '../duty/line-ladder.js';
import type { Card } from '../ladder/climb.js';
import type { Snapshot } from '../subject.js';

/** From version 1 to 2: lines carried reports on tasks only, and forgot a sitting that was filed when it fell due. */
export function upgradeReportingLine1(snapshot: Snapshot): Snapshot {
  if ('duty' in snapshot.context) return snapshot;
  const { context } = snapshot;
  const { cards, unitId } = context as unknown as { cards: Card1[]; unitId: string };
  const matters = { causes: {}, climbs: [] };
  return {
    ...snapshot,
    context: {
      ...context,
      duty: TASK_REPORT,
      items: [],
      filed: null,
      cards: cards.map((card) => cardOf(card, unitId)),
      matters,
    },
  };
}

type Card1 = Pick<Card, 'colour' | 'on' | 'generation'>;

/** Rungs were named after their colours then, and when on its day a card came was not kept: the day's end stands in. */
const cardOf = (card: Card1, unitId: string): Card => ({
  ...card,
  rung: card.colour,
  unitId,
  at: instantOf(card.on, '17:30'),
  answer: 'notAsked',
  appeal: 'none',
  rescinded: false,
});
