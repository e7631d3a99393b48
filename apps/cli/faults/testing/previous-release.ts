import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { projectPath } from '../../project-path.js';
import { LuoshiProcess } from '../../testing/luoshi-process.js';

/** As it was before deadlines were proven: schema up to 0022, no counting of the queue, no look at newer releases. */
export const PREVIOUS = '035d3fa';

const TREES = ['apps/api', 'apps/worker', 'apps/cli', 'libs'];
const SWC = {
  module: { type: 'es6' as const },
  jsc: {
    target: 'es2022' as const,
    parser: { syntax: 'typescript' as const, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

/** The program of an earlier commit, built in a folder of its own with the packages of today. */
export class PreviousRelease {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether this checkout has the commit: a shallow clone has not. */
  static isThere(): boolean {
    return (
      spawnSync('git', ['cat-file', '-e', `${PREVIOUS}^{commit}`], { cwd: projectPath('.') }).status === 0
    );
  }

  static async build(): Promise<PreviousRelease> {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-previous-'));
    const unpack = `git archive ${PREVIOUS} apps libs seeds package.json | tar -x -C ${folder}`;
    const unpacked = spawnSync('bash', ['-o', 'pipefail', '-c', unpack], { cwd: projectPath('.') });
    if (unpacked.status !== 0) throw new Error(`git archive: ${String(unpacked.stderr)}`);
    symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'));
    // Where a module of its tests looks for them, from its place among what is built.
    mkdirSync(join(folder, 'dist'));
    symlinkSync(join(folder, 'seeds'), join(folder, 'dist/seeds'));
    for (const tree of TREES) {
      for (const file of readdirSync(join(folder, tree), { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts') || /\.(spec|it|e2e|d)\.ts$/.test(file)) continue;
        const { code } = await transformFile(join(folder, tree, file), SWC);
        const target = join(folder, 'dist', tree, file.replace(/\.ts$/, '.js'));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, code);
      }
    }
    return new PreviousRelease(folder);
  }

  run(args: readonly string[], env: Record<string, string>): LuoshiProcess {
    return LuoshiProcess.run(args, env, join(this.#folder, 'apps/cli/bin/luoshi.js'));
  }

  /** Runs a program of our own on its libs. @throws Error with what it said, where it fails */
  async script(text: string, env: Record<string, string>): Promise<void> {
    const file = join(this.#folder, 'script.mjs');
    writeFileSync(file, text);
    const child = spawn(process.execPath, [file], {
      cwd: this.#folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`the script ended with ${String(code)}:\n${said}`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
