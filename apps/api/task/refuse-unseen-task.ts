import { taskIsVisible } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';

/**
 * Rejects with NotFound for a task that is none of the person's. The engine works on the whole jurisdiction and
 * would say "not permitted", and by that, that it is there.
 */
export async function refuseUnseenTask(context: ApiContext, who: Who, taskId: string): Promise<void> {
  if (!(await seenBy(context, who, (tx) => taskIsVisible(tx, taskId)))) throw problem('NotFound');
}
