import { instantOf } from '#calendar';
import { shippedRules } from '#testing';
import { attempt, happen, movesIn, timePasses, worldAt, type World } from './index.js';

const rules = shippedRules();

function act(world: World, name: string): World {
  const move = movesIn(world).find((candidate) => candidate.name === name);
  const stepped = move && attempt(world, move, rules);
  if (!stepped) throw new Error(`${name} was refused`);
  return stepped.world;
}

/** Found untrue, and the yellow card of it issued: the unit is to answer. */
function carded(): World {
  let world = worldAt(instantOf('2024-05-13', '09:00'), '2024-06-07', rules);
  for (const name of ['CONFIRMED', 'DISPATCHED', 'SIGNED', 'CLOSURE_REQUESTED']) world = act(world, name);
  world = act(act(world, 'PASSED:taskForceReview'), 'FOUND_UNTRUE');
  while (!movesIn(world).some(({ name }) => name === 'NOTICE_ISSUED')) {
    const passed = timePasses(world, rules);
    if (!passed) throw new Error('no card comes');
    world = passed.world;
  }
  return act(world, 'NOTICE_ISSUED');
}

describe('a clock that rings after it was stopped', () => {
  it('does not make an answer late that was given', () => {
    const asked = carded();
    const [key, clock] = Object.entries(asked.clocks).find(([name]) => name.includes('#answer:')) ?? [];
    const answered = act(asked, 'CARD_ANSWERED');
    const { event: type, ...facts } = clock?.detail ?? { event: '' };
    expect(key).toBe('task/task#answer:1:yellow');
    expect(Object.keys(answered.clocks)).not.toContain(key);
    expect(
      happen(answered, { kind: 'task', id: 'task' }, { type, at: clock?.at ?? '', ...facts }, rules),
    ).toBeNull();
  });
});
