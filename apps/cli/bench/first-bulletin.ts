import { prepareToWrite, writeDocx, writePdf, type OfficialDocument } from '#official';
import { monthlyBulletin, periodFacts } from '#products';
import { madeUpPeriod } from './made-up-period.js';

/** What the parent is told: how long the first bulletin of a process took, and what its preparation took and holds. */
export interface FirstBulletin {
  readonly ms: number;
  readonly cpuMs: number;
  /** 0 where nothing was prepared. */
  readonly preparedInMs: number;
  /** Megabytes that the process holds more after the preparation. */
  readonly preparedMb: number;
}

/** From the record to .docx and PDF, and nothing before: run as a process of its own (`prepared` or `cold`). */
async function first(prepared: boolean): Promise<FirstBulletin> {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  if (prepared) await prepareToWrite(bulletin());
  const preparedInMs = performance.now() - begun;
  const preparedMb = (process.memoryUsage().rss - before) / 1_000_000;
  const cpu = process.cpuUsage();
  const started = performance.now();
  // As it is issued: composed anew from its record, with a number and a date.
  const document: OfficialDocument = { ...bulletin(), number: { organ: '示指办通', year: 2024, serial: 5 } };
  await writeDocx(document);
  await writePdf(document);
  const { user, system } = process.cpuUsage(cpu);
  return {
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round((user + system) / 1000),
    preparedInMs: prepared ? Math.round(preparedInMs) : 0,
    preparedMb: prepared ? Math.round(preparedMb) : 0,
  };
}

const bulletin = (): OfficialDocument => monthlyBulletin(periodFacts(madeUpPeriod('2024-05')));

process.stdout.write(JSON.stringify(await first(process.argv[2] === 'prepared')));
