import { refuse, type Outcome, type SubjectKind, type WorkingOffset } from '#accountability';
import { chineseDateTime, periodFromKey, type Instant } from '#calendar';
import { deadlinesOf, eventsOf, type DeadlineRead, type EventRead, type Queryable } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import type { NoticeFacts } from '../notice-text.js';
import type { Explanation } from './explain-task.js';
import { movesOf, moveSentence } from './clock-moves.js';
import { explainedClock } from './explained-clock.js';

export interface ExplainNoticeCommand {
  jurisdictionId: string;
  noticeId: string;
}

interface Row {
  subjectKind: SubjectKind;
  subjectId: string;
  generation: number;
  rung: string;
  state: string;
  number: string | null;
  title: string;
  facts: NoticeFacts;
  draftedAt: Instant;
  issuedAt: Instant | null;
  issuedBy: string | null;
  acknowledgedAt: Instant | null;
  rescindedAt: Instant | null;
  policyVersion: number;
}

/**
 * Why a notice was issued: the ladder and its version, the cause, the clock that ran down with its running and
 * standing time, who agreed and issued, what the unit did about it, whether it was taken back.
 */
export function explainNotice(
  context: EngineContext,
  { jurisdictionId, noticeId }: ExplainNoticeCommand,
): Promise<Outcome<Explanation>> {
  return context.database.transaction({ jurisdictionId }, async (tx): Promise<Outcome<Explanation>> => {
    const notice = await rowOf(tx, noticeId);
    if (!notice) return refuse('SubjectNotFound', '找不到这份文书。');
    const { policy, calendar } = await context.book.rules(tx, notice.policyVersion);
    const { facts, generation, subjectKind, subjectId } = notice;
    const all = await eventsOf(tx, subjectKind, subjectId);
    const ofClimb = all.filter(({ payload }) => payload['generation'] === generation);
    const reached = ofClimb.find(
      ({ type, payload }) => type === 'RUNG_DUE' && payload['rung'] === notice.rung,
    );
    const causing = reached ? causeOf(all, reached, facts) : [];
    const clocks = (await deadlinesOf(tx, subjectKind, [subjectId])).filter((clock) =>
      isOf(clock, notice, reached),
    );
    const moves = await movesOf(
      tx,
      clocks.map(({ id }) => id),
    );
    const ladder =
      policy.taskLadders.find(({ basis }) => basis === facts.rule.label) ?? policy.reportingLadder;
    const offset = ladder.rungs.find(({ name }) => name === notice.rung)?.offset;
    return {
      ok: true,
      value: {
        sentences: [
          ...causeSentences(notice, reached, causing, offset, countingOf(ofClimb, reached)),
          ...moves.map(moveSentence),
          ...issueSentences(notice, ofClimb),
          ...afterwards(notice, ofClimb),
        ],
        rules: [
          { kind: 'policy', label: policy.label, version: policy.version },
          { kind: 'ladder', label: facts.rule.label, version: facts.rule.version },
          { kind: 'calendar', label: `工作日历 ${calendar.id}`, version: calendar.version },
        ],
        clocks: clocks.map((clock) => explainedClock(clock, facts.unit, calendar)),
        events: [...new Set([...causing, ...ofClimb])]
          .sort((a, b) => a.seq - b.seq)
          .map(({ subjectKind: kind, subjectId: id, seq, type, at }) => ({
            subjectKind: kind,
            subjectId: id,
            seq,
            type,
            at,
          })),
      },
    };
  });
}

/** The clock whose running down was the rung, and those that the notice set. */
function isOf(clock: DeadlineRead, { generation, rung }: Row, reached: EventRead | undefined): boolean {
  if (`deadline:${clock.id}` === reached?.idempotencyKey) return true;
  return (
    clock.detail['generation'] === generation &&
    clock.detail['rung'] === rung &&
    !clock.name.startsWith('rung')
  );
}

/** The sittings that fell due unfiled before the rung, on a reporting line: those that the notice speaks of. */
const causeOf = (all: readonly EventRead[], reached: EventRead, { tasks }: NoticeFacts): EventRead[] => {
  const before = all.filter(({ seq }) => seq < reached.seq);
  const cured = before.filter(({ type }) => type === 'SITTING_FILED').at(-1)?.seq ?? 0;
  // A sitting that was filed before it was due falls due all the same.
  const owed = new Set(tasks.flatMap(({ periods }) => periods.map(({ label }) => label)));
  return before.filter(
    ({ type, seq, payload }) =>
      type.startsWith('SITTING_DUE') && seq > cured && owed.has(periodLabel(payload['period'])),
  );
};

const periodLabel = (key: unknown): string => (typeof key === 'string' ? periodFromKey(key).label : '');

function causeSentences(
  { facts, rung }: Row,
  reached: EventRead | undefined,
  causing: readonly EventRead[],
  offset: WorkingOffset | undefined,
  counting: EventRead | undefined,
): string[] {
  const basis = `依据“${facts.rule.label}”（第${facts.rule.version}版）`;
  const matter = facts.matter
    ? `${facts.unit}${facts.matter.matter}，${facts.matter.finding}`
    : `${facts.unit}逾期未报${facts.tasks.length}项任务的进展`;
  const first = causing[0];
  const since = first ? `，自${chineseDateTime(first.at)}到期起算` : '';
  const early = reached?.payload['because'] === 'early';
  const after =
    offset === undefined || early ? '' : `，到期后${offset.workingDays}个工作日为“${facts.label}”`;
  return [
    `${basis}：${matter}${since}${after}。`,
    reached
      ? `${chineseDateTime(reached.at)}到达“${facts.label}”${early ? '（按“同类次数”规则即时升级）' : ''}。`
      : `记录中没有“${rung}”到期的事件。`,
    ...(early ? countedSentence(counting) : []),
    ...(facts.matters ?? []).map(
      ({ code, title, finding }) => `本文书合并办理的任务：“${title}”（${code}）${finding}。`,
    ),
    ...facts.earlier.map(
      ({ label, documentNumber, issuedAt }) =>
        `此前已发${documentNumber ?? label}（${chineseDateTime(issuedAt)}）。`,
    ),
  ];
}

/** The event with which the rung before took effect: then the unit's cards were counted. */
const countingOf = (ofClimb: readonly EventRead[], reached: EventRead | undefined): EventRead | undefined =>
  ofClimb.findLast(
    ({ type, seq }) => seq < (reached?.seq ?? 0) && (type === 'RUNG_DUE' || type === 'NOTICE_ISSUED'),
  );

/** What the count rested on, besides this matter: the cards from the unit's other lines and tasks. */
function countedSentence(taken: EventRead | undefined): string[] {
  const cards = (taken?.payload['unitCards'] ?? []) as { on: string }[];
  const days = [...new Set(cards.map(({ on }) => on))].join('、');
  return cards.length === 0
    ? []
    : [`计入该单位在本方案其他报告线和任务上的${cards.length}次（${days}），经申诉撤销的不计。`];
}

function issueSentences(
  { number, issuedAt, draftedAt, issuedBy, facts, state }: Row,
  events: readonly EventRead[],
): string[] {
  const agreed = events.find(({ type }) => type === 'NOTICE_AGREED');
  const late = events.filter(({ type }) => type === 'ISSUE_OVERDUE').length;
  const waited = late > 0 ? [`签发环节超过规定时限${late}次，已提醒签发单位。`] : [];
  if (issuedAt === null)
    return [
      ...waited,
      state === 'cancelled'
        ? '签发前事由已消除，文书没有发出。'
        : `文书已于${chineseDateTime(draftedAt)}拟好，等待签发。`,
    ];
  return [
    ...waited,
    ...(agreed ? [`${chineseDateTime(agreed.at)}${facts.agreedBy ? '经' : ''}同意签发。`] : []),
    `${chineseDateTime(issuedAt)}${issuedBy === null ? '由系统自动签发' : '由督查人员签发'}（${number ?? ''}）。`,
  ];
}

const AFTER: Readonly<Record<string, string>> = {
  CARD_ANSWERED: '单位作出书面答复',
  CARD_ANSWER_OVERDUE: '办理期限已过，仍未答复',
  APPEALED: '单位提出申诉，其间督办暂停',
  APPEAL_OVERDUE: '申诉答复超过规定时限（由答复单位负责）',
  APPEAL_UPHELD: '申诉成立',
  APPEAL_REJECTED: '申诉不成立',
  HELD: '督办暂缓',
  HOLD_EXPIRED: '暂缓期满，督办继续',
  LIFTED: '督办解除',
  POLICY_ADOPTED: '转按新版督办规则办理',
};

function afterwards({ acknowledgedAt, rescindedAt, rung }: Row, events: readonly EventRead[]): string[] {
  const told = events.flatMap(({ type, at, payload }) => {
    const words = AFTER[type];
    if (words === undefined || (payload['rung'] !== undefined && payload['rung'] !== rung)) return [];
    const reason = payload['reason'] ?? payload['statement'];
    return [
      `${chineseDateTime(at)}${words}${typeof reason === 'string' && reason !== '' ? `：${reason}` : ''}。`,
    ];
  });
  return [
    ...(acknowledgedAt ? [`${chineseDateTime(acknowledgedAt)}单位签收文书。`] : []),
    ...told,
    ...(rescindedAt ? [`${chineseDateTime(rescindedAt)}文书撤销，不再计入；原文和记录保留。`] : []),
  ];
}

async function rowOf(tx: Queryable, id: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(
    `select n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.generation, n.rung, n.state, n.number, n.title, n.facts,
       n.drafted_at as "draftedAt", n.issued_at as "issuedAt", n.issued_by as "issuedBy", n.acknowledged_at as "acknowledgedAt",
       n.rescinded_at as "rescindedAt", coalesce(l.policy_version, t.policy_version) as "policyVersion"
     from notice n left join reporting_line l on n.subject_kind = 'reportingLine' and l.id = n.subject_id
       left join task t on n.subject_kind = 'task' and t.id = n.subject_id where n.id = $1`,
    [id],
  );
  return row;
}
