import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * `npm run verify:mutants [-- NAME ...]`: puts one seeded fault at a time into a copy of the sources, and says whether
 * the model check or a test takes notice. The working tree is not touched. Exits 1 when a fault survives, no longer
 * fits the code, or leaves something that does not run at all.
 *
 *   --as-is           the sources are known to pass, and are not tried without a fault first
 *   --results=FILE    a line for each fault as soon as it is judged; what stands there of the same sources is not tried
 *                     again, so that a run that was broken off goes on where it was
 *   --part=1/2        every second fault only, for two processes side by side with one file
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const KINDS = ['guards', 'stops', 'roles', 'offsets', 'policies', 'duties', 'durability'];
/** The same for every fault: the model check, then the tests beside the code, those of random cases last. */
const CHECKS = [
  { by: 'model check', args: ['libs/verification/explore', 'libs/verification/late-clocks'] },
  { by: 'test', args: ['libs/accountability', '--testPathIgnorePatterns', 'propert', 'bulk'] },
  {
    by: 'oracle',
    args: ['libs/verification/oracle/ladder-timing', 'libs/verification/oracle/ladder-oracle'],
  },
  { by: 'test', args: ['libs/accountability/.*propert'] },
];
/** What can only break while something is lived: months of a district under random faults, always the same ones. */
const LIVED = [
  // What months of a district do not come by (an answer that is lost, a peer that hangs up), and what is soon known.
  { by: 'test', args: ['apps/api/http/change.it', 'libs/courier/courier.it', 'libs/engine/outage.it'] },
  {
    by: 'timeline',
    args: ['libs/verification/timeline/timeline.it'],
    env: { LUOSHI_SEED: '20241001', LUOSHI_SCHEDULES: '25' },
  },
];
const checksOf = ({ kind }) => (kind === 'durability' ? LIVED : CHECKS);
/** A fault that keeps a check from coming to an end is noticed too. */
const MINUTES = 10;

async function readFaults() {
  const lists = await Promise.all(
    KINDS.map(async (kind) => {
      const source = readFileSync(join(ROOT, 'libs/verification/mutants', `${kind}.ts`), 'utf8');
      const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
      const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      return module[kind].map((fault) => ({ ...fault, kind }));
    }),
  );
  return lists.flat();
}

function copyOfSources() {
  const copy = mkdtempSync(join(tmpdir(), 'luoshi-mutants-'));
  for (const part of ['apps', 'libs', 'seeds', 'docs', 'package.json', 'jest.config.js', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What one check says of the sources as they are in the copy; null: nothing is wrong with them. */
function complaintOf(copy, { args, env = {} }) {
  const jest = ['node_modules/jest/bin/jest.js'];
  const { error, status, stderr } = spawnSync(
    process.execPath,
    [...jest, '--runInBand', '--bail=1', '--silent', ...args],
    {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: MINUTES * 60_000,
      killSignal: 'SIGKILL',
      env: { ...process.env, LUOSHI_VERIFY: 'faults', NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    },
  );
  if (error?.code === 'ETIMEDOUT') return `does not come to an end in ${MINUTES} minutes`;
  if (error) throw error;
  if (status === 0) return null;
  const file = /^FAIL (?<file>\S+)/mu.exec(stderr)?.groups.file;
  const title = /^ *● (?<title>.*)$/mu.exec(stderr)?.groups.title;
  if (!file || !title || /SyntaxError|Syntax Error/u.test(stderr))
    throw new Error(`does not run: ${stderr.slice(0, 500)}`);
  const lived = /^LUOSHI_SEED=.*\n(?:\w*Error: )?(?<lived>.*)$/mu.exec(stderr)?.groups.lived;
  if (lived) return lived.slice(0, 160);
  const broken = /"broken": "(?<broken>(?:[^"\\]|\\.)*)"/u.exec(stderr)?.groups.broken;
  return broken ?? `${file}: ${title.split(' › ').slice(1).join(' › ') || title}`;
}

function put(copy, { file, text, replacement }) {
  const path = join(copy, file);
  const was = readFileSync(path, 'utf8');
  const times = was.split(text).length - 1;
  if (times !== 1)
    throw new Error(`the fault no longer fits the code: its text stands ${times} times in ${file}`);
  writeFileSync(
    path,
    was.replace(text, () => replacement),
  );
  return () => writeFileSync(path, was);
}

function judge(copy, fault) {
  const undo = put(copy, fault);
  try {
    for (const check of checksOf(fault)) {
      const complaint = complaintOf(copy, check);
      if (complaint !== null) return { by: check.by, complaint };
    }
    return { by: 'survived', complaint: fault.breaks };
  } finally {
    undo();
  }
}

const RULES = ['libs/accountability', 'libs/calendar', 'libs/verification', 'seeds/policies'];
/** What a result rests on: every source that a fault can change, or a check can look at. */
function sourcesHash(parts) {
  const hash = createHash('sha256');
  for (const part of parts)
    for (const name of readdirSync(join(ROOT, part), { recursive: true }).sort())
      if (/\.(?:ts|js|yaml)$/u.test(name)) hash.update(name).update(readFileSync(join(ROOT, part, name)));
  return hash.digest('hex').slice(0, 16);
}

const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const asIs = process.argv.includes('--as-is');
const file = option('results');
const [part, parts] = (option('part') ?? '1/1').split('/').map(Number);
const [rules, everything] = [sourcesHash(RULES), sourcesHash(['libs', 'seeds/policies'])];
const sourcesOf = ({ kind }) => (kind === 'durability' ? everything : rules);
const known =
  file !== undefined && existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .filter((result) => result.sources === sourcesOf(result))
    : [];
const names = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const all = await readFaults();
const faults = all
  .filter(({ name }) => names.length === 0 || names.includes(name))
  .filter((_, index) => index % parts === part - 1);
const copy = copyOfSources();
const begun = Date.now();
const results = [];
try {
  const checks = new Set(faults.flatMap(checksOf));
  for (const check of asIs ? [] : checks) {
    const complaint = complaintOf(copy, check);
    if (complaint !== null) throw new Error(`without any fault: ${complaint}`);
  }
  for (const fault of faults) {
    const before = known.find(({ name }) => name === fault.name);
    let result = before;
    const started = Date.now();
    try {
      result ??= judge(copy, fault);
    } catch (error) {
      result = { by: 'error', complaint: error.message };
    }
    const { kind, name } = fault;
    const { by, complaint } = result;
    results.push({ ...fault, by, complaint });
    if (!before && file !== undefined && by !== 'error') {
      const seconds = Math.round((Date.now() - started) / 1000);
      appendFileSync(
        file,
        `${JSON.stringify({ sources: sourcesOf(fault), kind, name, by, complaint, seconds })}\n`,
      );
    }
    console.log(`| ${kind} | ${name} | ${by} | ${complaint} |`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const count = (by) => results.filter((result) => result.by === by).length;
console.log(
  `\n${results.length} faults: ${count('model check')} caught by the model check, ${count('test')} by a test, ` +
    `${count('oracle')} by the oracle, ${count('survived')} survived, ${count('error')} could not be tried; ` +
    `${Math.round((Date.now() - begun) / 1000)} s`,
);
process.exitCode = faults.length > 0 && count('survived') + count('error') === 0 ? 0 : 1;
