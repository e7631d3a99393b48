import { taskIdOf, type Actor } from '#accountability';
import {
  attachTaskTexts,
  countBulkChunk,
  dispatchesUnderWay,
  finishBulkRun,
  moveDispatch,
  planReviewRow,
  policyVersionOfPlan,
  raiseAlerts,
  takeDispatch,
  taskCodesOfPlan,
  type DispatchUnderWay,
  type Transaction,
} from '#persistence';
import type { PlanSeed, PlanSeedTask, UnitDirectory } from '#plan';
import { alertToOffice } from './alert-to-office.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { namesHoldOn } from '../load/import-plan.js';
import { insertPlanTasks, namedTasks, unitIdsOf, type ImportPlanOptions } from '../load/import-tasks.js';
import { confirmAndDispatch } from './confirm-and-dispatch.js';
import { bodyOf } from './draft-rows.js';
import { directoryFor, planOf } from './plan-of-review.js';
import { readingOf, type ReviewReading } from './read-review.js';

/** So many tasks of a plan are dispatched in one transaction; larger plans go batch by batch. */
export const DISPATCH_BATCH = 1_000;

/**
 * Goes on with plans whose dispatch is under way or was broken off, a batch a transaction: every batch is whole, its
 * tasks are imported, confirmed, dispatched, their clocks armed and their units told. Restartable at any batch; of two
 * processes one has a plan, the other leaves it alone. Returns how many tasks were dispatched or made to wait.
 */
export async function resumeDispatches(
  context: EngineContext,
  jurisdictionId: string,
  batchOf = DISPATCH_BATCH,
): Promise<number> {
  const reviews = await context.database.transaction({ jurisdictionId }, dispatchesUnderWay, {
    readOnly: true,
  });
  let moved = 0;
  for (const reviewId of reviews) moved += await goOn(context, jurisdictionId, reviewId, batchOf);
  return moved;
}

async function goOn(
  context: EngineContext,
  jurisdictionId: string,
  reviewId: string,
  batchOf: number,
): Promise<number> {
  let ground: Ground | null = null;
  for (let moved = 0; ;) {
    const batch = await inTransaction(context, jurisdictionId, async (tx): Promise<Batch> => {
      const taken = await takeDispatch(tx, reviewId);
      if (taken === null) return { ok: true, count: 0, over: true, ground: null };
      const known = ground ?? (await groundOf(tx, reviewId, taken));
      return oneBatch(context, tx, taken, known, batchOf);
    });
    if (!batch.ok) {
      // Nobody can be asked here, and the rest of the sweep must go on: the office hears of it, and it is tried again.
      await context.database.transaction({ jurisdictionId }, (tx) =>
        raiseAlerts(tx, [alertToOffice(tx, reviewId, batch.rejection.message, context.clock.now())]),
      );
      return moved;
    }
    moved += batch.count;
    ground = batch.ground;
    if (batch.over) return moved;
  }
}

type Batch =
  | { ok: true; count: number; over: boolean; ground: Ground | null }
  | { ok: false; rejection: { code: string; message: string } };

/** What all batches of a plan stand on: read once a process. */
interface Ground {
  plan: PlanSeed;
  /** The tasks of a unit together, so that it hears of them in one message. */
  tasks: PlanSeedTask[];
  texts: ReadonlyMap<string, string>;
  directory: UnitDirectory;
  options: ImportPlanOptions;
  policyVersion: number;
}

async function groundOf(tx: Transaction, reviewId: string, taken: DispatchUnderWay): Promise<Ground> {
  const review = await planReviewRow(tx, reviewId);
  if (review === null) throw new Error('a plan is dispatched that nobody has reviewed');
  // As it was when it was decided.
  const reading = await readingOf(tx, review, taken.begunAt);
  const plan = await planOf(tx, reading);
  const leadOf = ({ lead }: PlanSeedTask): string => lead.map(({ canonical }) => canonical).join('/');
  return {
    plan,
    tasks: [...plan.tasks].sort((a, b) => (leadOf(a) < leadOf(b) ? -1 : leadOf(a) > leadOf(b) ? 1 : 0)),
    texts: new Map(textsOf(tx, reading).map(({ id, text }) => [id, text])),
    directory: reading.units.directory,
    options: { directoryFor: directoryFor(reading), idOfUnit: reading.units.idOfUnit },
    policyVersion: await policyVersionOfPlan(tx, taken.planId),
  };
}

async function oneBatch(
  { book, fault, clock }: EngineContext,
  tx: Transaction,
  taken: DispatchUnderWay,
  ground: Ground,
  batchOf: number,
): Promise<Batch> {
  const now = clock.now();
  const { plan, texts, options, policyVersion } = ground;
  const there = new Set(await taskCodesOfPlan(tx, taken.planId));
  const tasks = ground.tasks.filter(({ code }) => !there.has(code)).slice(0, batchOf);
  if (tasks.length > 0) {
    const on = namesHoldOn(plan, taken.begunAt);
    const named = namedTasks(plan, tasks, ground.directory, on, options);
    if (!named.ok) return named;
    await insertPlanTasks(tx, book, plan, named.value, { policyVersion, now, idOf: unitIdsOf(tx, options) });
    const ids = tasks.map(({ code }) => taskIdOf(tx.scope.jurisdictionId, plan.id, code));
    await attachTaskTexts(
      tx,
      ids.map((id) => ({ id, text: texts.get(id) ?? '' })),
    );
    fault('dispatchPlan.imported');
    const told = await confirmAndDispatch({ tx, now, book, fault }, ids, officeOf(taken, plan.id), taken.key);
    if (!told.ok) return told;
    fault('dispatchPlan.dispatched');
  }
  const left = ground.tasks.length - ground.tasks.filter(({ code }) => there.has(code)).length - tasks.length;
  await moveDispatch(tx, taken.reviewId, left, now);
  await countBulkChunk(tx, 'dispatch', tasks.length, now);
  if (left === 0) await finishBulkRun(tx, 'dispatch', now);
  return { ok: true, count: tasks.length, over: left === 0, ground };
}

/** Whoever decided the dispatch, as the headquarters office of the plan (`officeOfNewPlan`). */
const officeOf = ({ actorId, unitId }: DispatchUnderWay, planCode: string): Actor => ({
  personId: actorId,
  unitId,
  roles: [{ role: 'headquartersOffice', scopeKind: 'plan', scopeId: planCode }],
});

/** Each task's own words. */
export const textsOf = (
  { scope }: Transaction,
  { drafts, facts }: ReviewReading,
): { id: string; text: string }[] =>
  drafts
    .filter(({ state }) => state !== 'dropped')
    .map((row) => ({
      id: taskIdOf(scope.jurisdictionId, facts.planCode, row.code),
      text: bodyOf(row).task.text,
    }));
