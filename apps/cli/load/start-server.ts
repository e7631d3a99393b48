import { spawn } from 'node:child_process';
import { projectPath } from '../project-path.js';

export interface RunningServer {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

const UP = /落实已启动：(http:\/\/[^/\s]+)/;

/** Everything in one process, as `luoshi start` starts it, on a database that is there. @throws Error where it does not come up */
export async function startServer(env: Record<string, string>): Promise<RunningServer> {
  const { PATH = '', HOME = '' } = process.env;
  const args = [projectPath('apps/cli/bin/luoshi.js'), 'start', '--no-seed', '--port', '0'];
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, LUOSHI_BUILD: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: unknown): void => {
      said += String(text);
      const found = UP.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', (text) => (said += String(text)));
    void ended.then(() => reject(new Error(`the server did not come up:\n${said}`)));
  });
  return { url, pid: child.pid ?? 0, stop };
}
