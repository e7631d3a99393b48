import type { ReportingLineView } from '#contract';
import { z } from 'zod';

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const lineSearchSchema = z.object({
  q: z.string().optional().catch(undefined),
  /** Only lines that want attention. */
  trouble: z.literal(true).optional().catch(undefined),
});
export type LineSearch = z.infer<typeof lineSearchSchema>;

/** A line that wants attention: on a rung, with a missed sitting, or with the latest one overdue. */
export const inTrouble = (line: ReportingLineView): boolean =>
  line.standing !== null || line.missedSittings > 0 || line.latestSitting?.status === 'overdue';

/** The lines of units whose name has the words, where they are to be in trouble only those that are. */
export const linesMatching = (
  lines: readonly ReportingLineView[],
  { q, trouble }: LineSearch,
): ReportingLineView[] =>
  lines.filter(
    (line) => (q === undefined || line.unit.name.includes(q)) && (trouble !== true || inTrouble(line)),
  );

/** The most serious first. */
export const byStanding = (a: ReportingLineView, b: ReportingLineView): number =>
  (b.standing?.rung ?? 0) - (a.standing?.rung ?? 0) ||
  b.missedSittings - a.missedSittings ||
  b.taskCount - a.taskCount;
