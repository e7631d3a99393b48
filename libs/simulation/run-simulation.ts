import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { planIdOf } from '#accountability';
import { addDays, civilDateOf, instantOf, type CivilDate } from '#calendar';
import { createEngine, loadSeeds, SeedError, tenDayLedgerOf } from '#engine';
import type { Database } from '#persistence';
import { readFigures, type SimulationFigures } from './figures.js';
import { parseScenario, type Scenario } from './scenario.js';
import { simulate } from './simulate.js';
import { VirtualClock } from './virtual-clock.js';

export interface RunSimulationOptions {
  /** Empty but for its tables. */
  database: Database;
  seedsDir: string;
  scenarioFile: string;
  /** Another plan than the bundled one. */
  planFile?: string | undefined;
  from: CivilDate;
  to: CivilDate;
  seed: number;
  /** Where the ledgers go; left out: none are written. */
  outDir?: string | undefined;
  onDay?: ((day: CivilDate) => void) | undefined;
}

export interface SimulationRun {
  figures: SimulationFigures;
  ledgers: string[];
}

/** @throws SeedError for a scenario that does not fit its schema */
export async function readScenario(file: string): Promise<Scenario> {
  const parsed = parseScenario(await readFile(file, 'utf8'));
  if (!parsed.ok) throw new SeedError(file, parsed.problems);
  return parsed.value;
}

/** Loads the seeds into an empty database, plays a scenario from day to day, and says what came of it. @throws SeedError */
export async function runSimulation(options: RunSimulationOptions): Promise<SimulationRun> {
  const { database, from, to, seed, outDir } = options;
  const scenario = await readScenario(options.scenarioFile);
  const clock = new VirtualClock(instantOf(from, '07:00'));
  const engine = createEngine({ database, clock });
  const { jurisdictionId, planCode } = await loadSeeds(engine, {
    seedsDir: options.seedsDir,
    planFile: options.planFile,
  });
  const planId = planIdOf(jurisdictionId, planCode);
  const ledgers: string[] = [];
  const written = new Set<string>();

  const writeLedgers = async (day: CivilDate): Promise<void> => {
    if (outDir === undefined) return;
    const due = await database.transaction({ jurisdictionId }, (tx) =>
      tx.query<{ period: string }>(
        `select period from sitting where duty = 'taskReport' and due_at < $1 group by period order by min(due_at)`,
        [instantOf(day, '00:00')],
      ),
    );
    for (const { period } of due.filter((row) => !written.has(row.period))) {
      written.add(period);
      const ledger = await tenDayLedgerOf(engine.context, { jurisdictionId, planId, period });
      if (!ledger) continue;
      await mkdir(outDir, { recursive: true });
      await writeFile(path.join(outDir, ledger.fileName), ledger.bytes);
      ledgers.push(ledger.fileName);
    }
  };

  await simulate({
    engine,
    clock,
    jurisdictionId,
    scenario,
    from,
    until: instantOf(to, '23:59'),
    seed,
    onDay: async (day) => {
      options.onDay?.(day);
      await writeLedgers(day);
    },
  });
  await writeLedgers(addDays(civilDateOf(clock.now()), 1));
  const about = { scenario: scenario.name, plan: planCode, from, to, seed };
  const figures = await database.transaction({ jurisdictionId }, (tx) => readFigures(tx, about));
  return { figures, ledgers };
}
