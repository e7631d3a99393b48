import { instantOf } from '#calendar';
import { createEngine, type Engine } from '#engine';
import type { Database } from '#persistence';
import { benchActor, JURISDICTION } from './bench-district.js';

/** What is done to a report: returned (a clock off, a clock on, a message) or accepted (a clock off). */
export const STEPS = ['return', 'accept'] as const;
export type Step = (typeof STEPS)[number];

/** A working day's morning, when people may be told at once. */
export const JUDGED_AT = instantOf('2024-04-11', '10:00');
export const REASON = '进展描述过于笼统，请补充本期完成的具体工作量和下一步安排。';
export const TASK_FORCE = benchActor('taskforce');

export const engineOn = (database: Database): Engine =>
  createEngine({ database, clock: { now: () => JUDGED_AT } });

/** The task force judges reports, all of them in one transaction. @throws Error where it is refused */
export async function judge(engine: Engine, step: Step, ids: readonly string[]): Promise<void> {
  const [first] = ids;
  const command = {
    jurisdictionId: JURISDICTION,
    action: step,
    input: step === 'return' ? { reason: REASON } : {},
    actor: TASK_FORCE,
    idempotencyKey: `judged:${first ?? ''}`,
  };
  const outcome =
    ids.length === 1
      ? await engine.act({ ...command, subject: { kind: 'obligation', id: first ?? '' } })
      : await engine.actOnMany({
          ...command,
          subjects: ids.map((id) => ({ kind: 'obligation' as const, id })),
        });
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
}
