// Adds up the results of all runs of Jest: `sum-tests.mjs FOLDER`, with the files that `--json --outputFile` wrote.
// Prints one line and nothing else. Exit code 1 where a test failed, or where no test ran at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const names = readdirSync(folder);
let passed = 0;
let failed = 0;
for (const file of names.filter((name) => name.endsWith('.json'))) {
  const run = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += run.numPassedTests;
  // A file that could not be run has no tests to count, and is a failure all the same.
  failed += run.numFailedTests + run.numRuntimeErrorTestSuites;
}
// So is a run that was begun and has left no results.
for (const file of names.filter((name) => name.endsWith('.begun')))
  if (!existsSync(join(folder, file.replace(/begun$/u, 'json')))) failed += 1;
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
