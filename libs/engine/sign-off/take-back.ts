import { refuse, signOffRole, type Outcome, type SignOffAct } from '#accountability';
import {
  decideParked,
  parkedOfSitting,
  systemClock,
  type ParkedRead,
  type SittingRead,
  type Transaction,
} from '#persistence';
import { signOffReturnedMessage } from '#reporting';
import type { Instant } from '#calendar';
import type { EngineContext } from '../engine-context.js';
import { onSitting } from '../on-sitting.js';
import { presentOrigin, recordFiling } from '../trail/index.js';
import type { ReturnForWordsCommand, SomeOfSittingCommand } from './command.js';
import { factsOf, namesOf, tellOfSitting } from './tell.js';

export interface HandedBack {
  sittingId: string;
  at: Instant;
  obligationIds: string[];
}

/**
 * The liaison takes back what waits for the head: nothing was filed, and the form has the text again.
 *
 * Refused: SubjectNotFound, NotPermitted, SignOffNotWaiting.
 */
export function takeBackFromSignOff(
  context: EngineContext,
  command: SomeOfSittingCommand,
): Promise<Outcome<HandedBack>> {
  return handBack(context, command, { act: 'takeBack', state: 'takenBack', remark: '' });
}

/**
 * The head returns some of what waits, with a remark: the liaison has it again, with what was typed.
 *
 * Refused: SubjectNotFound, NotPermitted, ReasonMissing, SignOffNotWaiting.
 */
export async function returnFromSignOff(
  context: EngineContext,
  command: ReturnForWordsCommand,
): Promise<Outcome<HandedBack>> {
  const remark = command.remark.trim();
  if (remark === '') return refuse('ReasonMissing', '请写明退回意见。', { field: 'remark' });
  return handBack(context, command, { act: 'return', state: 'returned', remark });
}

interface Manner {
  act: Extract<SignOffAct, 'takeBack' | 'return'>;
  state: 'takenBack' | 'returned';
  remark: string;
}

const MANNER = {
  takeBack: { action: 'signOffTakenBack', may: '送审的填报由本单位的联络员或负责人撤回。' },
  return: { action: 'signOffReturned', may: '送审的填报由本单位负责人退回。' },
} as const;

function handBack(
  context: EngineContext,
  command: SomeOfSittingCommand,
  { act, state, remark }: Manner,
): Promise<Outcome<HandedBack>> {
  return onSitting(context, command, async (tx, sitting, now): Promise<Outcome<HandedBack>> => {
    const by = command.actor.personId;
    if (by === null || signOffRole(command.actor, act, { ...command, unitId: sitting.unitId }) === null)
      return refuse('NotPermitted', MANNER[act].may);
    const wanted = [...new Set(command.obligationIds)];
    const parked = await parkedOfSitting(tx, sitting.id);
    const current = new Map(parked.map((one) => [one.obligationId, one]));
    const rows = wanted.flatMap((id) => current.get(id) ?? []);
    // Done already, by the same person, in the same way: a repeat.
    if (rows.length === wanted.length && rows.every((row) => row.state === state && row.decidedBy === by))
      return {
        ok: true,
        value: { sittingId: sitting.id, at: rows[0]?.decidedAt ?? now, obligationIds: wanted },
      };
    const gone = wanted.filter((id) => current.get(id)?.state !== 'waiting');
    if (gone.length > 0)
      return refuse('SignOffNotWaiting', `有${gone.length}项已不在待审签之列；请刷新后再办。`, {
        obligationIds: gone,
      });
    await decideParked(
      tx,
      rows.map(({ id }) => ({ id, state, remark, reportId: null })),
      by,
      now,
    );
    await recordFiling(tx, presentOrigin(), {
      action: MANNER[act].action,
      at: systemClock.now(),
      target: { kind: 'sitting', id: sitting.id },
      details: { obligationIds: wanted },
      ...(remark === '' ? {} : { after: { remark } }),
    });
    if (state === 'returned') await tellAuthors(tx, context, sitting, rows, { by, remark, now });
    return { ok: true, value: { sittingId: sitting.id, at: now, obligationIds: wanted } };
  });
}

async function tellAuthors(
  tx: Transaction,
  { book }: EngineContext,
  sitting: SittingRead,
  rows: readonly ParkedRead[],
  { by, remark, now }: { by: string; remark: string; now: Instant },
): Promise<void> {
  const names = await namesOf(tx, [by]);
  for (const author of new Set(rows.map(({ sentBy }) => sentBy))) {
    const own = rows.filter(({ sentBy }) => sentBy === author).map(({ taskId }) => taskId);
    const facts = await factsOf(tx, sitting, own);
    const text = signOffReturnedMessage({ ...facts, by: names.get(by) ?? '', remark });
    const to = [{ personId: author, unitId: sitting.unitId }];
    await tellOfSitting(tx, book, { kind: 'signOffReturned', sitting, occasion: now, to }, text, now);
  }
}
