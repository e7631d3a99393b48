import { acceptanceOf, offsetFrom, TASK_REPORT } from '#accountability';
import { project, type Instant } from '#calendar';
import { deadlineLabel, type AfterFiling } from '#contract';
import { readAfterFiling, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';

/** Who looks at what is filed and until when, and which clocks stop, by the rules that the line stands under. */
export async function afterFilingOf(
  context: ApiContext,
  tx: Transaction,
  sittingId: string,
  now: Instant,
): Promise<AfterFiling | null> {
  const row = await readAfterFiling(tx, sittingId);
  if (row === null) return null;
  const { policy, calendar } = await context.engine.context.book.rules(tx, row.policy_version);
  const acceptance = acceptanceOf(policy, { duty: TASK_REPORT });
  const silentlyAfter = acceptance?.silentlyAfter ?? null;
  return {
    reviewedBy: row.offices,
    acceptedAt: silentlyAfter === null ? null : project(offsetFrom(now, silentlyAfter), [], calendar).at,
    stops: firstOfEach(row.clocks.map(({ name, at }) => ({ name, label: deadlineLabel(name), at }))),
  };
}

/** Of clocks that are called the same (eleven reports to file again) the first to ring stands for all. */
const firstOfEach = (clocks: AfterFiling['stops']): AfterFiling['stops'] =>
  clocks.filter(({ label }, index) => clocks.findIndex((one) => one.label === label) === index);
