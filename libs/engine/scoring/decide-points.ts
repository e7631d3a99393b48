import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { civilDateOf } from '#calendar';
import { assessorUnits, insertScoreDecision, takeBackScoreDecision } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { mayScore, planCodeOf } from './may-score.js';
import { schemeInForce } from './scored-plan.js';

export interface DecidePointsCommand {
  jurisdictionId: string;
  planId: string;
  unitId: string;
  /** An item that the scheme leaves to the assessor; null: a bonus. */
  item: string | null;
  points: number;
  reason: string;
  /** What it rests on, in words; needed where the scheme asks for it. */
  evidence?: readonly string[];
  actor: Actor;
  idempotencyKey: string;
}

/**
 * The assessor adds a bonus, or decides an item that the scheme leaves to them, with a reason. Never of a unit that scores
 * itself; a bonus never above what the scheme allows in one piece.
 */
export function decidePoints(
  context: EngineContext,
  command: DecidePointsCommand,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<{ id: string }>> => {
    const { planId, unitId, item, points, actor } = command;
    const planCode = await planCodeOf(tx, planId);
    if (planCode === undefined) return refuse('SubjectNotFound', '找不到所选方案。');
    if (!mayScore(tx, actor, { planId, planCode }))
      return refuse('NotPermitted', '只有绩效办可以加分、评定。');
    const at = context.clock.now();
    const own = await assessorUnits(tx, planId, civilDateOf(at));
    if (actor.unitId === unitId || own.some((one) => one.unitId === unitId))
      return refuse('NotPermitted', '不能给本单位加分、评定；绩效办所在单位不由绩效办评分。');
    if (command.reason.trim() === '') return refuse('ReasonMissing', '请写明加分（评定）的理由。');
    const [unit] = await tx.query('select 1 from unit where id = $1', [unitId]);
    if (!unit) return refuse('UnitUnknown', '找不到所选单位。');
    const scheme = (await schemeInForce(tx, planId, at, at))?.scheme;
    if (!scheme) return refuse('SchemeMissing', '还没有启用考核办法。');
    const decided = scheme.sections
      .flatMap(({ items }) => items)
      .find((one) => one.id === item && one.formula.kind === 'decided');
    const most = item === null ? scheme.bonus?.atMost : decided?.marks;
    if (most === undefined)
      return refuse(
        'InputInvalid',
        item === null ? '现行考核办法没有加分项。' : `现行考核办法没有由绩效办评定的“${item}”。`,
      );
    if (!(points >= 0) || points > most || Math.abs(points * 100 - Math.round(points * 100)) > 1e-9)
      return refuse('InputInvalid', `分值应在 0 到 ${most} 之间，最多两位小数。`);
    const evidence = (command.evidence ?? []).map((one) => one.trim()).filter((one) => one !== '');
    const rule = item === null ? scheme.bonus : decided;
    if (rule?.evidence === 'required' && evidence.length === 0)
      return refuse('InputInvalid', `“${rule.label}”须写明佐证（文件、文号或材料名称）后再录入。`, {
        field: 'evidence',
      });
    const id = identifierOf(
      command.jurisdictionId,
      'scoreDecision',
      actor.personId ?? '',
      command.idempotencyKey,
    );
    await insertScoreDecision(tx, {
      id,
      planId,
      unitId,
      item,
      points,
      reason: command.reason.trim(),
      evidence,
      at,
      decidedBy: actor.personId,
    });
    return { ok: true, value: { id } };
  });
}

export interface TakeBackPointsCommand {
  jurisdictionId: string;
  planId: string;
  id: string;
  reason: string;
  actor: Actor;
}

/** A decision no longer counts from now on; what it was, and that it was taken back, stays. */
export function takeBackPoints(
  context: EngineContext,
  { jurisdictionId, planId, id, reason, actor }: TakeBackPointsCommand,
): Promise<Outcome<null>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<null>> => {
    const planCode = await planCodeOf(tx, planId);
    if (planCode === undefined) return refuse('SubjectNotFound', '找不到所选方案。');
    if (!mayScore(tx, actor, { planId, planCode }))
      return refuse('NotPermitted', '只有绩效办可以撤回加分、评定。');
    if (reason.trim() === '') return refuse('ReasonMissing', '请写明撤回的理由。');
    const at = context.clock.now();
    const [decision] = await tx.query<{ unitId: string }>(
      'select unit_id as "unitId" from score_decision where jurisdiction_id = $1 and id = $2',
      [jurisdictionId, id],
    );
    if (decision?.unitId === actor.unitId)
      return refuse('NotPermitted', '不能撤回对本单位的加分（评定）；请由绩效办其他单位的人员办理。');
    const taken = await takeBackScoreDecision(tx, { id, at, by: actor.personId, reason: reason.trim() });
    return taken
      ? { ok: true, value: null }
      : refuse('SubjectNotFound', '找不到这项加分（评定），或已经撤回。');
  });
}
