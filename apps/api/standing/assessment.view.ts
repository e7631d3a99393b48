import type { Instant } from '#calendar';
import type {
  AllowedAction,
  AssessmentLine,
  AssessmentObjectionView,
  AssessmentSummary,
  AssessmentUnitView,
  AssessmentView,
} from '#contract';
import {
  adjustmentsOf,
  assessmentStateLabel,
  linesOfRow,
  periodOfKey,
  type ExplainedScore,
  type WholeAssessment,
} from '#engine';
import type { AssessmentRead, AssessmentScoreRow, ObjectionRead } from '#persistence';
import { BONUS_LINE, roomOf, type ScoreLine } from '#scoring';
import { unitRef } from '../view/refs.js';
import { scoreDetail } from './score.view.js';

/** Who asks, as far as it matters here. */
export interface Asking {
  now: Instant;
  /** Scores the plan. */
  assesses: boolean;
  /** The units that they speak for. */
  speaksFor: (unitId: string) => boolean;
}

export const assessmentSummary = (row: AssessmentRead, now: Instant): AssessmentSummary => ({
  id: row.id,
  planId: row.planId,
  period: row.period,
  periodLabel: periodOfKey(row.period)?.label ?? row.period,
  edition: row.edition,
  state: row.state,
  stateLabel: assessmentStateLabel(row.state),
  from: row.fromOn,
  to: row.toOn,
  asOf: row.asOf,
  scheme: { id: row.schemeId, version: row.schemeVersion, label: row.schemeLabel },
  openedAt: row.openedAt,
  objectionsUntil: row.objectionsUntil,
  objectionsOpen: isOpen(row, now),
  finalisedAt: row.finalisedAt,
  withdrawn: row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' },
});

const isOpen = ({ state, objectionsUntil }: AssessmentRead, now: Instant): boolean =>
  state === 'preview' && now < objectionsUntil;

export function assessmentView(
  { assessment, scores, objections }: WholeAssessment,
  asking: Asking,
): AssessmentView {
  const href = `/api/v1/assessments/${assessment.id}`;
  const groups = [...new Set(scores.map(({ groupLabel }) => groupLabel))];
  return {
    ...assessmentSummary(assessment, asking.now),
    openedBy: assessment.openedByName,
    finalisedBy: assessment.finalisedByName,
    previewHash: assessment.previewHash,
    finalHash: assessment.finalHash,
    // The largest group first: that is where most people look for their own.
    groups: groups
      .map((label) => ({
        label,
        scores: scores.filter(({ groupLabel }) => groupLabel === label).map(scoreView),
      }))
      .sort((a, b) => b.scores.length - a.scores.length),
    objections: objections.map((one) => objectionView(one, { assessment, scores, objections }, asking)),
    allowedActions: asking.assesses ? actionsOf(assessment, objections, asking.now, href) : [],
    files: (['xlsx', 'json'] as const).map((format) => ({ format, href: `${href}/files/${format}` })),
    version: assessment.version,
  };
}

const scoreView = (row: AssessmentScoreRow): AssessmentView['groups'][number]['scores'][number] => ({
  unit: unitRef(row.unitId, row.name),
  own: row.own,
  previewTotal: row.previewTotal,
  previewRank: row.previewRank,
  total: row.total,
  rank: row.rank,
});

const OBJECTION_STATES: Readonly<Record<ObjectionRead['state'], string>> = {
  open: '待裁定',
  upheld: '成立',
  rejected: '未获支持',
};

function objectionView(
  objection: ObjectionRead,
  { assessment, scores, objections }: WholeAssessment,
  asking: Asking,
): AssessmentObjectionView {
  const row = scores.find(({ unitId }) => unitId === objection.unitId);
  const line = row && linesOfRow(row).find(({ id }) => id === objection.line);
  return {
    id: objection.id,
    unit: unitRef(objection.unitId, objection.unitName),
    line: objection.line,
    lineLabel: line?.label ?? objection.line,
    points: line?.points ?? 0,
    room: line ? roomOf(line, adjustmentsOf(objections, objection.unitId)) : 0,
    statement: objection.statement,
    evidence: [...objection.evidence],
    filedAt: objection.filedAt,
    filedBy: objection.filedByName,
    state: objection.state,
    stateLabel: OBJECTION_STATES[objection.state],
    adjustment: objection.adjustment,
    reason: objection.reason,
    decidedAt: objection.decidedAt,
    decidedBy: objection.decidedByName,
    mayDecide: asking.assesses && objection.state === 'open' && assessment.state === 'preview',
  };
}

function actionsOf(
  assessment: AssessmentRead,
  objections: readonly ObjectionRead[],
  now: Instant,
  href: string,
): AllowedAction[] {
  if (assessment.state === 'withdrawn') return [];
  const ripe =
    assessment.state === 'preview' &&
    now >= assessment.objectionsUntil &&
    objections.every(({ state }) => state !== 'open');
  const withdraw: AllowedAction = {
    action: 'withdraw',
    label: '撤回考核',
    href: `${href}/actions/withdraw`,
    ...{ grave: true, needsReason: true, seldom: true },
    fields: [{ name: 'reason', label: '撤回的理由', kind: 'text', required: true }],
  };
  const finalise: AllowedAction = {
    action: 'finalise',
    label: '确定结果',
    href: `${href}/actions/finalise`,
    ...{ grave: true, needsReason: false, fields: [] },
  };
  return ripe ? [finalise, withdraw] : [withdraw];
}

const lineView = (line: ScoreLine, objections: readonly ObjectionRead[], unitId: string): AssessmentLine => ({
  id: line.id,
  section: line.section ?? (line.id === BONUS_LINE ? '加分' : '扣分'),
  label: line.label,
  marks: line.marks,
  points: line.points,
  adjustment: adjustmentsOf(objections, unitId)
    .filter((one) => one.line === line.id)
    .reduce((all, { points }) => all + points, 0),
  basis:
    line.share !== null
      ? `${line.share.met}/${line.share.of}`
      : line.nothing !== null
        ? '没有可计事项'
        : line.grounds === 0
          ? '无'
          : `${line.grounds} 项`,
});

export function assessmentUnitView(
  { assessment, scores, objections }: WholeAssessment,
  row: AssessmentScoreRow,
  explained: ExplainedScore,
  asking: Asking,
): AssessmentUnitView {
  return {
    assessment: assessmentSummary(assessment, asking.now),
    score: scoreView(row),
    groupLabel: row.groupLabel,
    lines: linesOfRow(row).map((line) => lineView(line, objections, row.unitId)),
    detail: scoreDetail(explained),
    objections: objections.map((one) => objectionView(one, { assessment, scores, objections }, asking)),
    mayObject: isOpen(assessment, asking.now) && !row.own && asking.speaksFor(row.unitId),
    version: assessment.version,
  };
}
