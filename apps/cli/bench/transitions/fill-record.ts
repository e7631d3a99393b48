import { readFile } from 'node:fs/promises';
import { parseCalendar } from '#calendar';
import { openDatabase } from '#persistence';
import { projectPath } from '../../project-path.js';
import { shippedRules } from '../shipped-rules.js';
import { foundBenchDistrict, JURISDICTION } from './bench-district.js';
import { engineOn } from './judge.js';
import { insertSubmittedReports } from './submitted-reports.js';

const TOGETHER = 5_000;

/** Founds the county in a migrated, empty database and lets so many reports be filed in it. */
export async function fillRecord(ownerUrl: string, reports: number): Promise<void> {
  const calendar = parseCalendar(
    await readFile(projectPath('seeds', 'calendars', 'cn-state-council.yaml'), 'utf8'),
  );
  if (!calendar.ok) throw new Error('the shipped calendar cannot be read');
  const rules = shippedRules();
  const scope = { jurisdictionId: JURISDICTION };
  const database = await openDatabase({ ownerUrl, statementTimeoutMs: 0 });
  try {
    const engine = engineOn(database);
    await database.transaction(scope, (tx) => foundBenchDistrict(tx, engine, rules, calendar.data));
    for (let from = 0; from < reports; from += TOGETHER)
      await database.transaction(scope, (tx) =>
        insertSubmittedReports(tx, rules, from, Math.min(TOGETHER, reports - from)),
      );
  } finally {
    await database.close();
  }
}
