import { civilDateOf, instantOf, type CivilDate, type Instant } from '#calendar';
import type { Engine } from '#engine';
import { Agenda } from './agenda.js';
import { chanceFrom } from './chance.js';
import { changingLiaisons } from './behaviour/changing-liaisons.js';
import { closing } from './behaviour/closing.js';
import { dispatching } from './behaviour/dispatching.js';
import { askingForParts, fulfilling } from './behaviour/fulfilling.js';
import { filing, makingGood } from './behaviour/filing.js';
import { reviewing } from './behaviour/reviewing.js';
import { disputing, signing } from './behaviour/signing.js';
import { supervising } from './behaviour/supervising.js';
import { drawing, verifying } from './behaviour/verifying.js';
import type { Scenario } from './scenario.js';
import { Stage } from './stage.js';
import type { VirtualClock } from './virtual-clock.js';

export interface SimulateOptions {
  /** An engine on `clock`, on a database into which the seeds were loaded. */
  engine: Engine;
  clock: VirtualClock;
  jurisdictionId: string;
  scenario: Scenario;
  from: CivilDate;
  /** The last instant that is played. */
  until: Instant;
  seed: number;
  /** Told at the first thing that happens on a day, before it happens. */
  onDay?: (day: CivilDate) => Promise<void> | void;
}

/**
 * Plays a scenario through the product itself: the same use cases, the same database, the same sweep, on a clock that
 * jumps from one thing to the next. What people do at an instant comes after what falls due at it.
 */
export async function simulate(options: SimulateOptions): Promise<void> {
  const { engine, clock, jurisdictionId, scenario, until } = options;
  clock.moveTo(instantOf(options.from, '08:00'));
  const calendar = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    engine.context.book.calendar(tx),
  );
  const agenda = new Agenda();
  const stage = new Stage({
    jurisdictionId,
    engine,
    clock,
    agenda,
    chance: chanceFrom(options.seed),
    scenario,
    calendar,
  });
  dispatching(stage, options.from);
  disputing(stage);
  makingGood(stage);
  changingLiaisons(stage);
  askingForParts(stage);
  drawing(stage);
  let day: CivilDate = '';
  for (;;) {
    await engine.sweep(jurisdictionId);
    for (const act of agenda.take(clock.now())) await act.run();
    for (const observe of [signing, filing, fulfilling, reviewing, supervising, verifying, closing])
      await observe(stage);
    const next = earliest(await engine.nextInstant(jurisdictionId), agenda.next());
    if (next === null || next > until) break;
    clock.moveTo(next);
    if (civilDateOf(clock.now()) !== day) {
      day = civilDateOf(clock.now());
      await options.onDay?.(day);
    }
  }
  clock.moveTo(until);
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;
