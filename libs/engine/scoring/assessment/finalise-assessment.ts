import { refuse, type Outcome } from '#accountability';
import { chineseDateTime } from '#calendar';
import {
  assessmentScores,
  finaliseAssessment as writeFinal,
  objectionsOf,
  systemClock,
  withdrawAssessmentRow,
  type AssessmentRead,
} from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct } from '../../trail/index.js';
import { hashOfScores } from '../keep-scores.js';
import { atAssessment, refuseKept, type AssessmentCommand } from './at-assessment.js';
import { periodOfKey } from './open-assessment.js';
import { hashOfFinal, reckonAgain } from './reckoned.js';
import { tellUnits, type Told } from './tell-about-assessment.js';

/**
 * Makes an assessment final: scheme version, figures and hashes are frozen. Reckoned once more from the record as it was known
 * then, it has to come out as it was published. Refused: NotPermitted, AssessmentNotOpen, ObjectionsOpen, ObjectionUndecided,
 * RecordChanged.
 */
export const finaliseAssessment = (
  context: EngineContext,
  command: AssessmentCommand,
): Promise<Outcome<AssessmentRead>> =>
  atAssessment(context, command, 'assessor', async ({ tx, assessment, now }) => {
    const kept = refuseKept(assessment);
    if (kept) return kept;
    if (now < assessment.objectionsUntil)
      return refuse(
        'ObjectionsOpen',
        `异议期到${chineseDateTime(assessment.objectionsUntil)}为止；期满以后才能确定结果。`,
      );
    const objections = await objectionsOf(tx, assessment.id);
    const open = objections.filter(({ state }) => state === 'open');
    if (open.length > 0)
      return refuse(
        'ObjectionUndecided',
        `还有${open.length}件异议没有裁定（${[...new Set(open.map(({ unitName }) => unitName))].join('、')}）；逐件裁定后再确定结果。`,
      );
    const again = hashOfScores((await reckonAgain(tx, assessment)).groups);
    if (again !== assessment.previewHash)
      return refuse(
        'RecordChanged',
        '按公示当日的记录和办法重新计算，结果与公示的不同；请管理员核查记录后，撤回这次考核重新组织。',
      );
    const rows = await assessmentScores(tx, assessment.id);
    const hash = hashOfFinal(rows, objections);
    await writeFinal(tx, assessment.id, { at: now, by: command.actor?.personId ?? null, hash });
    await recordProduct(tx, presentOrigin(), {
      action: 'assessmentFinalised',
      at: systemClock.now(),
      target: { kind: 'assessment', id: assessment.id },
      details: { period: assessment.period, edition: assessment.edition, finalHash: hash },
    });
    const label = periodOfKey(assessment.period)?.label ?? assessment.period;
    const told = rows.map((row): [string, Told] => [
      row.unitId,
      {
        step: 'final',
        key: row.unitId,
        title: `考核结果已确定：${label}`,
        body: `${row.name}${label}考核得分${row.total}分${row.rank === null ? '' : `（${row.groupLabel}第${row.rank}名）`}。`,
      },
    ]);
    await tellUnits(context, { tx, assessment, now }, new Map(told));
    return { ok: true, value: null };
  });

/** Takes an assessment back, with a reason: it stays as it was and counts no more; the period can be assessed anew. */
export const withdrawAssessment = (
  context: EngineContext,
  command: AssessmentCommand & { reason: string },
): Promise<Outcome<AssessmentRead>> =>
  atAssessment(context, command, 'assessor', async ({ tx, assessment, now }) => {
    if (assessment.state === 'withdrawn') return refuse('AssessmentNotOpen', '这次考核已经撤回。');
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明撤回的理由。', { field: 'reason' });
    const by = command.actor?.personId ?? null;
    await withdrawAssessmentRow(tx, assessment.id, { at: now, by, reason });
    await recordProduct(tx, presentOrigin(), {
      action: 'assessmentWithdrawn',
      at: systemClock.now(),
      target: { kind: 'assessment', id: assessment.id },
      details: { period: assessment.period, edition: assessment.edition, was: assessment.state },
    });
    const label = periodOfKey(assessment.period)?.label ?? assessment.period;
    const told: Told = {
      step: 'withdrawn',
      key: assessment.id,
      title: `考核已撤回：${label}`,
      body: `${label}的考核已撤回，原公布的得分不再有效。理由：${reason}。`,
    };
    const rows = await assessmentScores(tx, assessment.id);
    await tellUnits(
      context,
      { tx, assessment, now },
      new Map(rows.map(({ unitId }) => [unitId, { ...told, key: unitId }])),
    );
    return { ok: true, value: null };
  });
