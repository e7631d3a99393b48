import { randomBytes } from 'node:crypto';
import { secretBox } from '#courier';
import { createEngine, type Engine } from '#engine';
import type { Clock, Database } from '#persistence';
import { DEFAULT_IDENTITY_SETTINGS } from '#identity';
import { createApi, DEFAULT_API_CONFIG, type Api, type ApiConfig, type ApiDependencies } from '../index.js';
import { Browser } from './browser.js';
import type { Username } from './people.js';
import { insertWorld } from './world.js';

export interface ApiUnderTest {
  api: Api;
  engine: Engine;
  url: string;
  /** A browser in which this person has signed in. */
  as(username: Username): Promise<Browser>;
  stop(): Promise<void>;
}

/** The API on a real engine and a real database with a small district in it, on a free port. Answers are checked. */
export async function startApi(
  database: Database,
  clock: Clock,
  options: { config?: Partial<ApiConfig>; more?: Partial<ApiDependencies> } = {},
): Promise<ApiUnderTest> {
  await insertWorld(database, clock.now());
  const engine = createEngine({ database, clock });
  const config: ApiConfig = {
    ...DEFAULT_API_CONFIG,
    port: 0,
    checkAnswers: true,
    alertPollMs: 20,
    heartbeatMs: 50,
    shutdownGraceMs: 1000,
    identity: { ...DEFAULT_IDENTITY_SETTINGS, refusalTakesMs: 100 },
    ...options.config,
  };
  const secrets = secretBox(randomBytes(32));
  const log = {
    info: () => undefined,
    error: (message: string, detail?: object) => console.error(message, detail),
  };
  const api = await createApi({ database, engine, clock, config, secrets, log, ...options.more });
  const { url } = await api.start();
  return {
    api,
    engine,
    url,
    as: async (username) => {
      const browser = new Browser(url);
      const answer = await browser.signIn(username);
      if (answer.status !== 201)
        throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`);
      return browser;
    },
    stop: () => api.stop(),
  };
}
