import { describe, expect, test } from '@jest/globals';
import { asOwner, debianPostgres, OutagePostgres } from '#testing';
import { projectPath } from '../../project-path.js';
import { LuoshiProcess } from '../../testing/luoshi-process.js';
import { actingAsApplication, prepareTemplate, SECRET_KEY, TEMPLATE } from './template.js';

/** Answers what is missing on this machine; null: nothing. */
export function clockAhead(): string | null {
  if (debianPostgres() === null) return 'postgresql-15 of Debian is needed';
  describe('a worker on a machine whose clock is two minutes ahead', () => {
    test('finds nobody late before the database’s time, and says that its clock is wrong', async () => {
      const server = await OutagePostgres.create();
      try {
        await prepareTemplate(server);
        const ownerUrl = server.ownerUrl(TEMPLATE);
        // One clock runs down in eight seconds of real time; all others are of two years ago.
        const at = await asOwner(ownerUrl, async (owner) => {
          await owner.query(
            `update luoshi.message set state = 'delivered', delivered_at = deliver_at where state = 'pending'`,
          );
          const { rows } = await owner.query<{ id: string; at: Date }>(
            `update luoshi.deadline set armed_at = now(), projected_at = now() + interval '8 s' where id = (
             select id from luoshi.deadline where state = 'armed' order by projected_at limit 1)
           returning id, projected_at as at`,
          );
          await owner.query(
            `update luoshi.deadline set state = 'disarmed' where state = 'armed' and id <> $1`,
            [rows[0]?.id],
          );
          return rows[0]?.at.getTime() ?? 0;
        });
        const worker = LuoshiProcess.run(['worker', '--health-port', '0'], {
          DATABASE_URL: actingAsApplication(ownerUrl),
          LUOSHI_SECRET_KEY: SECRET_KEY.toString('base64'),
          NODE_OPTIONS: `--import=${projectPath('apps/cli/faults/testing/date-of-test.mjs')}`,
          LUOSHI_TEST_DATE_AHEAD_MS: '120000',
        });
        await worker.url();
        expect(worker.stderr).toMatch(/本机时钟比数据库快 (119|120)(\.\d)? 秒/u);
        const fired = await firedAt(ownerUrl);
        expect(fired - at).toBeGreaterThanOrEqual(0);
        expect(await worker.stop()).toEqual({ code: 0, signal: null });
      } finally {
        await server.remove();
      }
    });
  });
  return null;
}

/** When the first event of today was written, by the database's clock. */
async function firedAt(ownerUrl: string): Promise<number> {
  for (let waited = 0; waited < 200_000; waited += 100) {
    const { rows } = await asOwner(ownerUrl, (owner) =>
      owner.query<{ at: Date | null }>(
        `select min(recorded_at) as at from luoshi.event where at > now() - interval '1 h'`,
      ),
    );
    if (rows[0]?.at) return rows[0].at.getTime();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the clock that ran down was never fired');
}
