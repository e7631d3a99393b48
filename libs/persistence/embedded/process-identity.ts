import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { platform } from 'node:os';

/** Whether a process of that number is there at all. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process was started, in a form of the system's that can only be compared: numbers of processes come round
 * again, these two together do not. Null: there is no such process, or it cannot be told.
 */
export function startOf(pid: number): string | null {
  if (platform() === 'linux') {
    try {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      // The name, in brackets, may hold spaces: fields are counted from behind it; the start is field 22.
      const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie has ended, only nobody has taken notice yet.
      return state === 'Z' ? null : (fields[18] ?? null);
    } catch {
      return null;
    }
  }
  if (platform() === 'win32') return isAlive(pid) ? 'alive' : null;
  const found = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return found.stdout.trim() === '' ? null : found.stdout.trim();
}
