import { refuse, type Outcome, type SubjectKind, type WorkingOffset } from '#accountability';
import { periodFromKey, type Instant } from '#calendar';
import { deadlinesOf, eventsOf, type DeadlineRead, type EventRead, type Queryable } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import type { NoticeFacts } from '../notice-text.js';
import type { Explanation } from './explain-task.js';
import { movesOf, moveSentence } from './clock-moves.js';
import { IN_CHINESE, type Spoken } from '../spoken-language.js';
import { explainedClock } from './explained-clock.js';
import { wordsIn, type Saying } from './words/words-in.js';

export interface ExplainNoticeCommand {
  jurisdictionId: string;
  noticeId: string;
  /** Left out: in Chinese. */
  spoken?: Spoken;
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
  { jurisdictionId, noticeId, spoken = IN_CHINESE }: ExplainNoticeCommand,
): Promise<Outcome<Explanation>> {
  const say = wordsIn(spoken);
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
          ...causeSentences(notice, reached, causing, offset, countingOf(ofClimb, reached), say),
          ...moves.map(moveSentence(say)),
          ...issueSentences(notice, ofClimb, say),
          ...afterwards(notice, ofClimb, say),
        ],
        rules: [
          { kind: 'policy', label: say.word(policy.label), version: policy.version },
          { kind: 'ladder', label: say.word(facts.rule.label), version: facts.rule.version },
          { kind: 'calendar', label: say.calendar(calendar.id), version: calendar.version },
        ],
        clocks: clocks.map((clock) => explainedClock(clock, facts.unit, calendar, say)),
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
  say: Saying,
): string[] {
  const basis = say.basis(facts.rule.label, facts.rule.version);
  const matter = facts.matter
    ? say.found(facts.unit, facts.matter.matter, facts.matter.finding)
    : say.notFiled(facts.unit, facts.tasks.length);
  const first = causing[0];
  const since = first ? say.time(first.at) : null;
  const early = reached?.payload['because'] === 'early';
  const after = offset === undefined || early ? null : { days: offset.workingDays, label: facts.label };
  return [
    say.cause(basis, matter, since, after),
    reached ? say.reached(say.time(reached.at), facts.label, early) : say.notRecorded(rung),
    ...(early ? countedSentence(counting, say) : []),
    ...(facts.matters ?? []).map(({ code, title, finding }) => say.together(title, code, finding)),
    ...facts.earlier.map(({ label, documentNumber, issuedAt }) =>
      say.earlier(documentNumber ?? label, say.time(issuedAt)),
    ),
  ];
}

/** The event with which the rung before took effect: then the unit's cards were counted. */
const countingOf = (ofClimb: readonly EventRead[], reached: EventRead | undefined): EventRead | undefined =>
  ofClimb.findLast(
    ({ type, seq }) => seq < (reached?.seq ?? 0) && (type === 'RUNG_DUE' || type === 'NOTICE_ISSUED'),
  );

/** What the count rested on, besides this matter: the cards from the unit's other lines and tasks. */
function countedSentence(taken: EventRead | undefined, say: Saying): string[] {
  const cards = (taken?.payload['unitCards'] ?? []) as { on: string }[];
  const days = say.list([...new Set(cards.map(({ on }) => say.day(on)))]);
  return cards.length === 0 ? [] : [say.counted(cards.length, days)];
}

function issueSentences(
  { number, issuedAt, draftedAt, issuedBy, facts, state }: Row,
  events: readonly EventRead[],
  say: Saying,
): string[] {
  const agreed = events.find(({ type }) => type === 'NOTICE_AGREED');
  const late = events.filter(({ type }) => type === 'ISSUE_OVERDUE').length;
  const waited = late > 0 ? [say.issueLate(late)] : [];
  if (issuedAt === null)
    return [...waited, state === 'cancelled' ? say.notSent : say.drafted(say.time(draftedAt))];
  return [
    ...waited,
    ...(agreed ? [say.agreed(say.time(agreed.at), Boolean(facts.agreedBy))] : []),
    say.issued(say.time(issuedAt), issuedBy === null, number ?? ''),
  ];
}

function afterwards(
  { acknowledgedAt, rescindedAt, rung }: Row,
  events: readonly EventRead[],
  say: Saying,
): string[] {
  const after: Readonly<Record<string, string>> = say.after;
  const told = events.flatMap(({ type, at, payload }) => {
    const words = after[type];
    if (words === undefined || (payload['rung'] !== undefined && payload['rung'] !== rung)) return [];
    const reason = payload['reason'] ?? payload['statement'];
    return [say.afterwards(say.time(at), words, typeof reason === 'string' ? reason : '')];
  });
  return [
    ...(acknowledgedAt ? [say.acknowledged(say.time(acknowledgedAt))] : []),
    ...told,
    ...(rescindedAt ? [say.rescinded(say.time(rescindedAt))] : []),
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
