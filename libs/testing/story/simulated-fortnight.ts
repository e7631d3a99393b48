import type { SimulationFigures } from '#simulation';
import { asOwner } from '../database/as-owner.js';
import { createTestDatabase, type TestDatabase } from '../database/create-test-database.js';
import { oncePerRun } from '../database/once-per-run.js';
import { testServer, withDatabase } from '../database/test-server.js';

export interface SimulatedFortnight extends TestDatabase {
  figures: SimulationFigures;
}

const path = (relative: string): string => new URL(`../../../${relative}`, import.meta.url).pathname;

/** From when to when it is lived, who lives it: for whoever wants to live it again. */
export const FORTNIGHT = {
  seedsDir: path('seeds'),
  scenarioFile: path('libs/simulation/fixtures/busy-fortnight.yaml'),
  from: '2024-04-12',
  to: '2024-04-30',
} as const;

/**
 * A database of its own for a test file, in which the bundled plan has lived through its first two reporting periods
 * with all its 149 tasks (seed 1). It is lived once a run, and copied for each who asks.
 */
export async function simulatedFortnight(): Promise<SimulatedFortnight> {
  const { template, figures } = await oncePerRun('fortnight', live);
  return { ...(await createTestDatabase({ template })), figures };
}

async function live(): Promise<{ template: string; figures: SimulationFigures }> {
  const server = await testServer();
  const template = `${server.template}_fortnight`;
  await asOwner(server.ownerUrl, (owner) =>
    owner.query(`create database ${template} template ${server.template}`),
  );
  // One after the other: Jest's loader loses its way among modules that two imports share.
  const { openDatabase } = await import('#persistence');
  const { runSimulation } = await import('#simulation');
  const database = await openDatabase({ appUrl: withDatabase(server.appUrl, template) });
  try {
    const { figures } = await runSimulation({ database, ...FORTNIGHT, seed: 1 });
    return { template, figures };
  } finally {
    await database.close();
  }
}
