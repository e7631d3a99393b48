import { foretell } from '../oracle/foretell.js';
import type { Plot } from '../oracle/plot.js';
import type { Recorded } from './record-of.js';
import type { Beginnings, Lived } from './live.js';
import { live, PROMPT } from './live.js';
import type { Receiver } from './receiver.js';

/** Deliveries may be as early as the clock of the one that is ahead, and as late as the sweeper's next look by that clock. */
const EARLY = -2;
const LATE = 8;

/** A story as it goes without any fault, lived once for all its schedules. */
export class WithoutFaults {
  readonly #lived = new Map<string, Promise<Lived>>();

  of(plot: Plot, beginnings: Beginnings, receiver: Receiver): Promise<Lived> {
    const key = JSON.stringify(plot);
    const known = this.#lived.get(key) ?? live(plot, PROMPT, beginnings, receiver);
    this.#lived.set(key, known);
    return known;
  }
}

/** What is not as the oracle says; nothing, if all is well. */
export function againstOracle(plot: Plot, { recorded, otherwise, wrongLetters }: Lived): string[] {
  const foretold = foretell(plot);
  const extra = recorded.outages.filter((at) => !ends(plot, at));
  return [
    ...otherwise.map((what) => `not as foretold: ${what}`),
    ...differences('rung', foretold.rungs, recorded.rungs),
    ...differences('notice', foretold.notices, recorded.notices),
    ...differences('message', foretold.told, recorded.told),
    ...foretold.outages
      .filter((at) => !recorded.outages.includes(at))
      .map((at) => `nobody was told of the outage until ${at}`),
    ...extra.map((at) => `an outage is told of that there was not, ${at}`),
    ...repeated(recorded.outages).map((at) => `the outage until ${at} is told of twice`),
    ...wrongLetters,
    ...strays(plot, recorded),
  ];
}

/** What is not as it was without the faults. */
export function againstPrompt(prompt: Lived, { recorded }: Lived): string[] {
  return Object.entries(prompt.recorded.rows).flatMap(([table, rows]) =>
    differences(
      `row of ${table}`,
      rows.map((row) => JSON.stringify(row)),
      (recorded.rows[table] ?? []).map((row) => JSON.stringify(row)),
    ),
  );
}

const civilMinute = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`) / 60_000;
const ends = ({ outages }: Plot, at: string): boolean => outages.some(([, to]) => to === civilMinute(at));

function strays({ outages }: Plot, { deliveries }: Recorded): string[] {
  // What was to be delivered while nobody was there is delivered when they are back.
  const due = (at: number): number => outages.find(([from, to]) => at >= from && at < to)?.[1] ?? at;
  const delays = deliveries.map((one) => one.done - due(one.due));
  const [early, late] = [Math.min(0, ...delays), Math.max(0, ...delays)];
  return [
    ...(early < EARLY ? [`delivered ${-early} minutes before its time`] : []),
    ...(late > LATE ? [`delivered ${late} minutes after its time`] : []),
  ];
}

/** As lists: what is there twice is one too many. */
function differences(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of expected) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of found) left.set(one, (left.get(one) ?? 0) - 1);
  return [...left].flatMap(([one, count]) =>
    count === 0 ? [] : [`${what} ${count > 0 ? 'lost' : 'too many'}: ${one}`],
  );
}

const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
];
