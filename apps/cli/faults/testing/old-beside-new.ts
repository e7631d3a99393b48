import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate } from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import { asOwner, debianPostgres, haveRedis, OutagePostgres, until } from '#testing';
import { projectPath } from '../../project-path.js';
import { LuoshiProcess } from '../../testing/luoshi-process.js';
import { PreviousRelease } from './previous-release.js';
import { actingAsApplication, FROM } from './template.js';
import { Town } from './town.js';

/**
 * While the release is being changed: a worker of the previous one is at work, the tables become those of this one
 * under its feet, a worker of this one joins it, and the old one goes. What it comes to is what either alone makes.
 */

const PREVIOUS_TEMPLATE = 'luoshi_previous';
/** The district as the previous release founds it, on its own tables, by its own engine. */
const FOUND = `
  import { migrate, openDatabase } from '#persistence';
  import { Story } from '#testing';
  await migrate(process.env.OWNER_URL);
  const database = await openDatabase({ ownerUrl: process.env.APP_URL });
  const story = await Story.begin(database, '2024-09-23 09:00', 2);
  for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
  for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
  for (const task of [1, 2]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
  await story.until('${FROM}');
  await database.close();`;

/** What happened, without the words: those may change from release to release. */
function shapeOf(ownerUrl: string): Promise<object[]> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<object>(
      `select 'event' as what, subject_id::text as whom, type, at from luoshi.event
       union all select 'rung', subject_id::text, rung, claimed_at from luoshi.rung_claim
       union all select 'notice', unit_id::text, kind || ' ' || state, drafted_at from luoshi.notice
       union all select 'message', person_id::text, kind || ' ' || state, delivered_at from luoshi.message
       order by 4, 1, 2, 3`,
    );
    return rows;
  });
}

/** Answers what is missing on this machine; null: nothing. */
export function oldBesideNew(): string | null {
  if (!PreviousRelease.isThere()) return 'the history of the repository is needed';
  if (debianPostgres() === null || !haveRedis()) return 'postgresql-15 of Debian and redis-server are needed';
  describe('the previous release beside this one', () => {
    let previous: PreviousRelease;
    let server: OutagePostgres;
    const url = (name: string): string => actingAsApplication(server.ownerUrl(name));

    beforeAll(async () => {
      await LuoshiProcess.build();
      [previous, server] = await Promise.all([PreviousRelease.build(), OutagePostgres.create()]);
      await asOwner(server.ownerUrl(), (owner) => owner.query(`create database ${PREVIOUS_TEMPLATE}`));
      await previous.script(FOUND, {
        OWNER_URL: server.ownerUrl(PREVIOUS_TEMPLATE),
        APP_URL: url(PREVIOUS_TEMPLATE),
      });
    });
    afterAll(async () => {
      previous.remove();
      await server.remove();
    });

    const oldWorker = (town: Town): LuoshiProcess =>
      previous.run(['worker', '--health-port', '0'], {
        ...town.environment(),
        LUOSHI_CLOCK: '',
        // It knows no clock that is moved from outside: its Date is one.
        NODE_OPTIONS: `--import=${projectPath('apps/cli/faults/testing/date-of-test.mjs')}`,
        LUOSHI_TEST_DATE_FILE: town.clockFile,
      });
    const upgrade = async (town: Town): Promise<void> => {
      await migrate(town.ownerUrl);
      await preparePostgresQueue(town.ownerUrl);
    };
    const END = '2024-10-15 09:30';

    test('shares the record without harm: the same happens as with this one alone', async () => {
      const alone = await Town.open(server, { workers: 0, api: false, template: PREVIOUS_TEMPLATE });
      await upgrade(alone);
      alone.workers.push(LuoshiProcess.run(['worker', '--health-port', '0'], alone.environment()));
      await alone.until(END);
      const expected = await shapeOf(alone.ownerUrl);
      await alone.close();

      const town = await Town.open(server, { workers: 0, api: false, template: PREVIOUS_TEMPLATE });
      const old = oldWorker(town);
      await old.url();
      await town.until('2024-10-10 15:00');
      await upgrade(town);
      // The old one alone on the new tables, then both, then the new one alone.
      await town.until('2024-10-10 18:00');
      const young = LuoshiProcess.run(['worker', '--health-port', '0'], town.environment());
      town.workers.push(young);
      await young.url();
      await town.until('2024-10-11 18:00');
      expect(await old.stop()).toEqual({ code: 0, signal: null });
      await town.until(END);
      expect(await shapeOf(town.ownerUrl)).toEqual(expected);
      const verified = await LuoshiProcess.finish(['audit', 'verify'], town.environment());
      expect(verified.code).toBe(0);

      // Started anew, it sees whose tables they are, and ends.
      const refused = oldWorker(town);
      expect((await refused.ended).code).not.toBe(0);
      expect(refused.stderr).toContain('的表结构比程序新');
      await town.close();
    });

    test('this release, told of a newer one by the tables and by what that had in its hands, keeps off and says so', async () => {
      const town = await Town.open(server, { workers: 0, api: false, template: PREVIOUS_TEMPLATE });
      await upgrade(town);
      const worker = LuoshiProcess.run(['worker', '--health-port', '0'], town.environment());
      town.workers.push(worker);
      const health = `${await worker.url()}/readyz`;
      expect(await (await fetch(health)).json()).toMatchObject({ release: 'current' });
      await asOwner(town.ownerUrl, async (owner) => {
        await owner.query(
          `insert into luoshi.schema_migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
        );
        await owner.query('update luoshi.reporting_line set machine_version = 99');
      });
      town.set('2024-10-10T09:30:00.000Z');
      await until(async () => JSON.stringify(await (await fetch(health)).json()).includes('"older"'));
      await until(() => worker.stderr.includes('已由较新版本的程序办理'));
      expect(worker.stderr).toContain('表结构已由较新版本升级（Later9999999999999）');
      expect((await fetch(health)).status).toBe(503);
      const untouched = await asOwner(town.ownerUrl, (owner) =>
        owner.query(
          `select from luoshi.reporting_line where machine_version <> 99
         union all select from luoshi.event where at = '2024-10-10T09:30:00Z'`,
        ),
      );
      expect(untouched.rowCount).toBe(0);
      await town.close();
    });
  });
  return null;
}
