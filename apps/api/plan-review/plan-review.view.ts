import {
  PLAN_REVIEW_STATE_LABELS,
  type DispatchSummary,
  type FindingView,
  type PlanReview,
  type PlanReviewSummary,
} from '#contract';
import { mayReview, type DispatchOutlook, type ReviewAction, type ReviewReading } from '#engine';
import type { PlanReviewSummaryRow, ReviewStepRow } from '#persistence';
import type { Extraction, ReviewFinding } from '#plan';
import { cadenceView } from '../view/labels.js';
import { personRef, unitRef } from '../view/refs.js';
import type { Who } from '../who/who.js';
import { draftTaskView, indicatorView } from './draft-task.view.js';
import { stepLabel } from './step-labels.js';

export function planReviewSummary(row: PlanReviewSummaryRow): PlanReviewSummary {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    stateLabel: PLAN_REVIEW_STATE_LABELS[row.state],
    title: row.title,
    fileName: row.file_name,
    documentKind: row.kind,
    amends: row.amends_plan_id === null ? null : { id: row.amends_plan_id, title: row.amends_title ?? '' },
    uploadedBy: personRef(row.uploaded_by, row.uploaded_by_name),
    uploadedAt: row.uploaded_at,
    counts: {
      proposed: row.proposed,
      confirmed: row.confirmed,
      dropped: row.dropped,
      doubtful: row.doubtful,
    },
    planId: row.plan_id,
    dispatching: dispatchingView(row),
  };
}

/** Nothing of a plan that is all in force: only what is under way is shown. */
function dispatchingView({
  dispatch_total: total,
  dispatch_done: done,
}: PlanReviewSummaryRow): PlanReview['dispatching'] {
  return total === null || done === null || done >= total ? null : { total, done };
}

export function planReviewView(
  summary: PlanReviewSummaryRow,
  reading: ReviewReading,
  personNames: ReadonlyMap<string, string>,
  who: Who,
): PlanReview {
  const { review, facts, drafts, units, unmatched } = reading;
  const context = { units, personNames, cadences: reading.cadences };
  const mayChange = review.state === 'open' && mayReview(who.actor, who.jurisdictionId);
  const findings = reading.findings.map((finding) => findingView(finding, drafts));
  const ready = review.amendsPlanId !== null || !findings.some(({ severity }) => severity === 'error');
  return {
    ...planReviewSummary(summary),
    facts,
    actions: (review.actions as ReviewAction[]).map(
      ({ code, number, name, goals, taskForce, cadences = [] }) => ({
        code,
        number,
        name,
        goals: goals.map(indicatorView),
        taskForce: taskForce === null || taskForce.name === '' ? null : taskForce.name,
        officeUnit: taskForce === null || taskForce.officeUnit === '' ? null : taskForce.officeUnit,
        cadences: cadences.map((cadence) => ({ ...cadenceView(cadence), by: cadence.by ?? '' })),
      }),
    ),
    planCadences: (review.planCadences as Extraction['planCadences']).map((cadence) => ({
      ...cadenceView(cadence),
      by: cadence.by,
    })),
    headlineTargets: (review.headlineTargets as Extraction['headlineTargets']).map(indicatorView),
    tasks: drafts.map((row, i) => draftTaskView(row, i + 1, context)),
    findings,
    unmatched: unmatched.map(({ printed, draftTaskIds, suggestions }) => ({
      printed,
      draftTaskIds,
      suggestions: suggestions.map(({ unitId, name, score, reason }) => ({
        unit: unitRef(unitId, name),
        score,
        reason,
      })),
    })),
    mayChange,
    mayDispatch: mayChange && ready && !drafts.some(({ state }) => state === 'proposed'),
  };
}

function findingView(
  { code, severity, message, draft, span }: ReviewFinding,
  drafts: ReviewReading['drafts'],
): FindingView {
  const draftTaskId = drafts.find((row) => row.code === draft)?.id ?? null;
  return { code, severity, message, draftTaskId, span };
}

export function dispatchSummary(
  outlook: DispatchOutlook,
  reading: ReviewReading,
  dryRun: boolean,
): DispatchSummary {
  return {
    version: outlook.version,
    dryRun,
    planId: outlook.planId,
    tasks: outlook.tasks,
    dispatched: outlook.dispatched,
    waitingForLead: outlook.waitingForLead,
    units: outlook.units.map(({ unitId, name, ...burden }) => ({ unit: unitRef(unitId, name), ...burden })),
    obstacles: outlook.obstacles.map((finding) => findingView(finding, reading.drafts)),
  };
}

export const reviewStep = (row: ReviewStepRow) => ({
  seq: row.seq,
  at: row.at,
  by: personRef(row.actor_id, row.actor_name),
  type: row.type,
  label: stepLabel(row.type),
  draftTaskIds: row.draft_task_ids,
  words: row.words,
});
