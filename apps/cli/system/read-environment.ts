import { readConfig, type Config } from '#config';
import type { Fault } from '#engine';
import { faultOf } from './fault.js';
import { parseMovedClock } from './moved-clock.js';
import { parseClock } from './rehearsal-clock.js';

export interface Environment {
  config: Config;
  clockSpec: string | undefined;
  fault: Fault | undefined;
}

/** Everything that the environment says, checked before anything is started. @throws ConfigError, CliError */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const clockSpec = env['LUOSHI_CLOCK']?.trim() || undefined;
  if (clockSpec !== undefined && !parseMovedClock(clockSpec)) parseClock(clockSpec);
  return { config: readConfig(env), clockSpec, fault: faultOf(env['LUOSHI_FAULT']?.trim()) };
}

/** Options of the command line win over the environment. */
export function withOptions(config: Config, given: { port?: number; host?: string; data?: string }): Config {
  return {
    ...config,
    dataDir: given.data ?? config.dataDir,
    http: { ...config.http, port: given.port ?? config.http.port, host: given.host ?? config.http.host },
  };
}
