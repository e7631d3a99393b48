import type { Instant } from '#calendar';
import type { CardMember, IssuedCard, ScoredEvent } from './recorded.js';
import type { EventRef, Incident } from './unit-facts.js';

const refOf = ({ kind, id, seq }: ScoredEvent): EventRef => ({ kind, id, seq });

interface AtRung {
  issued: ScoredEvent | null;
  reached: ScoredEvent | null;
  undone: ScoredEvent | null;
  unanswered: ScoredEvent | null;
}

const NOTHING: AtRung = { issued: null, reached: null, undone: null, unanswered: null };

const FIELDS: Readonly<Record<string, keyof AtRung>> = {
  NOTICE_ISSUED: 'issued',
  RUNG_DUE: 'reached',
  APPEAL_UPHELD: 'undone',
  CARD_ANSWER_OVERDUE: 'unanswered',
};

/** Whether an event says anything about a rung of a climb. */
export const saysOfRung = ({ type }: ScoredEvent): boolean => Object.hasOwn(FIELDS, type);

/**
 * The cards in force, and those that appeals took back: the former count, the latter are shown with the decision that
 * undid them. A card that lists several matters is taken back when all of them are. It stays with the unit that earned
 * it, whoever takes over its tasks.
 *
 * @param subjects the events of each subject, up to `to`
 */
export function foldCards(
  cards: readonly IssuedCard[],
  subjects: readonly (readonly ScoredEvent[])[],
  to: Instant,
): { unitId: string; of: Incident }[] {
  const rungs = rungsOf(subjects);
  return cards.flatMap(({ noticeId, unitId, level, issuedAt, members }) => {
    if (issuedAt > to) return [];
    const at = members.map((member) => rungs.get(keyOf(member)) ?? NOTHING);
    const last = at.flatMap(({ undone }) => undone ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    const undone = last && at.every((one) => one.undone) ? { at: last.at, event: refOf(last) } : null;
    const [taskId = null] = members.filter(({ kind }) => kind === 'task').map(({ id }) => id);
    const shared = { taskId, noticeId, undone };
    const earned: Incident = {
      ...shared,
      fact: 'cards',
      at: issuedAt,
      level,
      events: at.flatMap(({ issued, reached }) => issued ?? reached ?? []).map(refOf),
    };
    const [unanswered] = at.flatMap((one) => one.unanswered ?? []);
    const late: Incident[] = unanswered
      ? [
          {
            ...shared,
            fact: 'cardAnswersOverdue',
            at: unanswered.at,
            level: null,
            events: [refOf(unanswered)],
          },
        ]
      : [];
    return [earned, ...late].map((of) => ({ unitId, of }));
  });
}

/** What happened at each rung of each climb. */
function rungsOf(subjects: readonly (readonly ScoredEvent[])[]): Map<string, AtRung> {
  const rungs = new Map<string, AtRung>();
  for (const events of subjects)
    for (const event of events) {
      const { generation, rung } = event.payload;
      const field = FIELDS[event.type];
      if (field === undefined || typeof generation !== 'number' || typeof rung !== 'string') continue;
      const key = keyOf({ kind: event.kind, id: event.id, generation, rung });
      rungs.set(key, { ...(rungs.get(key) ?? NOTHING), [field]: event });
    }
  return rungs;
}

const keyOf = ({ kind, id, generation, rung }: CardMember): string => `${kind}/${id}/${generation}/${rung}`;
