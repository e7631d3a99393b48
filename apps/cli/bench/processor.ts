import { cpus, loadavg } from 'node:os';

/** How long something took: by the clock on the wall, and by what this process used of processors, all its threads. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

export function timed(run: () => void): Took {
  const cpu = process.cpuUsage();
  const started = performance.now();
  run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The machine and what else it had to do, as far as it says so itself. */
export function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? '?'} × ${cpus().length}, Node ${process.version}, load ${rounded(loadavg()[0] ?? 0, 1)}`;
}
