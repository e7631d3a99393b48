import { spawn, type ChildProcess } from 'node:child_process';
import { projectPath } from '../project-path.js';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A real `luoshi` in a process of its own, with nothing of this process's environment but what it needs. */
export class LuoshiProcess {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;

  private constructor(args: readonly string[], env: Record<string, string>, program: string) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.#child = spawn(process.execPath, [program, ...args], {
      env: { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    this.#child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => resolve({ code, signal }));
    });
  }

  /** @param program another release's */
  static run(
    args: readonly string[],
    env: Record<string, string> = {},
    program = projectPath('apps/cli/bin/luoshi.js'),
  ): LuoshiProcess {
    return new LuoshiProcess(args, { LUOSHI_BUILD: 'off', ...env }, program);
  }

  /** Runs to the end. */
  static async finish(
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<Ended & { stdout: string; stderr: string }> {
    const process = LuoshiProcess.run(args, env);
    const ended = await process.ended;
    return { ...ended, stdout: process.stdout, stderr: process.stderr };
  }

  /** Builds what is stale, once, so that the processes of the test need not. */
  static async build(): Promise<void> {
    const { code, stderr } = await LuoshiProcess.finish(['start', '--help'], { LUOSHI_BUILD: '' });
    if (code !== 0) throw new Error(`the build failed:\n${stderr}`);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** The address (of a worker: that of its health check), once all is up. Throws, with what it said, where it ended instead. */
  async url(): Promise<string> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const url = /已启动(?:：|，健康检查 )(http:\/\/[^/\s]+)/.exec(this.stdout)?.[1];
      if (url !== undefined) return url;
      if (over) throw new Error(`ended instead of starting:\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Asks it to stop, and waits. */
  async stop(): Promise<Ended> {
    this.signal('SIGTERM');
    return this.ended;
  }
}
