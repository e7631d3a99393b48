import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, openDatabase, startEmbeddedPostgres } from '#persistence';
import { runSimulation, type SimulationRun } from '#simulation';
import { projectPath } from '../project-path.js';
import { progress } from '../terminal/progress.js';

export interface SimulateOptions {
  from: string;
  to: string;
  plan?: string;
  scenario: string;
  seed: number;
  out: string;
  json?: boolean;
}

/** A throwaway server need not survive a power cut. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Plays a plan on a throwaway database, which is gone afterwards. */
export async function simulateOnce(options: SimulateOptions): Promise<SimulationRun> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-simulate-'));
  progress('启动临时数据库');
  const server = await startEmbeddedPostgres({ dataDir, settings: THROWAWAY });
  try {
    await migrate(server.ownerUrl);
    const database = await openDatabase({ appUrl: server.appUrl, applicationName: 'luoshi-simulate' });
    try {
      return await runSimulation({
        database,
        seedsDir: projectPath('seeds'),
        scenarioFile: options.scenario,
        planFile: options.plan,
        from: options.from,
        to: options.to,
        seed: options.seed,
        outDir: options.out,
        onDay: (day) => {
          if (/-(01|11|21)$/u.test(day)) progress(day);
        },
      });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
