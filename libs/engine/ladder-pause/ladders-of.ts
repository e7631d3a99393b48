import type { Policy } from '#accountability';
import type { LadderCovers } from '#persistence';

/** The ladder of the reports on tasks, which has no name of its own in the policy. */
export const REPORTING = 'reporting';

export interface NamedLadder {
  name: string;
  /** `旬报督办阶梯`. */
  label: string;
  covers: LadderCovers;
}

/** Every ladder of a policy by the name that it is stopped by. */
export function laddersOf({ reportingLadder, taskLadders, duties, dutyLadders }: Policy): NamedLadder[] {
  const label = (basis: string): string => basis.slice(basis.lastIndexOf('·') + 1);
  return [
    { name: REPORTING, label: label(reportingLadder.basis), covers: { lines: ['taskReport'] } },
    ...taskLadders.map(({ name, basis, trigger, gate }) => ({
      name,
      label: label(basis),
      covers: {
        trigger,
        gate: gate ?? null,
        otherGates: taskLadders.flatMap((other) =>
          other.trigger === trigger && other.gate !== undefined ? [other.gate] : [],
        ),
      },
    })),
    ...Object.entries(dutyLadders).map(([name, { basis }]) => ({
      name,
      label: label(basis),
      covers: { lines: duties.filter(({ ladder }) => ladder === name).map((duty) => duty.name) },
    })),
  ];
}
