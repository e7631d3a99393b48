import { mayHandDown, refuse, type Actor, type Outcome } from '#accountability';
import {
  handDownById,
  sayCascade,
  setHandDown,
  systemClock,
  taskToHandDown,
  type HandDownRead,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { recordCascade, type TrailOrigin } from '../trail/index.js';
import { scopeOfTask } from './hand-down.js';

export interface HandDownActCommand {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  handDownId: string;
  expectedVersion: number;
  /** The answer, or why it is recalled. */
  words: string;
}

/**
 * Answers what the lower jurisdiction has asked.
 *
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, InputInvalid.
 */
export function answerHandDown(
  context: EngineContext,
  command: HandDownActCommand,
): Promise<Outcome<HandDownRead>> {
  return onHandDown(context, command, async (tx, row) => {
    if (row.state !== 'asked')
      return refuse('EventNotAllowed', '下级没有待答复的询问。', { state: row.state });
    const answer = command.words.trim();
    if (answer === '') return refuse('InputInvalid', '请写明答复。', { field: 'answer' });
    await setHandDown(tx, row.id, { state: 'offered', answer });
    await said(context, tx, row, 'answered', { answer });
    await recorded(tx, command, 'handDownAnswered');
    return null;
  });
}

/**
 * Takes back what was handed down, adopted or not. What the lower jurisdiction has made of it stays its own: it is told, and
 * decides what becomes of that; no more progress comes up.
 *
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, ReasonMissing.
 */
export function recallHandDown(
  context: EngineContext,
  command: HandDownActCommand,
): Promise<Outcome<HandDownRead>> {
  return onHandDown(context, command, async (tx, row) => {
    if (row.state === 'recalled' || row.state === 'declined')
      return refuse('EventNotAllowed', '这次交办已经退回或收回。', { state: row.state });
    const reason = command.words.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明收回的理由。', { field: 'reason' });
    await setHandDown(tx, row.id, { state: 'recalled', reason });
    await said(context, tx, row, 'recalled', { reason });
    await recorded(tx, command, 'handDownRecalled');
    return null;
  });
}

function onHandDown(
  context: EngineContext,
  { jurisdictionId, actor, handDownId, expectedVersion }: HandDownActCommand,
  change: (tx: Transaction, row: HandDownRead) => Promise<Outcome<never> | null>,
): Promise<Outcome<HandDownRead>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<HandDownRead>> => {
    const row = await handDownById(tx, handDownId, { lock: true });
    const task = row && (await taskToHandDown(tx, row.taskId, { lock: false }));
    if (!task) return refuse('SubjectNotFound', '找不到这次交办。');
    if (!mayHandDown(actor, scopeOfTask(tx, task)))
      return refuse('NotPermitted', '交办由指挥部办公室或牵头单位负责人办理。');
    if (row.version !== expectedVersion)
      return refuse('VersionConflict', '这次交办刚刚有新的变化；请刷新后重新办理。', {
        current: row.version,
      });
    const refused = await change(tx, row);
    if (refused) return refused;
    const changed = await handDownById(tx, handDownId);
    return changed ? { ok: true, value: changed } : refuse('SubjectNotFound', '找不到这次交办。');
  });
}

const said = (
  { clock }: EngineContext,
  tx: Transaction,
  { id, lowerId }: HandDownRead,
  kind: 'answered' | 'recalled',
  body: Record<string, unknown>,
): Promise<void> => sayCascade(tx, { handDownId: id, otherId: lowerId, kind, body, at: clock.now() });

const recorded = (
  tx: Transaction,
  { origin, handDownId }: HandDownActCommand,
  action: 'handDownAnswered' | 'handDownRecalled',
): Promise<void> =>
  recordCascade(tx, origin, { action, at: systemClock.now(), target: { kind: 'handDown', id: handDownId } });
