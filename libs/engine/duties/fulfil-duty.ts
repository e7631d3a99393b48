import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { addDays, civilDateOf, type Instant } from '#calendar';
import { insertDutyRecord, lockSubjects, owedDuty, type OwedDuty, type Transaction } from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import {
  readDutyRecord,
  type DutyRecord,
  type DutyRecordKind,
  type MeetingRecord,
} from './duty-record.schema.js';

/** Somebody sees to something owed: the meeting was held, the ledger confirmed, the part given. */
export interface FulfilDutyCommand {
  jurisdictionId: string;
  actor: Actor;
  /** A repeat under the same key changes nothing and is answered alike. */
  idempotencyKey: string;
  obligationId: string;
  /** A `MeetingRecord`, `ProductRecord` or `PartRecord`, as the kind of the duty asks; checked here. */
  record: unknown;
  /** The version the person has seen; another one is refused. */
  expectedVersion?: number;
}

export interface FulfilledDuty {
  obligationId: string;
  recordId: string;
  filedAt: Instant;
  late: boolean;
  /** `submitted` where it waits for acceptance, else `accepted`. */
  state: string;
}

/**
 * Files what a duty asks for, in one transaction: its record, its event, and on its line the item; with the last item
 * the sitting is filed. Refuses who does not owe it, what is not open, and a record that does not say what it must.
 */
export const fulfilDuty = (
  context: EngineContext,
  command: FulfilDutyCommand,
): Promise<Outcome<FulfilledDuty>> =>
  inTransaction(context, command.jurisdictionId, (tx) => fulfilDutyIn(tx, context, command));

/** The same within a transaction that does more: what is refused is left to the caller to roll back. */
export async function fulfilDutyIn(
  tx: Transaction,
  context: EngineContext,
  command: FulfilDutyCommand,
): Promise<Outcome<FulfilledDuty>> {
  const now = context.clock.now();
  const found = await owedDuty(tx, command.obligationId);
  if (!found) return refuse('SubjectNotFound', '找不到这一事项；它可能已被移除，或不在您的权限范围内。');
  // The line first, as every transaction that touches a sitting does.
  if (found.lineId !== null) await lockSubjects(tx, 'reportingLine', [found.lineId]);
  await lockSubjects(tx, 'obligation', [found.obligationId]);
  const owed = (await owedDuty(tx, command.obligationId)) ?? found;
  const repeated = await repeatOf(tx, owed, command.idempotencyKey);
  if (repeated) return { ok: true, value: repeated };
  const read = readDutyRecord(owed.kind as DutyRecordKind, command.record);
  if (!read.ok) return read;
  const refused = check(owed, read.value, now);
  if (refused) return refused;
  const recordId = identifierOf(owed.obligationId, 'record', String(owed.revision + 1));
  const filedBy = command.actor.personId;
  const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, [
    {
      to: { kind: 'obligation', id: owed.obligationId },
      event: { type: 'DUTY_FULFILLED', at: now, recordId, filedBy },
      actor: command.actor,
      idempotencyKey: command.idempotencyKey,
      droppable: false,
      ...(command.expectedVersion !== undefined && { expectedVersion: command.expectedVersion }),
    },
  ]);
  if (!outcome.ok) return outcome;
  const { obligationId, unitId, askedByUnitId, kind } = owed;
  await insertDutyRecord(tx, {
    id: recordId,
    obligationId,
    unitId,
    askedByUnitId,
    kind,
    revision: owed.revision + 1,
    body: read.value,
    filedBy,
    filedAt: now,
  });
  const state = outcome.applied.find(({ to }) => to.id === obligationId)?.state ?? 'submitted';
  return { ok: true, value: { obligationId, recordId, filedAt: now, late: now > owed.dueAt, state } };
}

function check(owed: OwedDuty, record: DutyRecord, now: Instant): Outcome<never> | null {
  if (owed.state === 'scheduled') return refuse('SittingNotOpen', `${owed.period}尚未到办理时间。`);
  if (owed.state === 'submitted' || owed.state === 'accepted')
    return refuse('SittingAlreadyFiled', `${owed.period}已经办理，无需重复提交。`);
  if (owed.state === 'missed' || owed.state === 'excused')
    return refuse(
      'SittingNotOpen',
      `${owed.period}${owed.state === 'missed' ? '已记为缺报，请在本期一并说明' : '已不需办理'}。`,
    );
  if (owed.kind === 'meeting') return checkMeeting(owed, record as MeetingRecord, now);
  return null;
}

/** A meeting that was held: not tomorrow, and not before the period it is for. */
function checkMeeting(owed: OwedDuty, { heldOn }: MeetingRecord, now: Instant): Outcome<never> | null {
  if (heldOn >= addDays(civilDateOf(now), 1))
    return refuse('InputInvalid', '会议日期不能晚于今天：开过之后再来记录。', { field: 'heldOn' });
  if (owed.periodStart !== null && heldOn < owed.periodStart)
    return refuse('InputInvalid', `会议日期早于${owed.period}；这一期的调度会须在当期召开。`, {
      field: 'heldOn',
    });
  return null;
}

/** What was answered when the same key was used before. */
async function repeatOf(tx: Transaction, owed: OwedDuty, key: string): Promise<FulfilledDuty | null> {
  const [row] = await tx.query<{ recordId: string; filedAt: Instant }>(
    `select payload->>'recordId' as "recordId", at as "filedAt" from event where subject_kind = 'obligation'
       and subject_id = $1 and idempotency_key = $2 and type = 'DUTY_FULFILLED'`,
    [owed.obligationId, key],
  );
  return row
    ? { ...row, obligationId: owed.obligationId, late: row.filedAt > owed.dueAt, state: owed.state }
    : null;
}
