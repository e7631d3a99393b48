import type { ApiContext, Queue } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { administers } from '../who/administers.js';
import type { Who } from '../who/who.js';

/** The queue, where this person is a system administrator. @throws ProblemError NotPermitted, NotAvailable */
export function queueFor({ queue }: ApiContext, who: Who): Queue {
  if (!administers(who)) throw problem('NotPermitted');
  if (queue === undefined) throw problem('NotAvailable');
  return queue;
}

/**
 * There is one queue for all jurisdictions of an installation: what shows or stops that of the others is for whoever
 * runs the server.
 *
 * @throws ProblemError NotPermitted
 */
export async function refuseAmongSeveral({ database }: ApiContext): Promise<void> {
  const all = await database.outsideTenants((tx) => tx.query('select id from all_jurisdictions()', []));
  if (all.length > 1)
    throw problem(
      'NotPermitted',
      '本系统服务多个辖区，唤醒队列由各辖区共用，请由服务器管理员用 npx luoshi queue 办理。',
    );
}
