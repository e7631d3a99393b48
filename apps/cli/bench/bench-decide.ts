import { bareTransition, decide, type Rules } from '#accountability';
import { firstMonth, type Step } from './first-month.js';
import { median, rounded, timed } from './processor.js';

/** What one event costs, in microseconds of the processor, and how many times the baseline that is. */
export interface DecideFigure {
  /** `task SIGNED`; of a whole kind `task`; of everything `all`. */
  readonly what: string;
  readonly events: number;
  readonly bareUs: number;
  readonly decideUs: number;
  /** The median over all rounds of one round's quotient. */
  readonly times: number;
}

/** So many events at least are decided in a round. */
const EVENTS_A_ROUND = 1_000;

/**
 * Measures `decide`, with everything that belongs to it, against XState's `resolveState` and `transition` on the same
 * events of twelve units' first month, in turns, since a machine's speed drifts. First of everything, then by kind of
 * subject, then by event.
 *
 * @param rounds how often each is measured
 * @param eventsARound so many events at least are decided each time
 */
export function benchDecide(rules: Rules, rounds: number, eventsARound = EVENTS_A_ROUND): DecideFigure[] {
  const steps = firstMonth(rules);
  const groups = new Map<string, Step[]>([['all', steps]]);
  for (const what of [(step: Step) => step.subject.kind, nameOf])
    for (const step of steps) groups.set(what(step), [...(groups.get(what(step)) ?? []), step]);
  const names = [...groups.keys()].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  return names.map((what) => measure(what, groups.get(what) ?? [], rules, { rounds, eventsARound }));
}

const nameOf = ({ subject, event }: Step): string => `${subject.kind} ${event.type}`;
const depth = (name: string): number => (name === 'all' ? 0 : name.includes(' ') ? 2 : 1);

function measure(
  what: string,
  steps: readonly Step[],
  rules: Rules,
  { rounds, eventsARound }: { rounds: number; eventsARound: number },
): DecideFigure {
  const times = Math.ceil(eventsARound / steps.length);
  const bare = (): number =>
    perEvent(steps, times, ({ subject: { kind, snapshot }, kept }) =>
      bareTransition(kind, snapshot, kept, rules.policy),
    );
  const whole = (): number =>
    perEvent(steps, times, ({ subject, event, actor }) => decide(subject, event, rules, actor));
  bare();
  whole();
  const taken = Array.from({ length: rounds }, (_, round) => {
    // In turns also within a round: who comes first changes.
    if (round % 2 === 0) return { bare: bare(), whole: whole() };
    const first = whole();
    return { bare: bare(), whole: first };
  });
  return {
    what,
    events: steps.length,
    bareUs: rounded(median(taken.map((one) => one.bare)), 1),
    decideUs: rounded(median(taken.map((one) => one.whole)), 1),
    times: rounded(median(taken.map((one) => one.whole / one.bare)), 2),
  };
}

function perEvent(steps: readonly Step[], times: number, run: (step: Step) => unknown): number {
  const { cpuMs } = timed(() => {
    for (let time = 0; time < times; time += 1) for (const step of steps) run(step);
  });
  return (cpuMs * 1000) / (times * steps.length);
}
