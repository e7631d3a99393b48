import { afterAll, beforeAll, describe } from '@jest/globals';
import { matrixTests } from './matrix-tests.js';
import { populatedWorld, type PopulatedWorld } from './populated-world.js';

/** Every endpoint asked by everybody about everything takes a minute: where there is time for it. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

inCi('a district beside another', () => {
  let world: PopulatedWorld;
  beforeAll(async () => {
    world = await populatedWorld();
  }, 120_000);
  afterAll(() => world.stop());

  describe('who may do what', () => matrixTests(() => world));
});
