import { refuse, signOffRole, type Actor, type Outcome } from '#accountability';
import { signOffOfUnit, turnSignOff as turn, type SignOffOfUnit } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { recordSetting } from '../trail/index.js';

export interface TurnSignOffCommand {
  jurisdictionId: string;
  actor: Actor;
  unitId: string;
  wanted: boolean;
}

/**
 * The head of a unit decides whether its reports need the head's signature. What waits for it when it is turned off goes on waiting:
 * it is signed, returned or taken back.
 *
 * Refused: UnitUnknown, NotPermitted.
 */
export function turnSignOff(
  context: EngineContext,
  { jurisdictionId, actor, unitId, wanted }: TurnSignOffCommand,
): Promise<Outcome<SignOffOfUnit>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<SignOffOfUnit>> => {
    const before = await signOffOfUnit(tx, unitId);
    if (before === null) return refuse('UnitUnknown', '找不到这个单位。');
    const by = actor.personId;
    if (by === null || signOffRole(actor, 'turn', { jurisdictionId, unitId }) === null)
      return refuse('NotPermitted', '负责人审签由本单位负责人本人开启或关闭，代办不能办理。');
    if ((await turn(tx, unitId, wanted, by, context.clock.now())) === 0) return { ok: true, value: before };
    await recordSetting(tx, {
      action: wanted ? 'signOffTurnedOn' : 'signOffTurnedOff',
      by,
      target: { kind: 'unit', id: unitId },
      details: { wanted, waiting: before.waiting },
    });
    const after = await signOffOfUnit(tx, unitId);
    return { ok: true, value: after ?? before };
  });
}
