import { extractPlan } from '#plan';

/** How long one text took. `cpuMs` is what this process itself used: it also holds on a machine with other work. */
export interface ExtractFigure {
  readonly text: string;
  readonly megabytes: number;
  readonly characters: number;
  readonly tasks: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** Times as long as decoding the same bytes and splitting them at their sentences with one pattern. */
  readonly timesSplitting: number;
}

const WARM_UP = 8;
const ROUNDS = 20;
const MEGABYTE = 1_000_000;
const NESTED = 100_000;
const LINE = '1.整治河道。清淤。（县水利局牵头）\n';

/**
 * Measures extraction: the document itself (warm, the median of 20), then `megabytes` of it repeated, as much of tasks of
 * one line, and brackets nested 100,000 deep.
 */
export function benchExtract(document: string, megabytes: number): ExtractFigure[] {
  for (let round = 0; round < WARM_UP; round += 1) extractPlan(document);
  return [
    measure('document', document, ROUNDS),
    measure('document repeated', repeated(`${document}\n`, megabytes), 1),
    measure('tasks of one line', repeated(LINE, megabytes), 1),
    measure('nested brackets', `1.${'（'.repeat(NESTED)}县水利局牵头${'）'.repeat(NESTED)}`, 1),
  ];
}

function repeated(text: string, megabytes: number): string {
  return text.repeat(Math.max(1, Math.round((megabytes * MEGABYTE) / Buffer.byteLength(text))));
}

function measure(name: string, text: string, rounds: number): ExtractFigure {
  const bytes = Buffer.from(text);
  let tasks = 0;
  const splitting = median(rounds, () => bytes.toString('utf8').split(/[。；\n]/u).length);
  const extracting = median(rounds, () => {
    tasks = extractPlan(text).tasks.length;
  });
  return {
    text: name,
    megabytes: rounded(bytes.length / MEGABYTE, 2),
    characters: Array.from(text).length,
    tasks,
    ms: rounded(extracting.ms, 1),
    cpuMs: rounded(extracting.cpuMs, 1),
    timesSplitting: rounded(extracting.cpuMs / Math.max(splitting.cpuMs, 0.001), 1),
  };
}

function median(rounds: number, run: () => unknown): { ms: number; cpuMs: number } {
  const times = Array.from({ length: rounds }, () => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    run();
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    return { ms, cpuMs: (user + system) / 1000 };
  });
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { ms: middle(times.map(({ ms }) => ms)), cpuMs: middle(times.map(({ cpuMs }) => cpuMs)) };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
