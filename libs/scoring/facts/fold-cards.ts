import type { Instant } from '#calendar';
import type { IssuedCard, ScoredEvent } from './recorded.js';
import type { EventRef, Incident } from './unit-facts.js';

const refOf = ({ kind, id, seq }: ScoredEvent): EventRef => ({ kind, id, seq });

interface AtRung {
  issued: ScoredEvent | null;
  reached: ScoredEvent | null;
  undone: ScoredEvent | null;
  unanswered: ScoredEvent | null;
}

/**
 * The cards in force, and those that an appeal took back: the former count, the latter are shown with the decision that
 * undid them. A card stays with the unit that earned it, whoever takes over its tasks.
 *
 * @param subjects the events of each subject, up to `to`
 */
export function foldCards(
  cards: readonly IssuedCard[],
  subjects: readonly (readonly ScoredEvent[])[],
  to: Instant,
): { unitId: string; of: Incident }[] {
  const rungs = new Map<string, AtRung>();
  for (const event of subjects.flat()) {
    const { generation, rung } = event.payload;
    if (typeof generation !== 'number' || typeof rung !== 'string') continue;
    const key = keyOf({ kind: event.kind, id: event.id, generation, rung });
    const at = rungs.get(key) ?? { issued: null, reached: null, undone: null, unanswered: null };
    if (event.type === 'NOTICE_ISSUED') at.issued = event;
    if (event.type === 'RUNG_DUE') at.reached = event;
    if (event.type === 'APPEAL_UPHELD') at.undone = event;
    if (event.type === 'CARD_ANSWER_OVERDUE') at.unanswered = event;
    rungs.set(key, at);
  }
  return cards.flatMap((card) => {
    if (card.issuedAt > to) return [];
    const at = rungs.get(keyOf(card));
    const said = at?.issued ?? at?.reached;
    const undone = at?.undone ? { at: at.undone.at, event: refOf(at.undone) } : null;
    const { taskId, noticeId, unitId } = card;
    const earned: Incident = {
      fact: 'cards',
      at: card.issuedAt,
      taskId,
      level: card.level,
      noticeId,
      events: said ? [refOf(said)] : [],
      undone,
    };
    const unanswered: Incident[] = at?.unanswered
      ? [
          {
            fact: 'cardAnswersOverdue',
            at: at.unanswered.at,
            taskId,
            level: null,
            noticeId,
            events: [refOf(at.unanswered)],
            undone,
          },
        ]
      : [];
    return [earned, ...unanswered].map((of) => ({ unitId, of }));
  });
}

const keyOf = ({
  kind,
  id,
  generation,
  rung,
}: Pick<IssuedCard, 'kind' | 'id' | 'generation' | 'rung'>): string => `${kind}/${id}/${generation}/${rung}`;
