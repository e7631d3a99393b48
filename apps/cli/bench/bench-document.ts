import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unzipSync, zipSync } from 'fflate';
import { writeDocx, writePdf, type Block, type OfficialDocument } from '#official';
import { monthlyBulletin, periodFacts, quarterlyReview } from '#products';
import type { FirstBulletin } from './first-bulletin.js';
import { madeUpPeriod } from './made-up-period.js';
import { median, rounded } from './processor.js';

export interface DocumentFigure {
  readonly what: string;
  readonly documents: number;
  readonly kilobytes: number;
  readonly ms: number;
  /** What this process itself used: it also holds on a machine with other work. */
  readonly cpuMs: number;
  /** The same bytes only packed again, .docx and PDF, by the same library: what no writer can do without. */
  readonly baselineCpuMs: number;
  /** How many times as much as that. */
  readonly ratio: number;
  /** The most memory that the process held until then, and the heap afterwards with nothing left to collect, in megabytes. */
  readonly peakMb: number;
  readonly heapMb: number;
}

const MONTHS = ['2024-05', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10'];
const QUARTERS = ['2024-Q2', '2024-Q3', '2024-Q4'];

export interface DocumentBench {
  /** The first bulletin of a process: of one that has just begun, and of one that was prepared as a server prepares itself. */
  readonly cold: FirstBulletin;
  readonly prepared: FirstBulletin;
  readonly figures: readonly DocumentFigure[];
}

/** Of so many processes each, in turns. */
const FIRSTS = 5;

/**
 * Measures what leaders wait for: the first monthly bulletin of a plan of 149 tasks under 42 units, from the record to .docx and PDF
 * with its charts, in processes of its own; then in one process further bulletins and quarterly reviews (medians of 5 and 3 periods),
 * and so many notices in a row.
 */
export async function benchDocument(notices: number): Promise<DocumentBench> {
  const firsts = await firstBulletins();
  return { ...firsts, figures: await warmFigures(notices) };
}

async function firstBulletins(): Promise<Pick<DocumentBench, 'cold' | 'prepared'>> {
  const file = fileURLToPath(new URL('./first-bulletin.js', import.meta.url));
  const told = { cold: [] as FirstBulletin[], prepared: [] as FirstBulletin[] };
  for (let round = 0; round < FIRSTS; round += 1)
    for (const how of ['cold', 'prepared'] as const) {
      const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, file, how]);
      told[how].push(JSON.parse(stdout) as FirstBulletin);
    }
  const typical = (all: FirstBulletin[]): FirstBulletin => ({
    ms: median(all.map(({ ms }) => ms)),
    cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
    preparedInMs: median(all.map(({ preparedInMs }) => preparedInMs)),
    preparedMb: median(all.map(({ preparedMb }) => preparedMb)),
  });
  return { cold: typical(told.cold), prepared: typical(told.prepared) };
}

async function warmFigures(notices: number): Promise<DocumentFigure[]> {
  // Of another period each time: charts of the last documents are kept, and nobody writes the same bulletin twice.
  const bulletin = (month: string) => () => writeBoth(monthlyBulletin(periodFacts(madeUpPeriod(month))));
  const review = (quarter: string) => () => writeBoth(quarterlyReview(periodFacts(madeUpPeriod(quarter))));
  const [first = '', ...months] = MONTHS;
  await bulletin(first)();
  const figures = [await measure('the monthly bulletin of the plan', 1, months.map(bulletin))];
  figures.push(await measure('the quarterly review of the plan', 1, QUARTERS.map(review)));
  const some = Math.ceil(notices / 5);
  const many = (from: number, count: number) => async (): Promise<Files> => {
    const written: Files[] = [];
    for (let serial = from; serial < from + count; serial += 1) written.push(await writeBoth(notice(serial)));
    return written.flat();
  };
  // A fifth first: what the heap holds after all of them must be what it held after these.
  figures.push(await measure('a fifth of the notices', some, [many(1, some)]));
  figures.push(await measure('notices of one page', notices, [many(1, notices)]));
  return figures;
}

type Files = readonly { format: 'docx' | 'pdf'; bytes: Uint8Array }[];

const writeBoth = async (document: OfficialDocument): Promise<Files> => [
  { format: 'docx', bytes: await writeDocx(document) },
  { format: 'pdf', bytes: await writePdf(document) },
];

async function measure(
  what: string,
  documents: number,
  rounds: readonly (() => Promise<Files>)[],
): Promise<DocumentFigure> {
  const { took, peak, kilobytes, baseline } = await written(rounds);
  collectGarbage();
  const cpuMs = median(took.map((one) => one.cpuMs));
  return {
    what,
    documents,
    kilobytes,
    ms: Math.round(median(took.map(({ ms }) => ms))),
    cpuMs: Math.round(cpuMs),
    baselineCpuMs: rounded(baseline, 1),
    ratio: rounded(cpuMs / Math.max(0.1, baseline), 1),
    peakMb: Math.round(peak / 1_000_000),
    heapMb: Math.round(process.memoryUsage().heapUsed / 1_000_000),
  };
}

/** Every round, then the files of the last one packed again as the baseline; nothing of them is held when it returns. */
async function written(
  rounds: readonly (() => Promise<Files>)[],
): Promise<{ took: { ms: number; cpuMs: number }[]; peak: number; kilobytes: number; baseline: number }> {
  const took: { ms: number; cpuMs: number }[] = [];
  let files: Files = [];
  for (const round of rounds) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    files = await round();
    took.push({ ms: performance.now() - started, cpuMs: cpuSince(cpu) });
  }
  const peak = process.memoryUsage().rss;
  const kilobytes = Math.round(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000);
  const cpu = process.cpuUsage();
  for (const { format, bytes } of files) {
    if (format === 'docx') zipSync(unzipSync(bytes));
    else deflateSync(bytes);
  }
  return { took, peak, kilobytes, baseline: cpuSince(cpu) };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const SENTENCE =
  '你单位应于2024年4月10日17:30前报送的任务进展情况尚未报送，请于收到本函之日起1个工作日内补报，并说明原因和下一步措施。';

/** A letter as the ladder writes it: who, what is owed, by when. */
function notice(serial: number): OfficialDocument {
  return {
    form: 'letter',
    issuersMark: '示例区高质量发展督查室',
    number: { organ: '示督提', year: 2024, serial },
    title: '关于报送任务进展情况的提醒函',
    addressees: [`第${serial}单位`],
    body: Array.from({ length: 3 }, (_, at): Block => ({
      kind: 'paragraph',
      line: [{ kind: 'text', text: `${at + 1}．${SENTENCE.repeat(2)}` }],
    })),
    annexes: [],
    signature: { issuers: ['示例区高质量发展督查室'], date: '2024-04-11', sealed: true },
    foot: null,
  };
}
