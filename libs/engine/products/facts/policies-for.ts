import type { Policy } from '#accountability';
import type { Transaction } from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import type { PoliciesOf } from './task-standings.js';

/** Under which policies each task's events are played again: its own, and where that refuses one, the earlier versions. */
export async function policiesFor(
  context: EngineContext,
  tx: Transaction,
  tasks: readonly { id: string; policyVersion: number }[],
): Promise<PoliciesOf> {
  const versions = (
    await tx.query<{ version: number }>('select version from policy_version order by version desc')
  ).map(({ version }) => version);
  const known = new Map<number, Policy>();
  for (const version of versions) known.set(version, await context.book.policy(tx, version));
  const own = new Map(tasks.map(({ id, policyVersion }) => [id, policyVersion]));
  const ordered = new Map<number, readonly Policy[]>();
  return (taskId) => {
    const first = own.get(taskId) ?? versions[0] ?? 0;
    const found = ordered.get(first);
    if (found) return found;
    const policies = [first, ...versions.filter((version) => version !== first)].flatMap(
      (version) => known.get(version) ?? [],
    );
    ordered.set(first, policies);
    return policies;
  };
}
