import { readFileSync } from 'node:fs';
import { taskIdOf } from '#accountability';
import { instantOf, parseCalendar, type CalendarData, type Instant } from '#calendar';
import { createEngine, type Engine } from '#engine';
import type { Database } from '#persistence';
import { projectPath } from '../../project-path.js';
import { shippedRules } from '../shipped-rules.js';
import {
  benchActor,
  benchUnitId,
  FOUNDED_AT,
  foundBenchDistrict,
  JURISDICTION,
  PLAN,
  taskCode,
  TASKS,
  UNITS,
} from '../transitions/bench-district.js';

/** By then the first sittings are open: every task has its clocks and owes a report. */
export const LIVED_UNTIL: Instant = instantOf('2024-03-18', '10:00');

/**
 * A county whose tasks are all under way, brought there through the product: dispatched, signed for, the first period's
 * sittings open.
 */
export async function liveCounty(database: Database): Promise<void> {
  let now: Instant = FOUNDED_AT;
  const engine = createEngine({ database, clock: { now: () => now } });
  const jurisdictionId = JURISDICTION;
  await database.transaction({ jurisdictionId }, (tx) =>
    foundBenchDistrict(tx, engine, shippedRules(), calendarData()),
  );
  const all = Array.from({ length: TASKS }, (_, i) => i + 1);
  await act(engine, 'hq', 'confirm', all);
  await act(engine, 'hq', 'dispatch', all);
  for (let unit = 1; unit <= UNITS; unit += 1)
    await act(
      engine,
      `liaison${unit}`,
      'sign',
      all.filter((task) => ((task - 1) % UNITS) + 1 === unit),
      unit,
    );
  for (;;) {
    const next = await engine.nextInstant(jurisdictionId);
    if (next === null || next > LIVED_UNTIL) break;
    if (next > now) now = next;
    await engine.sweep(jurisdictionId);
  }
  now = LIVED_UNTIL;
  await engine.sweep(jurisdictionId);
}

async function act(
  engine: Engine,
  username: string,
  action: string,
  tasks: readonly number[],
  unit?: number,
): Promise<void> {
  const actor = benchActor(username);
  const outcome = await engine.actOnMany({
    jurisdictionId: JURISDICTION,
    actor: unit === undefined ? actor : { ...actor, unitId: benchUnitId(unit) },
    idempotencyKey: `${action}/${username}`,
    action,
    input: {},
    subjects: tasks.map((task) => ({ kind: 'task', id: taskIdOf(JURISDICTION, PLAN, taskCode(task)) })),
  });
  if (!outcome.ok) throw new Error(`${action}: ${outcome.rejection.message}`);
}

function calendarData(): CalendarData {
  const read = parseCalendar(
    readFileSync(projectPath('seeds', 'calendars', 'cn-state-council.yaml'), 'utf8'),
  );
  if (!read.ok) throw new Error('the shipped calendar cannot be read');
  return read.data;
}
