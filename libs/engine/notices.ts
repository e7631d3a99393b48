import {
  maySendNow,
  offsetFrom,
  refuse,
  upgraded,
  type Climb,
  type Outcome,
  type Policy,
  type Rung,
  type SubjectKind,
} from '#accountability';
import { chineseDate, civilDateOf, project, type Instant } from '#calendar';
import {
  eventsByKey,
  lockNotice,
  lockSubjects,
  markNoticeAcknowledged,
  markNoticeIssued,
  standingMembers,
  takeNoticeNumber,
  type NoticeMember,
  type NoticeRead,
  type SubjectRow,
  type Transaction,
} from '#persistence';
import { applyEvents } from './apply-events.js';
import type { IssueNoticeCommand, NoticeCommand } from './command.js';
import { inTransaction, type EngineContext } from './engine-context.js';
import type { Envelope } from './envelope.js';
import { renderNotice, standingFacts, type NoticeFacts } from './notice-text.js';
import { keepNoticeFiles } from './products/notices/keep-notice-files.js';

export interface IssuedNotice {
  noticeId: string;
  number: string;
  issuedAt: Instant;
}

/** An officer issues a drafted notice: it gets its number, goes out, and the next rung's clock runs from now. */
export function issueNotice(
  context: EngineContext,
  command: IssueNoticeCommand,
): Promise<Outcome<IssuedNotice>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<IssuedNotice>> => {
    const now = context.clock.now();
    const locked = await lockMembers(tx, command.noticeId);
    const notice = await lockNotice(tx, command.noticeId);
    if (!notice) return refuse('SubjectNotFound', '找不到这份文书。');
    if (notice.state === 'issued' && notice.number !== null && notice.issuedAt !== null)
      return { ok: true, value: { noticeId: notice.id, number: notice.number, issuedAt: notice.issuedAt } };
    if (notice.state !== 'drafted')
      return refuse('NoticeNotDrafted', '这份文书已经取消（所督办的事项已办理），不能签发。');
    const [first] = locked;
    if (!first) return refuse('SubjectNotFound', '找不到这份文书。');
    if (locked.some(({ row, member }) => awaitingOf(row.snapshot.context, member)?.agreed === false))
      return refuse('NoticeNotAgreed', '这份文书须经指挥长同意后才能签发；请先报请审定。');
    const policy = await context.book.policy(tx, first.row.policyVersion);
    const calendar = await context.book.calendar(tx);
    const year = Number(civilDateOf(now).slice(0, 4));
    const series = policy.numbering[notice.kind];
    const number = `${series}〔${year}〕${await takeNoticeNumber(tx, series, year)}号`;
    const answerWithin = rungsOf(policy, notice).find(({ name }) => name === notice.rung)?.answerWithin;
    const answerBy =
      answerWithin === undefined ? null : project(offsetFrom(now, answerWithin), [], calendar).at;
    const facts = standingFacts(notice.facts as NoticeFacts, (subjectId, generation) =>
      locked.some(({ member }) => member.subjectId === subjectId && member.generation === generation),
    );
    const text = renderNotice(notice.kind, facts, { number, issuedAt: now, answerBy });
    await markNoticeIssued(tx, {
      id: notice.id,
      number,
      title: text.title,
      body: command.body === undefined ? text.body : amended(command.body, number, notice.draftedAt, now),
      issuedAt: now,
      issuedBy: command.actor.personId,
    });
    const outcome = await applyEvents(
      { tx, now, book: context.book, fault: context.fault },
      locked.map(({ member }) => eventOf('NOTICE_ISSUED', member, command, now)),
    );
    if (!outcome.ok) return outcome;
    if (context.papers !== null) await keepNoticeFiles(context, tx, notice.id);
    context.fault('notices.issued');
    return { ok: true, value: { noticeId: notice.id, number, issuedAt: now } };
  });
}

/** What the notice is still about, under lock. */
async function lockMembers(
  tx: Transaction,
  noticeId: string,
): Promise<{ member: NoticeMember; row: SubjectRow }[]> {
  const members = await standingMembers(tx, noticeId);
  const rows: SubjectRow[] = [];
  for (const kind of ['task', 'reportingLine'] as const) {
    const ids = members.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
    if (ids.length > 0) rows.push(...(await lockSubjects(tx, kind, [...new Set(ids)].sort())));
  }
  // Asked again under the lock: what was cured meanwhile is not issued.
  const standing = await standingMembers(tx, noticeId);
  return standing.flatMap((member) => {
    const row = rows.find(({ id }) => id === member.subjectId);
    return row ? [{ member, row }] : [];
  });
}

/** Every matter of the notice takes the same event. */
const eventOf = (
  type: 'NOTICE_ISSUED' | 'NOTICE_AGREED',
  { subjectKind, subjectId, generation, rung }: NoticeMember,
  { actor, idempotencyKey, noticeId }: NoticeCommand,
  at: Instant,
): Envelope => ({
  to: { kind: subjectKind as SubjectKind, id: subjectId },
  event: { type, at, generation, rung, noticeId },
  actor,
  idempotencyKey,
  droppable: false,
});

type Awaiting = Climb['awaitingIssue'];

/** What its subject says of the notice that waits: on a reporting line's one climb, or on one of a task's. */
function awaitingOf(
  context: Record<string, unknown>,
  { generation }: Pick<NoticeMember, 'generation'>,
): Awaiting {
  const { climb, climbs } = context as {
    climb?: { generation: number; awaitingIssue: Awaiting } | null;
    climbs?: { generation: number; awaitingIssue: Awaiting }[] | number;
  };
  const all = Array.isArray(climbs) ? climbs : climb ? [climb] : [];
  return all.find((one) => one.generation === generation)?.awaitingIssue ?? null;
}

/** The rungs of the ladder that the notice rests on, by the basis that it names. */
const rungsOf = (policy: Policy, { facts }: NoticeRead): readonly Rung[] => {
  const { label } = (facts as NoticeFacts).rule;
  return (policy.taskLadders.find(({ basis }) => basis === label) ?? policy.reportingLadder).rungs;
};

/** Whether the rung asks for no agreement, or has it. Who may not agree at all is told that, and not this. */
function isNothingToAgree(
  tx: Transaction,
  actor: NoticeCommand['actor'],
  { member, row }: { member: NoticeMember; row: SubjectRow },
): boolean {
  const kind = member.subjectKind as SubjectKind;
  const { planCode, actionCode, unitIds } = row;
  const scope = { jurisdictionId: tx.scope.jurisdictionId, planCode, actionCode, unitIds };
  const snapshot = upgraded(kind, row.snapshot);
  return (
    maySendNow(actor, kind, snapshot, 'NOTICE_AGREED', scope) &&
    awaitingOf(snapshot.context, member)?.agreed === true
  );
}

/** When the same request was carried out the first time; null: it never was. */
async function agreedBefore(
  tx: Transaction,
  locked: readonly { member: NoticeMember }[],
  { idempotencyKey }: NoticeCommand,
): Promise<Instant | null> {
  for (const { member } of locked) {
    const kind = member.subjectKind as SubjectKind;
    const events = await eventsByKey(tx, kind, [member.subjectId], idempotencyKey);
    const agreed = events.find(({ type }) => type === 'NOTICE_AGREED');
    if (agreed) return agreed.at;
  }
  return null;
}

/** The one whose agreement a notice needs gives it. One that needs none, or has it, is refused: EventNotAllowed. */
export function agreeNotice(
  context: EngineContext,
  command: NoticeCommand,
): Promise<Outcome<{ noticeId: string; agreedAt: Instant }>> {
  return inTransaction(
    context,
    command.jurisdictionId,
    async (tx): Promise<Outcome<{ noticeId: string; agreedAt: Instant }>> => {
      const now = context.clock.now();
      const locked = await lockMembers(tx, command.noticeId);
      const notice = await lockNotice(tx, command.noticeId);
      if (!notice || locked.length === 0) return refuse('SubjectNotFound', '找不到这份文书。');
      if (notice.state === 'drafted' && locked.every((one) => isNothingToAgree(tx, command.actor, one))) {
        const agreedAt = await agreedBefore(tx, locked, command);
        return agreedAt === null
          ? refuse('EventNotAllowed', '这份文书不需要指挥长同意，或者已经同意，可直接签发。')
          : { ok: true, value: { noticeId: notice.id, agreedAt } };
      }
      const outcome = await applyEvents(
        { tx, now, book: context.book, fault: context.fault },
        locked.map(({ member }) => eventOf('NOTICE_AGREED', member, command, now)),
      );
      return outcome.ok ? { ok: true, value: { noticeId: notice.id, agreedAt: now } } : outcome;
    },
  );
}

/** The unit that a notice is addressed to says that it has it. Said twice, the first time counts. */
export function acknowledgeNotice(
  context: EngineContext,
  command: NoticeCommand,
): Promise<Outcome<{ noticeId: string; acknowledgedAt: Instant }>> {
  return inTransaction(
    context,
    command.jurisdictionId,
    async (tx): Promise<Outcome<{ noticeId: string; acknowledgedAt: Instant }>> => {
      const now = context.clock.now();
      const notice: NoticeRead | null = await lockNotice(tx, command.noticeId);
      if (!notice) return refuse('SubjectNotFound', '找不到这份文书。');
      const ofUnit = command.actor.roles.some(
        ({ role, scopeKind, scopeId }) =>
          scopeKind === 'unit' &&
          scopeId === notice.unitId &&
          (role === 'liaison' || role === 'leadUnitHead'),
      );
      if (!ofUnit) return refuse('NotPermitted', '文书由被督办单位签收；您的岗位不属于该单位。');
      if (notice.state !== 'issued') return refuse('NoticeNotIssued', '这份文书尚未签发，不能签收。');
      await markNoticeAcknowledged(tx, notice.id, now, command.actor.personId);
      return { ok: true, value: { noticeId: notice.id, acknowledgedAt: notice.acknowledgedAt ?? now } };
    },
  );
}

/** A text that an officer amended, with what only the issue gives it: its number above, and the day of issue. */
function amended(body: string, number: string, draftedAt: Instant, issuedAt: Instant): string {
  const [drafted, issued] = [draftedAt, issuedAt].map((at) => chineseDate(civilDateOf(at)));
  const lines = body.split('\n').map((line) => (line === drafted ? issued : line));
  return body.includes(number) ? lines.join('\n') : [number, '', ...lines].join('\n');
}
