import { mayDecideHandedDown, refuse, type Actor, type Outcome } from '#accountability';
import { handedDownById, type HandedDownTaskRead, type Transaction } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type { TrailOrigin } from '../trail/index.js';

export interface HandedDownCommand {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  idempotencyKey: string;
  handedDownId: string;
  expectedVersion: number;
}

/** The key under which a decision is remembered: whose and which. */
export const decidedKeyOf = ({ actor, idempotencyKey }: HandedDownCommand): string =>
  `${actor.personId ?? ''}/${idempotencyKey}`;

/** What the headquarters' office decides about something handed down, under its lock; a repeat under the same key is answered alike. */
export function onHandedDown(
  context: EngineContext,
  command: HandedDownCommand,
  decide: (tx: Transaction, row: HandedDownTaskRead) => Promise<Outcome<unknown>>,
): Promise<Outcome<HandedDownTaskRead>> {
  const { jurisdictionId, actor, handedDownId, expectedVersion } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<HandedDownTaskRead>> => {
    const row = await handedDownById(tx, handedDownId, { lock: true });
    if (row === null) return refuse('SubjectNotFound', '找不到这件上级交办。');
    if (!mayDecideHandedDown(actor))
      return refuse('NotPermitted', '上级交办由指挥部办公室承接、退回或询问。');
    if (row.decidedKey === decidedKeyOf(command)) return { ok: true, value: row };
    if (row.version !== expectedVersion)
      return refuse('VersionConflict', '这件上级交办刚刚有新的变化；请刷新后重新办理。', {
        current: row.version,
      });
    if (row.state !== 'offered' && row.state !== 'asked')
      return refuse('EventNotAllowed', '这件上级交办已经承接、退回，或已被上级收回。', { state: row.state });
    const decided = await decide(tx, row);
    if (!decided.ok) return decided;
    const after = await handedDownById(tx, handedDownId);
    return after ? { ok: true, value: after } : refuse('SubjectNotFound', '找不到这件上级交办。');
  });
}
