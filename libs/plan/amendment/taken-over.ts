import { shareWithin } from './character-pairs.js';
import type { PreparedTask } from './prepared-task.js';
import { LEAST_TAKEN_OVER, LEAST_TAKEN_OVER_LENGTH } from './thresholds.js';

/** Of a new task: the running one that most of its words stood in, so that it may have been split off. */
export function splitHint(added: PreparedTask, running: readonly PreparedTask[]): string | null {
  const origin = holderOf(added, running);
  return origin === null ? null : `文字多取自原任务 ${origin.task.code}，可能由其拆分而来`;
}

/** Of a removed task: the one of the revised text that holds most of its words, so that it may have been merged. */
export function mergeHint(removed: PreparedTask, revised: readonly PreparedTask[]): string | null {
  const heir = holderOf(removed, revised);
  return heir === null ? null : `文字多见于修订稿的“${heir.task.title}”，可能已并入该任务`;
}

function holderOf(part: PreparedTask, others: readonly PreparedTask[]): PreparedTask | null {
  if (part.body === null || part.body.length < LEAST_TAKEN_OVER_LENGTH) return null;
  let best: PreparedTask | null = null;
  let most = LEAST_TAKEN_OVER;
  for (const other of others) {
    const share = other.body === null ? 0 : shareWithin(part.body, other.body);
    if (share < most || (share === most && best !== null)) continue;
    [best, most] = [other, share];
  }
  return best;
}
