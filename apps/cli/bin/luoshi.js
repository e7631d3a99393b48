#!/usr/bin/env node
import { buildWhatIsStale } from './build-what-is-stale.js';

const asked = process.argv[2] ?? 'start';
// Only those who serve the page need it built.
const serves =
  ['start', 'api'].includes(asked) ||
  (asked.startsWith('-') && !['-h', '--help', '-V', '--version'].includes(asked));
if (!(await buildWhatIsStale({ page: serves }))) process.exit(1);
const { main } = await import('../../../dist/apps/cli/main.js');
const code = await main(process.argv);
// Written out before the end: a pipe may still hold some of it.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
);
process.exit(code);
