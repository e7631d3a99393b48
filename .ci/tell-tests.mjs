// Tells of the tests that failed, over all runs of Jest, each with the beginning of why; and which files took longest:
// `tell-tests.mjs FOLDER`, with the files that `--json --outputFile` wrote. Says nothing where there is nothing to tell.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const MOST_TESTS = 60;
const LINES_OF_WHY = 14;
const LONGEST = 12;

const folder = process.argv[2];
const names = readdirSync(folder);
const runs = names
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name: name.slice(0, -5), ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
const files = runs.flatMap(({ name, testResults }) => testResults.map((file) => ({ run: name, ...file })));

const longest = files
  .map(({ run, name, startTime, endTime }) => ({ run, name, seconds: (endTime - startTime) / 1_000 }))
  .sort((a, b) => b.seconds - a.seconds)
  .slice(0, LONGEST);
for (const { run, name, seconds } of longest)
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${run}  ${placeOf(name)}`);

/** Without colours and the places it was called from, as far as it is needed to know what to look for. */
function whyOf(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const end = lines.findIndex((line) => /^\s+at /u.test(line));
  const told = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line.trim() !== '');
  return told.slice(0, LINES_OF_WHY).map((line) => `      ${line.slice(0, 300)}`);
}

function placeOf(file) {
  return relative(process.cwd(), file);
}

const failures = files.flatMap(({ run, name, status, message, assertionResults }) => {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length > 0)
    return failed.map(({ fullName, failureMessages }) => ({
      run,
      name,
      test: fullName,
      why: failureMessages[0],
    }));
  // A file that could not be run has no tests.
  return status === 'failed' ? [{ run, name, test: 'the file could not be run', why: message }] : [];
});
for (const { run, name, test, why } of failures.slice(0, MOST_TESTS))
  console.log([`-- failed: ${placeOf(name)} (${run})`, `   ${test}`, ...whyOf(why)].join('\n'));
if (failures.length > MOST_TESTS) console.log(`-- failed: ${failures.length - MOST_TESTS} more`);
for (const name of names.filter((each) => each.endsWith('.begun')).map((each) => each.slice(0, -6)))
  if (!runs.some((run) => run.name === name))
    console.log(`-- failed: the run ${name} did not come to its end`);
