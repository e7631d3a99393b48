import { refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { decideItems, sayPairs, type Transaction } from '#persistence';
import { readAmendment } from './read-amendment.js';
import type { RevisedText } from './revised-text.js';

/** A person's word on one difference; null takes it back. */
export interface SaidOfItem {
  key: string;
  decision: 'approved' | 'rejected' | null;
  reason?: string | undefined;
  /** The difference as the person saw it (`content`); another one by now is refused. Left out: not checked. */
  content?: string | undefined;
}

/** A person's word on what a task of the revised text is: this running one, or none. */
export interface SaidOfPair {
  draftTaskId: string;
  taskId: string | null;
}

/**
 * Keeps what a person said: pairs first, then decisions on the differences as they are with them. All of it, or
 * nothing. The caller holds the review's lock and knows that the person may.
 */
export async function decideAmendment(
  tx: Transaction,
  revised: RevisedText,
  said: { items: readonly SaidOfItem[]; pairs: readonly SaidOfPair[] },
  at: Instant,
  by: string | null,
): Promise<Outcome<null>> {
  const before = await readAmendment(tx, revised);
  if (!before.ok) return before;
  const drafts = new Set(revised.tasks.map(({ draftTaskId }) => draftTaskId));
  const tasks = new Set(before.value.running.text.tasks.map(({ key }) => key));
  const strange = said.pairs.find(
    ({ draftTaskId, taskId }) => !drafts.has(draftTaskId) || (taskId !== null && !tasks.has(taskId)),
  );
  if (strange)
    return refuse('InputInvalid', '要对应的任务不在本次修订稿或正在执行的方案中；请刷新后重新选择。', {
      ...strange,
    });
  if (said.pairs.length > 0) await sayPairs(tx, revised.reviewId, withoutRivals(said.pairs), at, by);

  const now = said.pairs.length > 0 ? await readAmendment(tx, revised) : before;
  if (!now.ok) return now;
  const items = new Map(now.value.amendment.items.map((item) => [item.key, item]));
  for (const { key, decision, reason, content } of said.items) {
    const item = items.get(key);
    if (item === undefined || (content !== undefined && content !== item.content))
      return refuse(
        'VersionConflict',
        '修订对照刚刚有变化，所办的一项已不是您看到的内容；请刷新后重新审定。',
        {
          key,
        },
      );
    if (item.entry.kind === 'unchanged' && decision === 'rejected')
      return refuse('InputInvalid', '未变的任务不需要审定，也不能不批准；请刷新后重试。', { key });
    if (decision === 'rejected' && (reason ?? '').trim() === '')
      return refuse('ReasonMissing', '不批准的，请写明理由。', { key, field: 'reason' });
  }
  if (said.items.length > 0)
    await decideItems(
      tx,
      revised.reviewId,
      said.items.map(({ key, decision, reason }) => ({
        itemKey: key,
        content: items.get(key)?.content ?? '',
        decision,
        reason: (reason ?? '').trim() || null,
      })),
      at,
      by,
    );
  return { ok: true, value: null };
}

/** The last word on a task counts. */
const withoutRivals = (pairs: readonly SaidOfPair[]): SaidOfPair[] => [
  ...new Map(pairs.map((pair) => [pair.draftTaskId, pair])).values(),
];
