import { refuse, taskIdOf, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  attachPlanText,
  latestPolicyVersion,
  readingOfReview,
  readReviewDocument,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import {
  reviewedExtraction,
  toPlanSeed,
  withNames,
  type Draft,
  type Extraction,
  type PlanSeed,
  type PlanSeedFacts,
  type ReviewFinding,
  type UnitDirectory,
} from '#plan';
import { refusalOf } from '../amendment/amendment-refusal.js';
import { applyAmendment } from '../amendment/apply-amendment.js';
import { readAmendment } from '../amendment/read-amendment.js';
import { revisedTextOf } from '../amendment/revised-text-of.js';
import { applyEvents } from '../apply-events.js';
import type { EngineContext } from '../engine-context.js';
import type { Envelope } from '../envelope.js';
import { importPlan } from '../load/import-plan.js';
import type { ReviewAction } from './draft-cadences.js';
import { bodyOf, draftOf } from './draft-rows.js';
import { holdReview, type Held, type ReviewCommand, type ReviewDone } from './hold-review.js';
import { officeOfNewPlan } from './office-of-new-plan.js';
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

async function keptBackBy(tx: Transaction, review: PlanReviewRow, now: Instant): Promise<string | null> {
  const revised = await revisedTextOf(tx, review, now);
  if (revised === null) return '找不到要修订的方案。';
  const read = await readAmendment(tx, revised);
  const refused = read.ok ? refusalOf(revised, read.value.amendment) : read;
  return refused === null ? null : refused.rejection.message;
}

/**
 * Puts a reviewed plan into the record and dispatches every task that somebody leads; the others are confirmed and
 * wait. All of it in one transaction, or nothing. Refused: VersionConflict; ReviewNotReady with what is in the way.
 */
export function dispatchPlan(
  context: EngineContext,
  command: DispatchPlanCommand,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async (held) => {
    const { tx, review, now, actor } = held;
    if (command.expectedVersion !== review.version)
      return refuse('VersionConflict', '这份方案刚刚又有改动；请核对最新内容后再下发。', {
        version: review.version,
      });
    if (review.amendsPlanId !== null) return amend(context, held);
    const reading = await readingOf(tx, review, now);
    const { obstacles } = dispatchOutlook(reading);
    if (obstacles.length > 0) return notReady(obstacles);

    const plan = await planOf(held, reading);
    const options = {
      directoryFor: directoryFor(reading),
      idOfUnit: reading.units.idOfUnit,
    };
    const policyVersion = await latestPolicyVersion(tx);
    const { directory } = reading.units;
    const imported = await importPlan(tx, context.book, plan, directory, policyVersion, now, options);
    if (!imported.ok) return imported;
    const { planId } = imported.value;
    await attachText(held, reading, planId);
    context.fault('dispatchPlan.imported');

    const office = await officeOfNewPlan(tx, actor, reading.facts.planCode, now);
    const told = await confirmAndDispatch(context, held, reading, office, command.idempotencyKey);
    if (!told.ok) return told;
    context.fault('dispatchPlan.dispatched');
    return held.step({
      type: 'dispatched',
      draftTaskIds: [],
      after: { planId, tasks: plan.tasks.length, dispatched: told.value.dispatched },
      change: { state: 'dispatched', planId },
    });
  });
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

async function planOf({ tx, review }: Held, reading: ReviewReading): Promise<PlanSeed> {
  const read = (await readingOfReview(tx, review.id)) as Extraction;
  const drafts = reading.drafts.map(draftOf);
  const { jurisdiction } = reading.units.directory;
  const document = await readReviewDocument(tx, review.id);
  const labels = drafts.flatMap(({ body: { task, label } }) =>
    label === null ? [] : [[task.id, label] as const],
  );
  const planCadences = review.planCadences as Extraction['planCadences'];
  const reviewed = reviewedExtraction({ ...read, planCadences }, reading.facts, drafts);
  return toPlanSeed(reviewed, {
    ...cadencesSaid(review, drafts),
    id: reading.facts.planCode,
    jurisdiction: { code: tx.scope.jurisdictionId, name: jurisdiction.name },
    sourceHash: review.sha256,
    sourceLength: Math.max(1, Array.from(document?.text ?? '').length),
    labels: Object.fromEntries(labels),
  });
}

/** What persons said of how often, besides what tasks say of it themselves. */
const cadencesSaid = (
  review: PlanReviewRow,
  drafts: readonly Draft[],
): Pick<PlanSeedFacts, 'actionCadences' | 'replacements'> => ({
  actionCadences: Object.fromEntries(
    (review.actions as ReviewAction[]).map(({ code, cadences = [] }) => [
      code,
      cadences.map(({ kind, every, by }) => ({ kind, every, ...(by !== undefined && { by }) })),
    ]),
  ),
  replacements: Object.fromEntries(
    drafts.map(({ body: { task, replacements = [] } }) => [task.id, replacements.map((one) => ({ ...one }))]),
  ),
});

/** What a task's names mean, by what persons chose in it and in the document. */
function directoryFor({ review, drafts, units }: ReviewReading): (code: string) => UnitDirectory {
  const codes = (names: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(names).flatMap(([printed, id]) => {
        const code = units.codeOfUnit.get(id);
        return code === undefined ? [] : [[printed, code]];
      }),
    );
  const inDocument = withNames(units.directory, codes(review.unitNames));
  const chosen = new Map(drafts.map((row) => [row.code, codes(bodyOf(row).chosen)]));
  return (code) => withNames(inDocument, chosen.get(code) ?? {});
}

/** The document beside the plan, and each task's own words beside the task. */
async function attachText({ tx, review }: Held, reading: ReviewReading, planId: string): Promise<void> {
  const { jurisdictionId } = tx.scope;
  const document = await readReviewDocument(tx, review.id);
  const kept = reading.drafts.filter(({ state }) => state !== 'dropped');
  const texts = kept.map((row) => ({
    id: taskIdOf(jurisdictionId, reading.facts.planCode, row.code),
    text: bodyOf(row).task.text,
  }));
  await attachPlanText(tx, planId, document?.text ?? '', texts);
}

async function confirmAndDispatch(
  context: EngineContext,
  { tx, now }: Held,
  { drafts, facts }: ReviewReading,
  actor: Actor,
  key: string,
): Promise<Outcome<{ dispatched: number }>> {
  const shell = { tx, now, book: context.book, fault: context.fault };
  const ids = drafts
    .filter(({ state }) => state === 'confirmed')
    .map(({ code }) => taskIdOf(tx.scope.jurisdictionId, facts.planCode, code));
  const send = (id: string, type: 'CONFIRMED' | 'DISPATCHED'): Envelope => ({
    to: { kind: 'task', id },
    event: { type, at: now },
    actor,
    idempotencyKey: `${key}:${type}`,
    droppable: false,
  });
  const confirmed = await applyEvents(
    shell,
    ids.map((id) => send(id, 'CONFIRMED')),
  );
  if (!confirmed.ok) return confirmed;
  const led = await tx.query<{ id: string }>(
    `select id from task where jurisdiction_id = $1 and id = any ($2::uuid[]) and not needs_assignment order by code`,
    [tx.scope.jurisdictionId, ids],
  );
  const dispatched = await applyEvents(
    shell,
    led.map(({ id }) => send(id, 'DISPATCHED')),
  );
  return dispatched.ok ? { ok: true, value: { dispatched: led.length } } : dispatched;
}
