import { readFile } from 'node:fs/promises';

export interface ProcessSample {
  atMs: number;
  megabytes: number;
  processorSeconds: number;
}

/** How much memory a process holds and how much processor time it has had, asked at intervals until it is stopped. */
export function watchProcess(pid: number, everyMs: number): { stop: () => Promise<ProcessSample[]> } {
  const samples: ProcessSample[] = [];
  const look = async (): Promise<void> => {
    samples.push(await sampleOf(pid));
  };
  const first = look();
  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await first;
      await look();
      return samples;
    },
  };
}

const TICKS_PER_SECOND = 100;

async function sampleOf(pid: number): Promise<ProcessSample> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    atMs: performance.now(),
    megabytes: kilobytes / 1024,
    processorSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
  };
}

/** Megabytes a minute that the memory grows by once the first part is over: the slope of the straight line through it. */
export function growthOf(samples: readonly ProcessSample[], warmUpShare = 0.3): number {
  const settled = samples.slice(Math.floor(samples.length * warmUpShare));
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(settled.map(({ atMs }) => atMs)), mean(settled.map(({ megabytes }) => megabytes))];
  const spread = settled.reduce((sum, { atMs }) => sum + (atMs - x) ** 2, 0);
  const together = settled.reduce((sum, { atMs, megabytes }) => sum + (atMs - x) * (megabytes - y), 0);
  return spread === 0 ? 0 : (together / spread) * 60_000;
}
