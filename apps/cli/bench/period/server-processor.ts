import { readdirSync, readFileSync } from 'node:fs';

/** `/proc` counts in hundredths of a second, whatever the kernel's own clock. */
const TICKS = 100;

/**
 * Processor time in seconds that a PostgreSQL server has used so far, with all processes that it has now; null where the
 * system does not tell. Of connections that have ended nothing is known.
 */
export function serverProcessor(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  let ticks = 0;
  for (const one of readdirSync('/proc')) {
    if (!/^\d+$/.test(one)) continue;
    const fields = statOf(one);
    if (fields !== null && (one === String(pid) || fields[1] === String(pid)))
      ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS;
}

/** The fields behind the name, which may hold anything; null: the process has ended meanwhile. */
function statOf(pid: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
