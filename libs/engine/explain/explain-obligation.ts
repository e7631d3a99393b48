import { refuse, stateName, type ObligationContext, type Outcome, type Snapshot } from '#accountability';
import { chineseDateTime, periodFromKey, type Instant } from '#calendar';
import { deadlinesOf, eventsOf, type EventRead, type Queryable } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import type { Explanation } from './explain-task.js';
import { movesOf, moveSentence } from './clock-moves.js';
import { explainedClock } from './explained-clock.js';
import { clockSentence } from './sentences.js';

export interface ExplainObligationCommand {
  jurisdictionId: string;
  obligationId: string;
}

interface Row {
  snapshot: Snapshot<ObligationContext>;
  policyVersion: number;
  unit: string;
  code: string;
  title: string;
  lineId: string;
}

/** Why a report stands where it stands: owed since when and by which rule, moved why, filed when, accepted by whom. */
export function explainObligation(
  context: EngineContext,
  { jurisdictionId, obligationId }: ExplainObligationCommand,
): Promise<Outcome<Explanation>> {
  return context.database.transaction({ jurisdictionId }, async (tx): Promise<Outcome<Explanation>> => {
    const row = await rowOf(tx, obligationId);
    if (!row) return refuse('SubjectNotFound', '找不到这一项填报。');
    const { policy, calendar } = await context.book.rules(tx, row.policyVersion);
    const obligation = row.snapshot.context;
    const own = await eventsOf(tx, 'obligation', obligationId);
    const ofLine = (await eventsOf(tx, 'reportingLine', row.lineId)).filter((event) =>
      tells(event, obligation.period),
    );
    const clocks = [
      ...(await deadlinesOf(tx, 'obligation', [obligationId])),
      ...(await deadlinesOf(tx, 'reportingLine', [row.lineId])).filter(
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
          `${row.unit}须就“${row.title}”（${row.code}）填报${periodFromKey(obligation.period).label}进展，${chineseDateTime(obligation.dueAt)}截止。`,
          ...dueMoves(own, ofLine),
          ...moves.map(moveSentence),
          ...standing(obligation, stateName(row.snapshot.value), own, context.clock.now()),
          ...clocks
            .filter(
              ({ state, subjectKind, projectedAt }) =>
                state === 'armed' && subjectKind === 'obligation' && projectedAt !== null,
            )
            .map((clock) => clockSentence(clock, null)),
        ],
        rules: [
          { kind: 'policy', label: policy.label, version: policy.version },
          { kind: 'calendar', label: `工作日历 ${calendar.id}`, version: calendar.version },
        ],
        clocks: clocks.map((clock) =>
          explainedClock(clock, clock.subjectKind === 'obligation' ? null : row.unit, calendar),
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
const tells = ({ type, payload }: EventRead, period: string): boolean =>
  type === 'CALENDAR_CHANGED'
    ? ['current', 'overdue'].some((key) => (payload[key] as { period?: string } | null)?.period === period)
    : TELLING.has(type) && payload['period'] === period;

/** Where a new calendar moved the due time: the report's own event says to when, the line's why. */
function dueMoves(own: readonly EventRead[], ofLine: readonly EventRead[]): string[] {
  let due = (own[0]?.payload['input'] as { dueAt?: Instant } | undefined)?.dueAt ?? '';
  return own.flatMap(({ type, at, payload }) => {
    if (type !== 'CALENDAR_CHANGED') return [];
    const before = due;
    due = String(payload['dueAt']);
    const cause = ofLine.find((event) => event.type === type && event.at === at)?.payload;
    if (before === due) return [];
    return [
      `截止时间因“${told(cause?.['reason'], '日历调整')}”由${chineseDateTime(before)}移至${chineseDateTime(due)}（日历第${told(cause?.['calendarVersion'], '新')}版）。`,
    ];
  });
}

const told = (fact: unknown, otherwise: string): string =>
  typeof fact === 'string' || typeof fact === 'number' ? String(fact) : otherwise;

function standing(
  { filedAt, late, dueAt, revision, returns, acceptedSilently, excuse, progress }: ObligationContext,
  state: string,
  own: readonly EventRead[],
  now: Instant,
): string[] {
  const filed =
    filedAt === null
      ? []
      : [
          `${chineseDateTime(filedAt)}填报，进度${progress ?? 0}%${late ? '，晚于截止时间' : '，按时'}${revision > 1 ? `；共填报${revision}次` : ''}。`,
        ];
  const lastReturn = own.filter(({ type }) => type === 'REPORT_RETURNED').at(-1);
  switch (state) {
    case 'accepted':
      return [
        ...filed,
        acceptedSilently ? '专班办公室在规定时间内没有审核，按规则视为认可。' : '专班办公室已审核认可。',
      ];
    case 'returned':
      return [...filed, `已被退回${returns}次，理由：${told(lastReturn?.payload['reason'], '')}。`];
    case 'submitted':
      return [...filed, '等待专班办公室审核，其间不计填报单位的时间。'];
    case 'excused':
      return [`已免报：${excuse ?? ''}。`];
    case 'missed':
      return ['到下一期截止仍未填报，记为缺报；以后各期的填报应涵盖这一期的情况。'];
    default:
      return filedAt === null && dueAt <= now ? ['已过截止时间，尚未填报。'] : ['尚未到截止时间。'];
  }
}

async function rowOf(tx: Queryable, id: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(
    `select o.snapshot, o.policy_version as "policyVersion", u.name as unit, t.code, t.title, s.reporting_line_id as "lineId"
     from obligation o join sitting s on s.id = o.sitting_id join task t on t.id = o.task_id join unit u on u.id = o.unit_id
     where o.id = $1`,
    [id],
  );
  return row;
}
