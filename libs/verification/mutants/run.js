import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * `npm run verify:mutants [-- NAME ...]`: puts one seeded fault at a time into a copy of the sources, and says whether
 * the model check or a test takes notice. The working tree is not touched. Exits 1 when a fault survives, no longer
 * fits the code, or leaves something that does not run at all.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const KINDS = ['guards', 'stops', 'offsets', 'roles', 'policies'];
/** The same for every fault: the model check, then the tests beside the code, those of random cases last. */
const CHECKS = [
  { by: 'model check', args: ['libs/verification/explore'] },
  { by: 'test', args: ['libs/accountability', '--testPathIgnorePatterns', 'property'] },
  { by: 'test', args: ['libs/accountability/reporting-line/reporting-line.property'] },
];
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
  for (const part of ['libs', 'seeds', 'docs', 'package.json', 'jest.config.js', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  mkdirSync(join(copy, 'apps'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What one check says of the sources as they are in the copy; null: nothing is wrong with them. */
function complaintOf(copy, { args }) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const { error } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--runInBand',
      '--bail',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    {
      cwd: copy,
      stdio: 'ignore',
      timeout: MINUTES * 60_000,
      killSignal: 'SIGKILL',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    },
  );
  if (error?.code === 'ETIMEDOUT') return `does not come to an end in ${MINUTES} minutes`;
  if (error) throw error;
  const { success, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  if (success) return null;
  const suite = testResults.find(({ status }) => status === 'failed');
  const failed = suite.assertionResults.find(({ status }) => status === 'failed');
  const words = failed ? failed.failureMessages.join('\n') : suite.message;
  if (/SyntaxError|Failed to parse|Expression expected/u.test(words))
    throw new Error(`does not run: ${words}`);
  const found = /"broken": "(?<broken>.*)"/u.exec(words)?.groups.broken;
  const file = relative(copy, suite.name);
  return found ?? (failed ? `${file}: ${failed.title}` : `${file}: ${firstLine(words)}`);
}

const firstLine = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('●')) ?? '';

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
    for (const check of CHECKS) {
      const complaint = complaintOf(copy, check);
      if (complaint !== null) return { by: check.by, complaint };
    }
    return { by: 'survived', complaint: fault.breaks };
  } finally {
    undo();
  }
}

const names = process.argv.slice(2);
const all = await readFaults();
const faults = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
const copy = copyOfSources();
const begun = Date.now();
const results = [];
try {
  for (const check of CHECKS) {
    const complaint = complaintOf(copy, check);
    if (complaint !== null) throw new Error(`without any fault: ${complaint}`);
  }
  for (const fault of faults) {
    let result;
    try {
      result = judge(copy, fault);
    } catch (error) {
      result = { by: 'error', complaint: error.message };
    }
    results.push({ ...fault, ...result });
    console.log(`| ${fault.kind} | ${fault.name} | ${result.by} | ${result.complaint} |`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const count = (by) => results.filter((result) => result.by === by).length;
console.log(
  `\n${results.length} faults: ${count('model check')} caught by the model check, ${count('test')} by a test, ` +
    `${count('survived')} survived, ${count('error')} could not be tried; ${Math.round((Date.now() - begun) / 1000)} s`,
);
process.exitCode = faults.length > 0 && count('survived') + count('error') === 0 ? 0 : 1;
