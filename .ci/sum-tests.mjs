// Adds up the results of all runs of Jest: `sum-tests.mjs FOLDER`, with the files that `--json --outputFile` wrote.
// Prints one line and nothing else. Exit code 1 where a test failed, or where no test ran at all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const run = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += run.numPassedTests;
  // A file that could not be run has no tests to count, and is a failure all the same.
  failed += run.numFailedTests + run.numRuntimeErrorTestSuites;
}
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
