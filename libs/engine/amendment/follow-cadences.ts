import { effectiveCadences, upgraded, type Actor, type Outcome, type TaskContext } from '#accountability';
import { cadencesOfTasks, lockSubjects } from '#persistence';
import { applyEvents } from '../apply-events.js';
import type { Envelope, Shell } from '../envelope.js';
import { cadenceSources } from '../tasks/reported-rhythms.js';

/**
 * A revised text is in force and printed: tasks for which plan, action or their own words say another rhythm now are
 * reported on in that one from here on. Nothing of the past is owed in it.
 */
export async function followCadences(
  shell: Shell,
  planId: string,
  { reviewId, document, actor }: { reviewId: string; document: string; actor: Actor },
): Promise<Outcome<{ tasks: number }>> {
  const { tx, now, book } = shell;
  const live = await tx.query<{ id: string }>(
    `select id from task where plan_id = $1 and state not in ('closed', 'withdrawn') order by id`,
    [planId],
  );
  const ids = live.map(({ id }) => id);
  const said = new Map((await cadencesOfTasks(tx, ids)).map((kept) => [kept.taskId, kept]));
  const envelopes: Envelope[] = [];
  for (const { id, snapshot, policyVersion } of await lockSubjects(tx, 'task', ids)) {
    const kept = said.get(id);
    if (!kept) continue;
    const { cadences } = await book.policy(tx, policyVersion);
    const { reportsEvery } = effectiveCadences(cadenceSources(kept), cadences);
    const before = (upgraded('task', snapshot).context as unknown as TaskContext).reportsEvery;
    if (before.join() === reportsEvery.join()) continue;
    envelopes.push({
      to: { kind: 'task', id },
      event: { type: 'CADENCES_CHANGED', at: now, reason: `${document}修订`, reportsEvery },
      actor,
      idempotencyKey: `amendment:${reviewId}:cadences`,
      droppable: false,
    });
  }
  const outcome = await applyEvents(shell, envelopes);
  return outcome.ok ? { ok: true, value: { tasks: envelopes.length } } : outcome;
}
