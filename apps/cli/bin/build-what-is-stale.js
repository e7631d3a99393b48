import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const at = (...parts) => join(ROOT, ...parts);

/** What is built, from what, and how to know that it is there. */
const PARTS = {
  server: {
    name: '服务端',
    sources: [
      'apps/api',
      'apps/worker',
      'apps/cli',
      'libs',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ],
    made: 'dist/apps/cli/main.js',
    stamp: 'dist/.built-server',
    program: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'tsconfig.build.json'],
    // The compiler skips what it has written before, also where somebody has removed it since.
    memory: ['dist/.tsbuildinfo', 'dist/tsconfig.tsbuildinfo'],
  },
  page: {
    name: '页面',
    sources: ['apps/web', 'libs/contract', 'libs/english'],
    made: 'dist/web/index.html',
    stamp: 'dist/.built-page',
    program: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'],
    memory: [],
  },
};

/**
 * Builds server and page where they are missing or older than their sources, so that a command run in a checkout is
 * always that of its sources. LUOSHI_BUILD=off leaves everything as it is.
 *
 * @param {{ page: boolean, force?: boolean }} wanted
 * @returns {Promise<boolean>} false: something could not be built; it has been told on standard error
 */
export async function buildWhatIsStale({ page, force = false }) {
  if (process.env.LUOSHI_BUILD === 'off') return true;
  for (const part of page ? [PARTS.server, PARTS.page] : [PARTS.server]) {
    if (!force && isFresh(part)) continue;
    if (!existsSync(at(part.program))) {
      // Installed without development packages: what was built before is all there will be.
      if (existsSync(at(part.made))) continue;
      process.stderr.write(
        `错误 BUILD_TOOLS_MISSING：${part.name}还没有构建，而构建工具没有安装。请执行 npm ci。\n`,
      );
      return false;
    }
    const free = await takeLock();
    try {
      // Another process may have built it while this one waited.
      if ((force || !isFresh(part)) && !(await build(part, force))) return false;
    } finally {
      free();
    }
  }
  return true;
}

async function build(part, force) {
  if (!force) process.stderr.write(`· ${part.name}比源码旧或还没有，正在构建……\n`);
  if (!existsSync(at(part.made))) for (const file of part.memory) rmSync(at(file), { force: true });
  const began = new Date();
  const code = await run(part);
  if (code !== 0 || !existsSync(at(part.made))) {
    process.stderr.write(`错误 BUILD_FAILED：${part.name}构建失败，原因见上。改正后重试。\n`);
    return false;
  }
  writeFileSync(at(part.stamp), '');
  // As old as the beginning: what was changed during the build is newer.
  utimesSync(at(part.stamp), began, began);
  return true;
}

/** Standard output belongs to the command: what the build says goes to standard error. */
function run(part) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [at(part.program), ...part.args], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      // A page built from a test's or a developer's environment would be React's slow, talkative one.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function isFresh(part) {
  if (!existsSync(at(part.made)) || !existsSync(at(part.stamp))) return false;
  const built = statSync(at(part.stamp)).mtimeMs;
  return part.sources.every((source) => newestIn(at(source)) <= built);
}

/** The newest of the files in a folder; tests are not built and do not count. */
function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return /\.(spec|it|e2e)\.ts$/.test(path) ? 0 : found.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

/** One build at a time; a lock whose process is gone is taken over. */
async function takeLock() {
  const lock = at('dist', '.building');
  mkdirSync(at('dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(lock)) rmSync(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Empty: written this moment, or by a process that ended in that moment.
    if (!(pid > 0)) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
