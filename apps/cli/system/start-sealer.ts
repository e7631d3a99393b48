import type { Config } from '#config';
import { keepSealing } from '../../worker/index.js';
import { CliError } from '../cli-error.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import { ownSealKey } from './own-seal-key.js';
import type { StopList } from './stop-list.js';

const MINUTE_MS = 60_000;

/** Begins to seal the trail, unless this process is told not to, or has no key and nowhere to keep one. */
export async function startSealer(config: Config, core: Core, log: Log, stops: StopList): Promise<void> {
  const { everyMinutes } = config.seal;
  if (everyMinutes === 0) return;
  const key = await ownSealKey(config).catch((error: unknown) => {
    if (error instanceof CliError) throw error;
    log.error(
      `没有封存记录的密钥，数据目录 ${config.dataDir} 又不能写入：本进程不封存。请设置 LUOSHI_SEAL_KEY。`,
    );
    return null;
  });
  if (key === null) return;
  const sealer = keepSealing({ engine: core.engine, key, log, everyMs: everyMinutes * MINUTE_MS });
  stops.add('记录封存', () => sealer.stop());
}
