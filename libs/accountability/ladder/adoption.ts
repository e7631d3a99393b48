import type { Instant } from '#calendar';
import { lineLadder } from '../duty/line-ladder.js';
import { levelOf, type Policy, type Rung } from '../policy/policy.schema.js';
import type { ReportingLineContext } from '../reporting-line/reporting-line.context.js';
import type { Snapshot, SubjectKind } from '../subject.js';
import { ladderOf } from '../task/supervision/ladder-of.js';
import type { TaskContext } from '../task/task.context.js';
import type { PolicyAdopted, Standing } from './policy-adopted.event.js';

export type { PolicyAdopted, Standing } from './policy-adopted.event.js';

interface Climbing {
  generation: number;
  reached: number;
  awaitingIssue: { rung: string; agreed: boolean } | null;
  effectiveAt: Instant | null;
  causeDueAt: Instant;
}

/** Where the climbs of a task or a line stand under the version that has governed them so far. */
export function standingUnder(kind: SubjectKind, { context }: Snapshot, policy: Policy): Standing[] {
  const of = (climb: Climbing, rungs: readonly Rung[]): Standing => {
    const reached = rungs.slice(0, climb.reached);
    const rank = Math.max(0, ...reached.map(({ colour }) => levelOf(policy, colour)?.rank ?? 0));
    return { generation: climb.generation, rungs: reached.map(({ name }) => name), rank };
  };
  if (kind === 'task')
    return (context as unknown as TaskContext).climbs.map((climb) =>
      of(climb, ladderOf(policy, climb)?.rungs ?? []),
    );
  if (kind === 'obligation') return [];
  const line = context as unknown as ReportingLineContext;
  return [
    ...(line.climb ? [of(line.climb, lineLadder(policy, line).rungs)] : []),
    ...line.matters.climbs.map((climb) => of(climb, ladderOf(policy, climb)?.rungs ?? [])),
  ];
}

/**
 * The climb on the ladder of the new version: as far up as the furthest rung that both have, else as the gravest level
 * that is no graver than the one it had come to. What a person was still to issue stays with them where the new version
 * has that rung, and lapses else. Clocks run from the adoption: nobody is late for what the new version alone demands.
 */
export function carriedOver<C extends Climbing>(
  climb: C,
  rungs: readonly Rung[],
  { at, standing }: Pick<PolicyAdopted, 'at' | 'standing'>,
  policy: Policy,
): { climb: C; lapses: boolean } {
  const before = standing.find(({ generation }) => generation === climb.generation);
  const known = rungs.findLastIndex(({ name }) => before?.rungs.includes(name));
  const asGrave = rungs.findLastIndex(({ colour }) => {
    const rank = levelOf(policy, colour)?.rank ?? 0;
    return rank > 0 && rank <= (before?.rank ?? 0);
  });
  const reached = (known >= 0 ? known : asGrave) + 1;
  const awaited = climb.awaitingIssue?.rung;
  const lapses = awaited !== undefined && rungs[reached - 1]?.name !== awaited;
  return {
    climb: {
      ...climb,
      reached,
      awaitingIssue: lapses ? null : climb.awaitingIssue,
      effectiveAt: reached === 0 ? null : at,
      causeDueAt: reached === 0 ? at : climb.causeDueAt,
    },
    lapses,
  };
}
