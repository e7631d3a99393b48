import type { Config } from '#config';
import { outgoingRules, secretBox, type OutsideWorld } from '#courier';
import { secretKey } from './secret-key.js';

/** What channels may call, and the box that their secrets are kept in. @throws CliError SECRET_KEY_INVALID */
export async function outsideWorld(config: Config): Promise<OutsideWorld> {
  const { allowAddresses, allowPlain } = config.outside;
  return {
    now: () => new Date(),
    rules: outgoingRules({ allowAddresses, allowPlain }),
    box: secretBox(await secretKey(config)),
  };
}
