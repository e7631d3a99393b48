import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, startEmbeddedPostgres } from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import { startServer } from '../../load/start-server.js';
import { progress } from '../../terminal/progress.js';
import { crowdedDistrict, LIAISON, LOOKED_AT, OFFICE, PASSWORD } from './crowded-district.js';
import { openChromium } from './open-chromium.js';
import { timeDesk, type DeskFigure } from './time-desk.js';
import { timeFilters, type FilterFigure } from './time-filters.js';
import { signedIn } from './window.js';

export interface WebSettings {
  tasks: number;
  rounds: number;
  /** How many times as slow the page's processor is made. */
  slowness: number;
}

export interface WebFigures {
  tasks: number;
  slowness: number;
  desk: DeskFigure;
  acts: FilterFigure[];
}

/**
 * Times pages of the built product in a real browser, over a real server and a throwaway database with so many tasks.
 *
 * @throws CliError where Chromium or what drives it is missing
 */
export async function benchWeb({ tasks, rounds, slowness }: WebSettings): Promise<WebFigures> {
  const browser = await openChromium();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  try {
    progress('启动临时数据库');
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      await migrate(database.ownerUrl);
      await preparePostgresQueue(database.ownerUrl);
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      try {
        await crowdedDistrict(owner, database.appUrl, tasks);
      } finally {
        await owner.end();
      }
      const server = await startServer({
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        LUOSHI_CLOCK: `${LOOKED_AT}@1`,
      });
      try {
        const { url } = server;
        const [liaison, office] = await Promise.all(
          [LIAISON, OFFICE].map((username) => signedIn(browser, url, username, PASSWORD)),
        );
        if (liaison === undefined || office === undefined) throw new Error('nobody is signed in');
        progress('打开联络员的填报页');
        const desk = await timeDesk(browser, url, liaison, { rounds, slowness });
        progress(`在 ${tasks} 项任务中筛选`);
        return {
          tasks,
          slowness,
          desk,
          acts: await timeFilters(browser, url, office, { rounds, slowness, tasks }),
        };
      } finally {
        await server.stop();
      }
    } finally {
      await database.stop();
    }
  } finally {
    await browser.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
