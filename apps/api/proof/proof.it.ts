import { afterAll, beforeAll, describe } from '@jest/globals';
import { allIds } from './testing/all-ids.js';
import { attackTests } from './testing/attack-tests.js';
import { fuzzTest } from './testing/fuzz-tests.js';
import { listTests } from './testing/list-tests.js';
import { matrixTests } from './testing/matrix-tests.js';
import { uploadTests } from './testing/upload-tests.js';
import { populatedWorld, type PopulatedWorld } from './testing/populated-world.js';
import { beginSlowOnes, slowTests, type SlowOnes } from './testing/slow-tests.js';

/** Every endpoint asked by everybody about everything takes a minute: where there is time for it. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
const REQUESTS = Number(process.env['LUOSHI_FUZZ_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['LUOSHI_FUZZ_SEED'] ?? 20_241_122);

inCi('a district beside another', () => {
  let world: PopulatedWorld;
  let ids: string[];
  let slow: SlowOnes;
  beforeAll(async () => {
    world = await populatedWorld();
    slow = beginSlowOnes(world.api.url);
    ids = await allIds(world);
  });
  afterAll(() => world.stop());

  describe('who may do what', () => matrixTests(() => world));
  describe('a list in another form', () => listTests(() => world));
  describe('an attack', () => attackTests(() => world));
  describe('an attack by a file', () => uploadTests(() => world));
  describe('a slow one', () => slowTests(() => slow));
  describe('every endpoint', () =>
    fuzzTest(() => ({ ...world, ids, people: Object.values(world.cast) }), REQUESTS, SEED));
});
