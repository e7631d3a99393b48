import { refuse, type Outcome } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  assessmentScores,
  assessorUnits,
  decideObjectionRow,
  moveAssessmentScores,
  objectionsOf,
  systemClock,
  touchAssessment,
  type AssessmentRead,
} from '#persistence';
import { roomOf } from '#scoring';
import type { EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct } from '../../trail/index.js';
import { atAssessment, refuseKept, type AssessmentCommand } from './at-assessment.js';
import { adjusted, adjustmentsOf, linesOfRow } from './reckoned.js';
import { tellUnits, type Told } from './tell-about-assessment.js';

export interface DecideObjectionCommand extends AssessmentCommand {
  objectionId: string;
  decision: 'upheld' | 'rejected';
  /** Points added to the line; null where it is rejected. */
  points: number | null;
  reason: string;
}

/**
 * The assessor decides an objection, with a reason. Where it is upheld, points are added to the line as an adjustment that stands
 * beside it; no event is touched, and places follow. Refused: NotPermitted, AssessmentNotOpen, ObjectionDecided, ReasonMissing,
 * InputInvalid (no points, or more than the line has room for).
 */
export const decideObjection = (
  context: EngineContext,
  command: DecideObjectionCommand,
): Promise<Outcome<AssessmentRead>> =>
  atAssessment(context, command, 'assessor', async ({ tx, assessment, now }) => {
    const kept = refuseKept(assessment);
    if (kept) return kept;
    const objections = await objectionsOf(tx, assessment.id);
    const objection = objections.find(({ id }) => id === command.objectionId);
    if (!objection) return refuse('SubjectNotFound', '找不到这件异议。');
    if (objection.state !== 'open')
      return refuse('ObjectionDecided', '这件异议已经裁定；裁定不能更改，确需更正的，撤回考核后重新组织。');
    const own = await assessorUnits(tx, assessment.planId, civilDateOf(now));
    if (own.some(({ unitId }) => unitId === objection.unitId))
      return refuse('NotPermitted', '不能裁定本单位的异议；绩效办所在单位不由绩效办评分。');
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明裁定的理由。', { field: 'reason' });
    const [row] = await assessmentScores(tx, assessment.id, objection.unitId);
    const line = row && linesOfRow(row).find(({ id }) => id === objection.line);
    if (!row || !line) throw new Error(`objection ${objection.id} is against no line`);
    const room = roomOf(line, adjustmentsOf(objections, objection.unitId));
    const points = command.decision === 'upheld' ? command.points : null;
    if (command.decision === 'upheld' && !isAdjustment(points, room))
      return refuse(
        'InputInvalid',
        room === 0
          ? `“${line.label}”已是满分（没有扣分），没有可以调整的分值；请驳回并说明。`
          : `支持异议须写明调整几分：大于 0，最多 ${room} 分（“${line.label}”到满分或不扣分为止），最多两位小数。`,
        { field: 'points' },
      );
    await decideObjectionRow(tx, objection.id, {
      state: command.decision,
      adjustment: points,
      reason,
      at: now,
      by: command.actor?.personId ?? null,
    });
    const after = adjusted(await assessmentScores(tx, assessment.id), await objectionsOf(tx, assessment.id));
    await moveAssessmentScores(tx, assessment.id, after);
    await touchAssessment(tx, assessment.id);
    await recordProduct(tx, presentOrigin(), {
      action: 'assessmentObjectionDecided',
      at: systemClock.now(),
      target: { kind: 'assessment', id: assessment.id },
      details: { objectionId: objection.id, decision: command.decision, points, line: line.id },
    });
    const stands = after.find(({ unitId }) => unitId === objection.unitId);
    const told: Told = {
      step: 'decided',
      key: objection.id,
      title: `考核异议${command.decision === 'upheld' ? '成立' : '未获支持'}：${line.label}`,
      body: `${row.name}对“${line.label}”的异议${points === null ? '未获支持' : `成立，调整${points}分`}。理由：${reason}。现得分${stands?.total ?? row.total}分。`,
    };
    await tellUnits(context, { tx, assessment, now }, new Map([[objection.unitId, told]]));
    return { ok: true, value: null };
  });

const isAdjustment = (points: number | null, room: number): points is number =>
  points !== null &&
  points > 0 &&
  points <= room + 1e-9 &&
  Math.abs(points * 100 - Math.round(points * 100)) < 1e-6;
