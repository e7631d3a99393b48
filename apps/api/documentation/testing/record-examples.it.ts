import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { identifierOf } from '#accountability';
import { instantOf } from '#calendar';
import type { Transaction } from '#persistence';
import { secretBox } from '#courier';
import { createEngine, ledgerOf } from '#engine';
import { DEFAULT_IDENTITY_SETTINGS } from '#identity';
import { readScenario, simulate, VirtualClock } from '#simulation';
import { createTestDatabase, told, type TestDatabase } from '#testing';
import { loadDemo } from '../../../cli/system/load-demo.js';
import { projectPath } from '../../../cli/project-path.js';
import { createApi, DEFAULT_API_CONFIG, type Api } from '../../index.js';
import { EXAMPLES_FILE, readExamples } from '../read-examples.js';
import { liveADay } from './live-a-day.js';
import { partsOfInstallation, type Parts } from './parts-of-installation.js';
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
  let parts: Parts;
  let jurisdictionId: string;
  let codeOf: (contactId: string) => Promise<string>;
  beforeAll(async () => {
    db = await createTestDatabase();
    const clock = new VirtualClock(instantOf(FROM, '07:00'));
    const engine = createEngine({ database: db.database, clock });
    ({ jurisdictionId } = await loadDemo(engine, {
      demoPassword: PASSWORD,
      onSeeds: () => undefined,
      rehearsal: true,
    }));
    parts = await partsOfInstallation(db, clock);
    await parts.seal(jurisdictionId);
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
    await parts.seal(jurisdictionId);
    api = await createApi({
      ...parts.given,
      database: db.database,
      engine,
      clock,
      secrets: secretBox(randomBytes(32)),
      ledger: (wanted) => ledgerOf(engine.context, wanted),
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
    await db.database.transaction({ jurisdictionId }, (tx) => told(tx, () => insertAround(tx, clock.now())));
    codeOf = (contactId) =>
      db.database.transaction({ jurisdictionId }, async (tx) => {
        const rows = await tx.query<{ title: string }>(
          "select title from letter where contact_id = $1 and purpose = 'code' and state = 'pending'",
          [contactId],
        );
        return /\d{6}/u.exec(rows[0]?.title ?? '')?.[0] ?? '';
      });
  });
  afterAll(async () => {
    await api.stop();
    await parts.stop();
    await db.drop();
  });

  test('are what people of the bundled plan really sent and got', async () => {
    const recorder = new Recorder(url, PASSWORD);
    await liveADay(recorder, jurisdictionId, PASSWORD, codeOf).catch((error: unknown) => {
      recorder.failures.push(String(error instanceof Error ? error.stack : error));
    });
    const sorted = Object.fromEntries(
      Object.entries({ ...(await readExamples()), ...recorder.all }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    writeFileSync(projectPath(EXAMPLES_FILE), `${JSON.stringify(sorted, null, 1)}\n`);
    expect(recorder.failures).toEqual([]);
  });
});

/** Beside the bundled plan: two channels, a letter that was given up, somebody to call, and somebody in the office of security. */
async function insertAround(tx: Transaction, now: string): Promise<void> {
  const own = [tx.scope.jurisdictionId, now];
  await tx.execute(
    `insert into channel (jurisdiction_id, id, kind, name, settings, state, created_at) values
       ($1, $3, 'mail', '邮件', '{"host": "mail.luoshi.example", "from": "luoshi@luoshi.example"}', 'on', $2),
       ($1, $4, 'sms', '短信', '{"gateway": "sms.luoshi.example", "receipts": {}}', 'on', $2)`,
    [...own, identifierOf('channel', 'mail'), identifierOf('channel', 'sms')],
  );
  await tx.execute(
    `insert into letter (jurisdiction_id, id, channel_id, address, purpose, title, body, state, attempts, failure_code, failure, created_at)
     values ($1, $3, $4, 'admin@luoshi.example', 'trial', '试发', '', 'failedForGood', 8, 'peerAway', '邮件服务器没有应答', $2)`,
    [...own, identifierOf('letter', 'example'), identifierOf('channel', 'mail')],
  );
  await tx.execute(
    `insert into reach_watch (jurisdiction_id, message_id, person_id, unit_id, due_at, state, opened_at)
     select jurisdiction_id, id, person_id, unit_id, $2, 'toCall', $2 from message
     where jurisdiction_id = $1 and read_at is null order by created_at desc, id limit 1`,
    own,
  );
  await tx.execute(
    `update role_assignment set role = 'securityAdministrator', scope_kind = 'jurisdiction', scope_id = $1
     where person_id = (select id from person where username = 'support-trade-unions')`,
    [own[0]],
  );
}
