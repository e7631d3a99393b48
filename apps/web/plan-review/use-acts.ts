import type { CorrectDraftTask, DraftTask, DraftTaskAct, PlanReview, PlanReviewAct } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isSignedOut } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { newKey } from '../api/new-key.js';
import { planReviewQuery } from '../api/queries.js';
import { withTasks } from './with-tasks.js';

/** An act that did not come about, with the task as the person saw it. */
export interface Failure {
  task: DraftTask;
  act: DraftTaskAct;
  problem: unknown;
}

export interface Acts {
  /** How many requests are on their way. */
  busy: number;
  failures: Readonly<Record<string, Failure>>;
  dismiss: (taskId: string) => void;
  /** Resolves to the tasks it touched; null where it failed, which `failures` then tells. */
  actOn: (task: DraftTask, act: DraftTaskAct) => Promise<DraftTask[] | null>;
  /** @throws ApiProblem */
  correct: (task: DraftTask, body: CorrectDraftTask) => Promise<DraftTask>;
  /** @throws ApiProblem */
  actOnReview: (act: PlanReviewAct) => Promise<PlanReview>;
  /** @throws ApiProblem */
  add: (body: { span: DraftTask['span']; actionCode: string; after: string | null }) => Promise<DraftTask>;
  refresh: () => Promise<void>;
}

/** Counts, findings and unmatched names follow a moment after the last change, not after each of them. */
const SETTLE_MS = 700;
/** These change nothing but the task itself. */
const ALONE = new Set<DraftTaskAct['type']>(['confirm', 'doubt', 'drop', 'restore']);

/** What a person does to a review. Every change carries the version that they saw. */
export function useActs(reviewId: string): Acts {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(0);
  const [failures, setFailures] = useState<Acts['failures']>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keys = useRef(new Map<string, string>());
  useEffect(() => () => clearTimeout(timer.current), []);

  const acts = useMemo(() => {
    const { queryKey } = planReviewQuery(reviewId);
    const params = { id: reviewId };
    const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey, exact: true });
    const settle = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refresh(), SETTLE_MS);
    };
    const put = async (change: (review: PlanReview) => PlanReview): Promise<void> => {
      // What is being read at this moment does not know of the change yet.
      await queries.cancelQueries({ queryKey, exact: true });
      queries.setQueryData<PlanReview>(queryKey, (old) => (old === undefined ? old : change(old)));
    };
    /** The same intention keeps its key when its answer was lost. */
    const keyFor = (...intention: unknown[]): string => {
      const text = JSON.stringify(intention);
      const key = keys.current.get(text) ?? newKey();
      keys.current.set(text, key);
      return key;
    };
    async function counted<T>(work: () => Promise<T>): Promise<T> {
      setBusy((n) => n + 1);
      try {
        return await work();
      } finally {
        setBusy((n) => n - 1);
      }
    }
    const dismiss = (taskId: string): void =>
      setFailures((known) => Object.fromEntries(Object.entries(known).filter(([id]) => id !== taskId)));

    const actOn: Acts['actOn'] = (task, act) =>
      counted(async () => {
        dismiss(task.id);
        try {
          const { tasks } = await call('actOnDraftTask', {
            params: { ...params, taskId: task.id },
            body: act,
            etag: etagOf(task.version),
            key: keyFor(task.id, task.version, act),
          });
          if (ALONE.has(act.type)) {
            await put((review) => withTasks(review, tasks));
            settle();
          } else await refresh();
          return tasks;
        } catch (problem) {
          if (isSignedOut(problem)) throw problem;
          setFailures((known) => ({ ...known, [task.id]: { task, act, problem } }));
          await refresh();
          return null;
        }
      });

    const correct: Acts['correct'] = (task, body) =>
      counted(async () => {
        const changed = await call('correctDraftTask', {
          params: { ...params, taskId: task.id },
          body,
          etag: etagOf(task.version),
          key: keyFor(task.id, task.version, body),
        });
        await put((review) => withTasks(review, [changed]));
        settle();
        return changed;
      });

    const actOnReview: Acts['actOnReview'] = (act) =>
      counted(async () => {
        const review = await call('actOnPlanReview', { params, body: act, key: newKey() });
        await put(() => review);
        return review;
      });

    const add: Acts['add'] = (body) =>
      counted(async () => {
        const task = await call('addDraftTask', { params, body, key: newKey() });
        await refresh();
        return task;
      });
    return { dismiss, actOn, correct, actOnReview, add, refresh };
  }, [queries, reviewId]);

  return { ...acts, busy, failures };
}
