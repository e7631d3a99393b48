import { refuse, type Outcome } from '#accountability';
import {
  sayCascade,
  setHandedDownTask,
  systemClock,
  type HandedDownTaskRead,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { recordCascade } from '../trail/index.js';
import { decidedKeyOf, onHandedDown, type HandedDownCommand } from './on-handed-down.js';

export type WordsOnHandedDown = HandedDownCommand & { words: string };

/**
 * Sends back what was handed down, with the reason.
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, ReasonMissing.
 */
export const declineHandedDown = (
  context: EngineContext,
  command: WordsOnHandedDown,
): Promise<Outcome<HandedDownTaskRead>> =>
  onHandedDown(context, command, async (tx, row) => {
    const reason = command.words.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明退回的理由。', { field: 'reason' });
    await say(context, tx, command, row, { state: 'declined', reason });
    return { ok: true, value: null };
  });

/**
 * Asks the jurisdiction above before anything is decided.
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, InputInvalid.
 */
export const askAboutHandedDown = (
  context: EngineContext,
  command: WordsOnHandedDown,
): Promise<Outcome<HandedDownTaskRead>> =>
  onHandedDown(context, command, async (tx, row) => {
    if (row.state === 'asked')
      return refuse('EventNotAllowed', '已向上级询问，等候答复。', { state: row.state });
    const question = command.words.trim();
    if (question === '') return refuse('InputInvalid', '请写明要问的事。', { field: 'question' });
    await say(context, tx, command, row, { state: 'asked', question });
    return { ok: true, value: null };
  });

const ACTION = { declined: 'handedDownDeclined', asked: 'handedDownAsked' } as const;

async function say(
  { clock }: EngineContext,
  tx: Transaction,
  command: HandedDownCommand,
  { id, upperId }: HandedDownTaskRead,
  { state, ...words }: { state: 'declined'; reason: string } | { state: 'asked'; question: string },
): Promise<void> {
  const at = clock.now();
  const { personId } = command.actor;
  await setHandedDownTask(tx, id, {
    state,
    ...words,
    decidedAt: at,
    ...(personId !== null && { decidedBy: personId }),
    decidedKey: decidedKeyOf(command),
  });
  await sayCascade(tx, { handDownId: id, otherId: upperId, kind: state, body: words, at });
  await recordCascade(tx, command.origin, {
    action: ACTION[state],
    at: systemClock.now(),
    target: { kind: 'handedDownTask', id },
  });
}
