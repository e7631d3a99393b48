import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { projectPath } from '../../project-path.js';

export interface Started {
  /** From the start of the process until it says that it is ready: the whole record swept, the next alarm set. */
  readyMs: number;
  /** Until the auditor has gone over everything as well. */
  reconciledMs: number;
  /** The most memory that the process ever had, megabytes of 1,000,000 bytes. */
  peakMegabytes: number;
}

const GIVEN_UP_MS = 300_000;
const ASK_EVERY_MS = 20;

/** Starts a real worker on that database, and ends it when it has found its feet. @throws Error where it does not */
export async function startedWorker(env: Record<string, string>): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const args = [projectPath('apps/cli/bin/luoshi.js'), 'worker', '--health-port', '0'];
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, LUOSHI_BUILD: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    let readyMs: number | null = null;
    for (;;) {
      const passed = performance.now() - began;
      if (passed > GIVEN_UP_MS || child.exitCode !== null)
        throw new Error(`the worker did not come up:\n${said}`);
      const told = await healthOf(said);
      if (told?.status === 'ready') readyMs ??= passed;
      if (readyMs !== null && told?.lastAuditAt != null)
        return { readyMs, reconciledMs: performance.now() - began, peakMegabytes: await peakOf(child.pid) };
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function healthOf(said: string): Promise<{ status: string; lastAuditAt: string | null } | null> {
  const url = /http:\/\/\S+\/readyz/.exec(said)?.[0];
  if (url === undefined) return null;
  const answer = await fetch(url).catch(() => null);
  return answer === null ? null : ((await answer.json()) as { status: string; lastAuditAt: string | null });
}

/** The kernel's own high-water mark of resident memory. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 'self'}/status`, 'utf8');
  const [, kilobytes = 'NaN'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (Number(kilobytes) * 1024) / 1_000_000;
}
