import { CliError } from '../cli-error.js';
import { stderrLog } from '../terminal/log.js';
import { accounts, welcome } from '../terminal/welcome.js';
import { readEnvironment, withOptions } from './read-environment.js';
import { runUntilStopped } from './run-until-stopped.js';
import { startSystem } from './start-system.js';

export interface StartOptions {
  port?: number;
  host?: string;
  data?: string;
  fresh?: boolean;
  seed: boolean;
  demoPassword?: string;
}

/** The whole system in this process, until it is asked to stop. @throws CliError, ConfigError, PersistenceError */
export function start(options: StartOptions): Promise<0 | 1> {
  const { config: given, clockSpec, fault } = readEnvironment();
  const config = withOptions(given, options);
  const { demoPassword } = options;
  if (options.fresh === true && config.database !== null) {
    throw new CliError('FRESH_REFUSED', '--fresh 只用于内置数据库；外部数据库（DATABASE_URL）请自行建新库。');
  }
  if (demoPassword !== undefined && demoPassword.length < 8) {
    throw new CliError('DEMO_PASSWORD_WEAK', '--demo-password 至少 8 位。');
  }
  return runUntilStopped(stderrLog, async (stops, signals) => {
    const system = await startSystem(
      {
        config,
        fresh: options.fresh === true,
        seed: options.seed,
        demoPassword,
        clockSpec,
        fault,
        onSeeds: (seeds) => process.stdout.write(accounts(seeds)),
      },
      stderrLog,
      stops,
      signals,
    );
    const dataDir = config.database === null ? config.dataDir : null;
    process.stdout.write(welcome({ ...system, dataDir }));
    return system;
  });
}
