import {
  can,
  ladderOf,
  lineLadder,
  maySendNow,
  refuse,
  upgraded,
  type Actor,
  type Climb,
  type IncomingEvent,
  type Outcome,
  type Policy,
  type ReportingLineContext,
  type Snapshot,
  type SubjectScope,
  type TaskContext,
} from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import {
  lockSubjects,
  readSubjects,
  standingMembers,
  type NoticeMember,
  type SubjectRow,
  type Transaction,
} from '#persistence';
import { applyEvents } from './apply-events.js';
import type { NoticeCommand } from './command.js';
import { inTransaction, type EngineContext } from './engine-context.js';

/**
 * What people do about a notice that was issued, whatever it is about: a task's matter or a unit's silence. It is
 * answered, appealed against, that is decided; its ladder is held, lifted, or the next rung passed over.
 */
export const NOTICE_ACTS = {
  answerCard: 'CARD_ANSWERED',
  appeal: 'APPEALED',
  upholdAppeal: 'APPEAL_UPHELD',
  rejectAppeal: 'APPEAL_REJECTED',
  hold: 'HELD',
  lift: 'LIFTED',
  skip: 'SKIPPED',
} as const;
export type NoticeAct = keyof typeof NOTICE_ACTS;

export interface ActOnNoticeCommand extends NoticeCommand {
  action: NoticeAct;
  /** Of an answer `statement`; of a hold `until` besides the `reason` that all others ask for. */
  input: { reason?: string; statement?: string; until?: CivilDate };
}

/** One thing that the notice is about, as it stands. */
interface Matter {
  kind: 'task' | 'reportingLine';
  member: NoticeMember;
  row: SubjectRow;
  snapshot: Snapshot;
  policy: Policy;
}

/** Every matter of the notice that takes the act takes it, in one transaction. */
export function actOnNotice(
  context: EngineContext,
  command: ActOnNoticeCommand,
): Promise<Outcome<{ noticeId: string; at: Instant }>> {
  return inTransaction(context, command.jurisdictionId, async (tx) => {
    const at = context.clock.now();
    const { action, actor, input, idempotencyKey, noticeId } = command;
    const said = action === 'answerCard' ? 'statement' : 'reason';
    if ((input[said] ?? '').trim() === '')
      return refuse(
        'ReasonMissing',
        action === 'answerCard' ? '请写明原因和整改措施后再提交。' : '请写明理由后再提交。',
        {
          field: said,
        },
      );
    const repeated = await tx.query<{ at: Instant }>(
      `select e.at from event e join notice_member m on m.jurisdiction_id = e.jurisdiction_id
         and m.subject_id = e.subject_id and m.notice_id = $1
       where e.idempotency_key = $2 and e.type = $3 limit 1`,
      [noticeId, idempotencyKey, NOTICE_ACTS[action]],
    );
    if (repeated[0]) return { ok: true as const, value: { noticeId, at: repeated[0].at } };
    const matters = await mattersOf(context, tx, noticeId, true);
    if (matters.length === 0)
      return refuse('EventNotAllowed', '这份文书所督办的事项已经办理或撤销，不能再办理。');
    const open = matters.filter((matter) => takes(tx, matter, action, actor, at));
    const outcome = await applyEvents(
      { tx, now: at, book: context.book, fault: context.fault },
      (open.length > 0 ? open : matters).map((matter) => ({
        to: { kind: matter.kind, id: matter.row.id },
        event: { ...eventOf(matter, action, actor, at), ...input },
        actor,
        idempotencyKey,
        droppable: false,
      })),
    );
    return outcome.ok ? { ok: true as const, value: { noticeId, at } } : outcome;
  });
}

/** What the actor may do about the notice now. Call it in a transaction that sees the whole jurisdiction. */
export async function allowedNoticeActs(
  context: EngineContext,
  tx: Transaction,
  actor: Actor,
  noticeId: string,
): Promise<NoticeAct[]> {
  const at = context.clock.now();
  const matters = await mattersOf(context, tx, noticeId, false);
  return (Object.keys(NOTICE_ACTS) as NoticeAct[]).filter((action) =>
    matters.some((matter) => takes(tx, matter, action, actor, at)),
  );
}

async function mattersOf(
  context: EngineContext,
  tx: Transaction,
  noticeId: string,
  lock: boolean,
): Promise<Matter[]> {
  const members = await standingMembers(tx, noticeId);
  const matters: Matter[] = [];
  for (const kind of ['reportingLine', 'task'] as const) {
    const of = members.filter(({ subjectKind }) => subjectKind === kind);
    const ids = [...new Set(of.map(({ subjectId }) => subjectId))].sort();
    if (ids.length === 0) continue;
    const rows = await (lock ? lockSubjects : readSubjects)(tx, kind, ids);
    for (const member of of) {
      const row = rows.find(({ id }) => id === member.subjectId);
      if (!row) continue;
      const policy = await context.book.policy(tx, row.policyVersion);
      matters.push({ kind, member, row, snapshot: upgraded(kind, row.snapshot), policy });
    }
  }
  return matters;
}

function takes(tx: Transaction, matter: Matter, action: NoticeAct, actor: Actor, at: Instant): boolean {
  const { kind, row, snapshot, policy } = matter;
  const scope: SubjectScope = {
    jurisdictionId: tx.scope.jurisdictionId,
    planCode: row.planCode,
    actionCode: row.actionCode,
    unitIds: row.unitIds,
  };
  const event = eventOf(matter, action, actor, at);
  return maySendNow(actor, kind, snapshot, event.type, scope) && can(kind, snapshot, event, policy);
}

/** A far day: for asking whether it could be held at all. */
const FAR: CivilDate = '9999-12-31';

function eventOf(
  { member, row, snapshot, policy }: Matter,
  action: NoticeAct,
  actor: Actor,
  at: Instant,
): IncomingEvent {
  const { generation } = member;
  const { climb, rung } = aheadOf(member, snapshot, policy);
  return {
    type: NOTICE_ACTS[action],
    at,
    on: civilDateOf(at),
    generation:
      action === 'hold' || action === 'lift' || action === 'skip' ? (climb ? generation : 0) : generation,
    rung: action === 'skip' ? rung : member.rung,
    unitId: unitOf(member, snapshot) ?? row.unitIds[0] ?? '',
    reason: '',
    statement: '',
    until: FAR,
    approverId: actor.personId,
    late: false,
  };
}

/** The climb that the notice is of, while it lasts, and the rung that would come next. */
function aheadOf(
  { subjectKind, generation }: NoticeMember,
  { context }: Snapshot,
  policy: Policy,
): { climb: Pick<Climb, 'reached'> | undefined; rung: string } {
  if (subjectKind === 'task') {
    const climb = (context as unknown as TaskContext).climbs.find((one) => one.generation === generation);
    const rungs = climb && ladderOf(policy, climb)?.rungs;
    return { climb, rung: (climb && rungs?.[climb.reached]?.name) ?? '' };
  }
  const line = context as unknown as ReportingLineContext;
  const climb = line.climb?.generation === generation ? line.climb : undefined;
  return { climb, rung: (climb && lineLadder(policy, line).rungs[climb.reached]?.name) ?? '' };
}

/** Whose card it is. */
function unitOf({ generation, rung }: NoticeMember, { context }: Snapshot): string | undefined {
  const { cards } = context as unknown as { cards?: { generation: number; rung: string; unitId?: string }[] };
  return cards?.find((card) => card.generation === generation && card.rung === rung)?.unitId;
}
