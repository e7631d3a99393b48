import { writeFileSync } from 'node:fs';
import { machine } from './processor.js';
import { benchScore } from './bench-score.js';
it('runs', async () => {
  const figure = await benchScore(3000);
  writeFileSync('/tmp/bench-score.json', JSON.stringify({ machine: machine(), ...figure }, null, 2));
}, 580_000);
