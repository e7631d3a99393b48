import { refuse, taskIdOf, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  attachPlanText,
  attachTaskTexts,
  beginBulkRun,
  isUnderDispatch,
  latestPolicyVersion,
  readReviewDocument,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import type { PlanSeed, ReviewFinding } from '#plan';
import { refusalOf } from '../amendment/amendment-refusal.js';
import { applyAmendment } from '../amendment/apply-amendment.js';
import { readAmendment } from '../amendment/read-amendment.js';
import { revisedTextOf } from '../amendment/revised-text-of.js';
import type { EngineContext } from '../engine-context.js';
import { importPlan, insertPlanAlone, namesHoldOn } from '../load/import-plan.js';
import { namedTasks } from '../load/import-tasks.js';
import { confirmAndDispatch } from './confirm-and-dispatch.js';
import { DISPATCH_BATCH, textsOf } from './dispatch-in-batches.js';
import { bodyOf, draftOf } from './draft-rows.js';
import { holdReview, type Held, type ReviewCommand, type ReviewDone } from './hold-review.js';
import { officeOfNewPlan } from './office-of-new-plan.js';
import { directoryFor, planOf } from './plan-of-review.js';
import { readingOf, type ReviewReading, type ReviewUnitBurden } from './read-review.js';

export interface DispatchPlanCommand extends ReviewCommand {
  /** The review's version that the person has seen: what is dispatched is what was seen. */
  expectedVersion: number;
}

/** What dispatching asks of whom, and what keeps it from being done. */
export interface DispatchOutlook {
  version: number;
  planId: string | null;
  tasks: number;
  dispatched: number;
  waitingForLead: number;
  units: ReviewUnitBurden[];
  obstacles: ReviewFinding[];
}

/** What dispatching a review as it stands would come to. */
export function dispatchOutlook({
  review,
  drafts,
  findings,
  burdens,
  units,
}: ReviewReading): DispatchOutlook {
  const kept = drafts.filter(({ state }) => state !== 'dropped');
  const led = kept.filter((row) => {
    const draft = draftOf(row);
    return draft.body.task.lead.some((name) => units.unitOf(draft, name).ok);
  });
  const open = kept.filter(({ state }) => state === 'proposed');
  const unconfirmed: ReviewFinding[] = open.map((row) => ({
    code: 'NOT_CONFIRMED',
    severity: 'error',
    message: `任务 ${row.code} 还没有确认。`,
    draft: row.code,
    span: bodyOf(row).task.span,
  }));
  return {
    version: review.version,
    planId: review.planId,
    tasks: kept.length,
    dispatched: led.length,
    waitingForLead: kept.length - led.length,
    units: burdens,
    obstacles: [...unconfirmed, ...findings.filter(({ severity }) => severity === 'error')],
  };
}

/** The same for a review that may be of a revised text: there, what keeps it back is what nobody has decided yet. */
export async function outlookOf(
  tx: Transaction,
  reading: ReviewReading,
  now: Instant,
): Promise<DispatchOutlook> {
  const outlook = dispatchOutlook(reading);
  const { review } = reading;
  if (review.amendsPlanId === null || review.state !== 'open') return outlook;
  const message = await keptBackBy(tx, review, now);
  return {
    ...outlook,
    obstacles:
      message === null
        ? []
        : [{ code: 'AMENDMENT_NOT_READY', severity: 'error', message, draft: null, span: null }],
  };
}

const UNDER_WAY = '要修订的方案正在下达，任务尚未全部下达；请稍后再办。';

async function keptBackBy(tx: Transaction, review: PlanReviewRow, now: Instant): Promise<string | null> {
  if (await isUnderDispatch(tx, review.amendsPlanId)) return UNDER_WAY;
  const revised = await revisedTextOf(tx, review, now);
  if (revised === null) return '找不到要修订的方案。';
  const read = await readAmendment(tx, revised);
  const refused = read.ok ? refusalOf(revised, read.value.amendment) : read;
  return refused === null ? null : refused.rejection.message;
}

/**
 * Puts a reviewed plan into the record and dispatches every task that somebody leads; the others are confirmed and
 * wait. All of it in one transaction, or nothing; of a plan with more tasks than a batch holds, the plan itself, and its
 * tasks follow in whole batches (`resumeDispatches`). Refused: VersionConflict; ReviewNotReady with what is in the way.
 */
export function dispatchPlan(
  context: EngineContext,
  command: DispatchPlanCommand,
  batchOf = DISPATCH_BATCH,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async (held) => {
    const { tx, review, now } = held;
    if (command.expectedVersion !== review.version)
      return refuse('VersionConflict', '这份方案刚刚又有改动；请核对最新内容后再下发。', {
        version: review.version,
      });
    if (review.amendsPlanId !== null) return amend(context, held);
    const reading = await readingOf(tx, review, now);
    const { obstacles } = dispatchOutlook(reading);
    if (obstacles.length > 0) return notReady(obstacles);
    const plan = await planOf(tx, reading);
    return plan.tasks.length > batchOf
      ? beginDispatch(held, reading, plan)
      : dispatchAtOnce(context, held, reading, plan, command.idempotencyKey);
  });
}

async function dispatchAtOnce(
  context: EngineContext,
  held: Held,
  reading: ReviewReading,
  plan: PlanSeed,
  key: string,
): Promise<Outcome<ReviewDone>> {
  const { tx, now, actor } = held;
  const { book, fault } = context;
  const { units, facts, drafts } = reading;
  const options = { directoryFor: directoryFor(reading), idOfUnit: units.idOfUnit };
  const policyVersion = await latestPolicyVersion(tx);
  const imported = await importPlan(tx, book, plan, units.directory, policyVersion, now, options);
  if (!imported.ok) return imported;
  const { planId } = imported.value;
  await attachText(held, planId);
  await attachTaskTexts(tx, textsOf(tx, reading));
  fault('dispatchPlan.imported');

  const office = await officeOfNewPlan(tx, actor, facts.planCode, now);
  const ids = drafts
    .filter(({ state }) => state === 'confirmed')
    .map(({ code }) => taskIdOf(tx.scope.jurisdictionId, facts.planCode, code));
  const told = await confirmAndDispatch({ tx, now, book, fault }, ids, office, key);
  if (!told.ok) return told;
  fault('dispatchPlan.dispatched');
  return held.step({
    type: 'dispatched',
    draftTaskIds: [],
    after: { planId, tasks: plan.tasks.length, dispatched: told.value.dispatched },
    change: { state: 'dispatched', planId },
  });
}

/** The plan is there, and nothing of the review can be changed any more; its tasks follow. */
async function beginDispatch(
  held: Held,
  reading: ReviewReading,
  plan: PlanSeed,
): Promise<Outcome<ReviewDone>> {
  const { tx, now, actor } = held;
  const { units, facts } = reading;
  const options = { directoryFor: directoryFor(reading), idOfUnit: units.idOfUnit };
  const on = namesHoldOn(plan, now);
  const named = namedTasks(plan, plan.tasks, units.directory, on, options);
  if (!named.ok) return named;
  const policyVersion = await latestPolicyVersion(tx);
  const planId = await insertPlanAlone(tx, plan, units.directory, policyVersion, on, options);
  await attachText(held, planId);
  await officeOfNewPlan(tx, actor, facts.planCode, now);
  const total = plan.tasks.length;
  const done = await held.step({
    type: 'dispatched',
    draftTaskIds: [],
    after: { planId, tasks: total, dispatched: dispatchOutlook(reading).dispatched },
    change: { state: 'dispatched', planId, dispatchTotal: total },
  });
  await beginBulkRun(tx, 'dispatch', total, now);
  return done;
}

const TOLD = 5;

function notReady(obstacles: readonly ReviewFinding[]): ReturnType<typeof refuse> {
  const told = obstacles.slice(0, TOLD).map(({ draft, message }) => `${draft ?? ''}${message}`);
  const more = obstacles.length > TOLD ? `……共 ${obstacles.length} 处` : '';
  return refuse('ReviewNotReady', `还不能下发：${told.join('')}${more}`, { obstacles: [...obstacles] });
}

/** A revised text: what was approved item by item changes the running plan. */
async function amend(context: EngineContext, held: Held): Promise<Outcome<ReviewDone>> {
  const { tx, review, now, actor } = held;
  if (await isUnderDispatch(tx, review.amendsPlanId)) return refuse('ReviewNotReady', UNDER_WAY);
  const revised = await revisedTextOf(tx, review, now);
  if (revised === null) return refuse('SubjectNotFound', '找不到要修订的方案；请刷新后重试。');
  const applied = await applyAmendment({ tx, now, book: context.book, fault: context.fault }, revised, actor);
  if (!applied.ok) return applied;
  context.fault('dispatchPlan.dispatched');
  const { planId } = applied.value;
  return held.step({
    type: 'dispatched',
    draftTaskIds: [],
    after: applied.value,
    change: { state: 'dispatched', planId },
  });
}

/** The document beside the plan. */
async function attachText({ tx, review }: Held, planId: string): Promise<void> {
  const document = await readReviewDocument(tx, review.id);
  await attachPlanText(tx, planId, document?.text ?? '');
}
