import {
  refuse,
  stateName,
  type ObligationContext,
  type Outcome,
  type Snapshot,
  upgraded,
} from '#accountability';
import type { Instant } from '#calendar';
import { deadlinesOf, eventsOf, type EventRead, type Queryable } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import type { Explanation } from './explain-task.js';
import { movesOf, moveSentence } from './clock-moves.js';
import { explainedClock } from './explained-clock.js';
import { obligationWords, type ObligationNames, type ObligationWords } from './obligation-words.js';
import { IN_CHINESE, type Spoken } from '../spoken-language.js';
import { clockSentence } from './sentences.js';
import { signatureSaid } from './signature-said.js';
import { wordsIn, type Saying } from './words/words-in.js';

export interface ExplainObligationCommand {
  jurisdictionId: string;
  obligationId: string;
  /** Left out: in Chinese. */
  spoken?: Spoken;
}

interface Row extends ObligationNames {
  snapshot: Snapshot;
  policyVersion: number;
  lineId: string | null;
}

/** Why a report stands where it stands: owed since when and by which rule, moved why, filed when, accepted by whom. */
export function explainObligation(
  context: EngineContext,
  { jurisdictionId, obligationId, spoken = IN_CHINESE }: ExplainObligationCommand,
): Promise<Outcome<Explanation>> {
  const say = wordsIn(spoken);
  return context.database.transaction({ jurisdictionId }, async (tx): Promise<Outcome<Explanation>> => {
    const row = await rowOf(tx, obligationId);
    if (!row) return refuse('SubjectNotFound', '找不到这一项填报。');
    const { policy, calendar } = await context.book.rules(tx, row.policyVersion);
    const snapshot = upgraded('obligation', row.snapshot);
    const obligation = snapshot.context as unknown as ObligationContext;
    const words = obligationWords(obligation, row, policy, say);
    const own = await eventsOf(tx, 'obligation', obligationId);
    const { lineId } = row;
    const ofLine =
      lineId === null
        ? []
        : (await eventsOf(tx, 'reportingLine', lineId)).filter((event) => tells(event, obligation));
    const clocks = [
      ...(await deadlinesOf(tx, 'obligation', [obligationId])),
      ...(lineId === null ? [] : await deadlinesOf(tx, 'reportingLine', [lineId])).filter(
        ({ detail }) => detail['period'] === obligation.period,
      ),
    ];
    const moves = await movesOf(
      tx,
      clocks.map(({ id }) => id),
    );
    const events = [...own, ...ofLine].sort((a, b) => (a.at < b.at ? -1 : 1));
    return {
      ok: true,
      value: {
        sentences: [
          words.owed,
          ...dueMoves(own, ofLine, say),
          ...moves.map(moveSentence(say)),
          ...standing(obligation, words, stateName(snapshot.value), own, context.clock.now(), say),
          ...(await signatureSaid(tx, obligationId, own, say)),
          ...clocks
            .filter(
              ({ state, subjectKind, projectedAt }) =>
                state === 'armed' && subjectKind === 'obligation' && projectedAt !== null,
            )
            .map((clock) => clockSentence(clock, null, say)),
        ],
        rules: [
          { kind: 'policy', label: say.word(policy.label), version: policy.version },
          { kind: 'calendar', label: say.calendar(calendar.id), version: calendar.version },
        ],
        clocks: clocks.map((clock) =>
          explainedClock(clock, clock.subjectKind === 'obligation' ? null : row.unit, calendar, say),
        ),
        events: events.map(({ subjectKind, subjectId, seq, type, at }) => ({
          subjectKind,
          subjectId,
          seq,
          type,
          at,
        })),
      },
    };
  });
}

const TELLING = new Set(['SITTING_OPENED', 'SITTING_DUE', 'SITTING_DUE_AGAIN', 'SITTING_FILED']);

/** Whether an event of the line is about this period's sitting. */
const tells = ({ type, payload }: EventRead, { period, itemId }: ObligationContext): boolean =>
  type === 'ITEM_FULFILLED'
    ? payload['period'] === period && payload['itemId'] === itemId
    : type === 'CALENDAR_CHANGED'
      ? ['current', 'overdue'].some((key) => (payload[key] as { period?: string } | null)?.period === period)
      : TELLING.has(type) && payload['period'] === period;

/** Where a new calendar moved the due time: the report's own event says to when, the line's why. */
function dueMoves(own: readonly EventRead[], ofLine: readonly EventRead[], say: Saying): string[] {
  let due = (own[0]?.payload['input'] as { dueAt?: Instant } | undefined)?.dueAt ?? '';
  return own.flatMap(({ type, at, payload }) => {
    if (type !== 'CALENDAR_CHANGED') return [];
    const before = due;
    due = String(payload['dueAt']);
    const cause = ofLine.find((event) => event.type === type && event.at === at)?.payload;
    if (before === due) return [];
    return [
      say.dueMoved(
        told(cause?.['reason']),
        say.time(before),
        say.time(due),
        told(cause?.['calendarVersion']),
      ),
    ];
  });
}

const told = (fact: unknown): string | null =>
  typeof fact === 'string' || typeof fact === 'number' ? String(fact) : null;

function standing(
  { filedAt, late, dueAt, revision, returns, acceptedSilently, excuse, progress, kind }: ObligationContext,
  { filing, judge, missed }: ObligationWords,
  state: string,
  own: readonly EventRead[],
  now: Instant,
  say: Saying,
): string[] {
  const isReport = kind === 'taskReport';
  const filed =
    filedAt === null
      ? []
      : [say.filed(say.time(filedAt), filing, isReport ? (progress ?? 0) : null, late, revision)];
  const lastReturn = own.filter(({ type }) => type === 'REPORT_RETURNED').at(-1);
  switch (state) {
    case 'accepted':
      return [
        ...filed,
        judge === null
          ? say.standsAtOnce(filing)
          : acceptedSilently
            ? say.acceptedSilently(judge)
            : say.accepted(judge),
      ];
    case 'returned':
      return [...filed, say.returned(returns, told(lastReturn?.payload['reason']) ?? '')];
    case 'submitted':
      return [...filed, say.submitted(judge ?? '', isReport)];
    case 'excused':
      return [...filed, say.excused(isReport, excuse ?? '')];
    case 'missed':
      return [...filed, returns > 0 && filedAt !== null ? say.missedAgain(returns, filing) : missed];
    default:
      return filedAt === null && dueAt <= now ? [say.late(filing)] : [say.notDue];
  }
}

async function rowOf(tx: Queryable, id: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(
    `select o.snapshot, o.policy_version as "policyVersion", u.name as unit, t.code, t.title, a.name as action,
       p.title as plan, asker.name as "askedBy", q.name as "approvedBy", s.reporting_line_id as "lineId"
     from obligation o join unit u on u.id = o.unit_id join plan p on p.id = o.plan_id
       left join sitting s on s.id = o.sitting_id left join task t on t.id = o.task_id
       left join action a on a.id = o.action_id left join unit asker on asker.id = o.asked_by_unit_id
       left join person q on q.id::text = o.snapshot #>> '{context,request,approvedBy}'
     where o.id = $1`,
    [id],
  );
  return row;
}
