import type { Rules } from '#accountability';
import { shippedRules } from '#testing';
import { LinePlay, policyOf, TaskPlay } from './climb-machines.js';
import { drawFrom } from './draw.js';
import { foretell } from './ladder-oracle.js';
import { randomRungs, randomStory } from './random-stories.js';
import { inWords, type Story, type StoryRung } from './story.js';

/** `npm run verify` plays all 100,000 of them, CI a tenth, every test run 3,000. */
const PLAYED = { wide: 100, ci: 10, faults: 10 }[process.env['LUOSHI_VERIFY'] ?? ''] ?? 3;
const OF_TASKS = 300 * PLAYED;
const OF_LINES = 700 * PLAYED;
/** So many stories are played on one ladder: a statechart is built for each. */
const A_LADDER = 50;

const shipped = shippedRules();

/** How often what the stories are for did come to bear on one: nothing else would have been looked at. */
interface Seen {
  reached: number;
  topmost: number;
  /** An office was asked again. */
  late: number;
  outages: number;
  stops: number;
  early: number;
}

const without = (story: Story, told: readonly string[], change: Partial<Story>): number =>
  foretell({ ...story, ...change }).join() === told.join() ? 0 : 1;

function playAll(
  play: (story: Story, rules: Rules) => string[],
  { ofLine, seed, count }: { ofLine: boolean; seed: number; count: number },
): Seen {
  const draw = drawFrom(seed);
  const seen: Seen = { reached: 0, topmost: 0, late: 0, outages: 0, stops: 0, early: 0 };
  let rungs: StoryRung[] = [];
  let rules = shipped;
  for (let number = 0; number < count; number += 1) {
    if (number % A_LADDER === 0) {
      rungs = randomRungs(draw);
      rules = { ...shipped, policy: policyOf(rungs, shipped.policy) };
    }
    const story = randomStory(draw, rungs, ofLine);
    const [told, expected] = [play(story, rules), foretell(story)];
    if (told.join('\n') !== expected.join('\n'))
      throw new Error(
        `story ${number} of seed ${seed}: ${inWords(story)}\nthe chart: ${told.join(', ')}\nthe oracle: ${expected.join(', ')}`,
      );
    const claims = expected.filter((line) => line.endsWith('reached')).length;
    seen.reached += claims;
    if (claims === rungs.length && rungs.length > 2) seen.topmost += 1;
    seen.late += expected.filter((line) => line.endsWith('in time')).length;
    if (number % 10 > 0) continue;
    seen.outages += without(story, expected, { outages: [] });
    seen.stops += without(story, expected, { stops: [], holds: [], appeals: [] });
    seen.early += without(story, expected, { cards: [] });
  }
  return seen;
}

describe('the moments at which a ladder is climbed', () => {
  it(`are those of the oracle in ${OF_TASKS} stories of a task: suspended, waiting, held, appealed, skipped, cured, down`, () => {
    const seen = playAll((story, rules) => new TaskPlay(story, rules).run(), {
      ofLine: false,
      seed: 13_710,
      count: OF_TASKS,
    });
    expect(seen.reached).toBeGreaterThan(OF_TASKS);
    expect(seen.topmost).toBeGreaterThan(OF_TASKS / 10);
    expect(seen.late).toBeGreaterThan(OF_TASKS / 10);
    for (const count of [seen.outages, seen.stops]) expect(count).toBeGreaterThan(OF_TASKS / 100);
    expect(seen.early).toBeGreaterThan(OF_TASKS / 400);
  });

  it(`are those of the oracle in ${OF_LINES} stories of a reporting line: held, appealed, skipped, cured, down`, () => {
    const seen = playAll((story, rules) => new LinePlay(story, rules).run(), {
      ofLine: true,
      seed: 36,
      count: OF_LINES,
    });
    expect(seen.reached).toBeGreaterThan(OF_LINES);
    expect(seen.topmost).toBeGreaterThan(OF_LINES / 10);
    expect(seen.late).toBeGreaterThan(OF_LINES / 10);
    for (const count of [seen.outages, seen.stops]) expect(count).toBeGreaterThan(OF_LINES / 100);
    expect(seen.early).toBeGreaterThan(OF_LINES / 400);
  });
});
