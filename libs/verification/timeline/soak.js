import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * The soak: random schedules of faults inside of processes, then real kills and restarts. Each part says what it came to
 * in lines that begin with `soak: `; they stand together at the end. Exits 1 when a part failed.
 *
 *   npm run soak -- --schedules=100 --seed=7    fewer, from that seed on (LUOSHI_SCHEDULES, LUOSHI_SEED)
 *   npm run soak -- --part=timeline             one part only; the other is `faults`
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PARTS = [
  { name: 'timeline', what: 'faults inside of processes', tests: ['libs/verification/timeline/timeline.it'] },
  { name: 'faults', what: 'real kills and restarts', tests: ['apps/cli/faults'] },
];

const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

function run({ name, what, tests }) {
  const begun = Date.now();
  const said = [];
  const jest = ['node_modules/jest/bin/jest.js'];
  const env = { ...process.env, LUOSHI_VERIFY: 'soak' };
  for (const [variable, value] of [
    ['LUOSHI_SCHEDULES', option('schedules')],
    ['LUOSHI_SEED', option('seed')],
  ])
    if (value !== undefined) env[variable] = value;
  console.log(`\n${what}:`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...jest, '--runInBand', '--passWithNoTests', ...tests], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.startsWith('soak: ')) said.push(line.slice('soak: '.length));
      console.error(line);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ name, what, said, ok: code === 0, seconds: Math.round((Date.now() - begun) / 1000) });
    });
  });
}

const wanted = option('part');
const results = [];
for (const part of PARTS.filter(({ name }) => wanted === undefined || name === wanted))
  results.push(await run(part));

console.log('\nAll together:');
for (const { what, said, ok, seconds } of results) {
  console.log(`- ${what}: ${ok ? 'nothing lost, nothing doubled' : 'FAILED'}, ${seconds} s`);
  for (const line of said) console.log(`    ${line}`);
}
process.exitCode = results.length > 0 && results.every(({ ok }) => ok) ? 0 : 1;
