import { createEngine } from '#engine';
import { rolledBack } from '#persistence';
import { ApiContext } from '../api-dependencies.js';

/** The same context, in which nothing that is done stays: what comes of an act can be said before it. */
export function withoutTrace(context: ApiContext): ApiContext {
  const database = rolledBack(context.database);
  const engine = createEngine({ database, clock: context.clock });
  const parts = { ...context, database, engine };
  return Object.assign(Object.create(ApiContext.prototype) as ApiContext, parts);
}
