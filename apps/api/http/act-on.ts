import { readSubjectState } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { problem } from './problem.js';
import { valueOf } from './value-of.js';

export interface Act {
  subject: { kind: 'task' | 'obligation'; id: string };
  action: string;
  input: Record<string, unknown>;
  expectedVersion: number;
  idempotencyKey: string;
}

/**
 * Has the engine do something with a task or a report. The engine works on the whole jurisdiction and would say "not
 * permitted" of what is none of the person's, and by that, that it is there: here it is not found.
 */
export async function actOn(
  context: ApiContext,
  who: Who,
  act: Act,
): Promise<{ version: number; state: string }> {
  const { kind, id } = act.subject;
  const before = await seenBy(context, who, (tx) => readSubjectState(tx, kind, id));
  if (before === null) throw problem('NotFound');
  const { jurisdictionId, actor } = who;
  const done = valueOf(await context.engine.act({ jurisdictionId, actor, ...act }));
  // A repeat is answered with the version alone.
  return { version: done.version, state: done.state === '' ? before.state : done.state };
}
