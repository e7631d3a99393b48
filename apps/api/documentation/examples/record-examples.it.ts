import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { instantOf } from '#calendar';
import { secretBox } from '#courier';
import { createEngine, tenDayLedgerOf } from '#engine';
import { DEFAULT_IDENTITY_SETTINGS } from '#identity';
import { readScenario, simulate, VirtualClock } from '#simulation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { loadDemo } from '../../../cli/system/load-demo.js';
import { projectPath } from '../../../cli/project-path.js';
import { createApi, DEFAULT_API_CONFIG, type Api } from '../../index.js';
import { EXAMPLES_FILE } from '../read-examples.js';
import { liveADay } from './live-a-day.js';
import { Recorder } from './recorder.js';

const PASSWORD = '武陵源区-八大行动-2024';
/** The record is that of the demo: the bundled plan's first four weeks, with the people of the typical scenario. */
const [FROM, UNTIL] = ['2024-04-12', '2024-05-09'];

/** Examples are kept: recording them anew is for whoever changed what they show. */
const recording = process.env['UPDATE_EXAMPLES'] === undefined ? describe.skip : describe;

recording('examples of the API', () => {
  let db: TestDatabase;
  let api: Api;
  let url: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    const clock = new VirtualClock(instantOf(FROM, '07:00'));
    const engine = createEngine({ database: db.database, clock });
    const { jurisdictionId } = await loadDemo(engine, {
      demoPassword: PASSWORD,
      onSeeds: () => undefined,
      rehearsal: true,
    });
    const scenario = await readScenario(projectPath('seeds/scenarios/typical.yaml'));
    const until = instantOf(UNTIL, '09:30');
    await simulate({
      engine,
      clock,
      jurisdictionId,
      scenario,
      from: FROM,
      until,
      seed: 1,
      onDay: () => undefined,
    });
    api = await createApi({
      database: db.database,
      engine,
      clock,
      secrets: secretBox(randomBytes(32)),
      ledger: (wanted) => tenDayLedgerOf(engine.context, wanted),
      config: {
        ...DEFAULT_API_CONFIG,
        port: 0,
        checkAnswers: true,
        baseUrl: 'https://luoshi.example.gov.cn',
        identity: { ...DEFAULT_IDENTITY_SETTINGS, secondFactorFor: 'nobody' },
      },
      log: { info: () => undefined, error: (message, detail) => console.error(message, detail) },
    });
    ({ url } = await api.start());
  }, 600_000);
  afterAll(async () => {
    await api.stop();
    await db.drop();
  });

  test('are what people of the bundled plan really sent and got', async () => {
    const recorder = new Recorder(url, PASSWORD);
    await liveADay(recorder, PASSWORD).catch((error: unknown) => {
      recorder.failures.push(String(error instanceof Error ? error.stack : error));
    });
    const sorted = Object.fromEntries(Object.entries(recorder.all).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(projectPath(EXAMPLES_FILE), `${JSON.stringify(sorted, null, 1)}\n`);
    expect(recorder.failures).toEqual([]);
  }, 600_000);
});
