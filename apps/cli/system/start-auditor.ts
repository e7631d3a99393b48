import type { Config } from '#config';
import { outgoingRules } from '#courier';
import { post } from '#notify';
import { keepAuditing, type Auditor } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { StopList } from './stop-list.js';

/** Begins to audit; after each round an outside monitor is told, where there is one. */
export function startAuditor({ outside }: Config, core: Core, log: Log, stops: StopList): Auditor {
  const { heartbeatUrl, allowAddresses, allowPlain } = outside;
  const rules = outgoingRules({ allowAddresses, allowPlain });
  const auditor = keepAuditing({
    engine: core.engine,
    log,
    ...(heartbeatUrl === null
      ? {}
      : {
          alive: async () => {
            const answer = await post({ url: heartbeatUrl, method: 'GET', headers: {}, body: '' }, rules);
            if (!answer.came) log.error(`监测网址没有应答：${answer.detail}`);
          },
        }),
  });
  stops.add('稽核', () => auditor.stop());
  return auditor;
}
