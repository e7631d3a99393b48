import type { Config } from '#config';
import { outgoingRules, secretBox, type OutsideWorld, type SecretBox } from '#courier';
import { CliError } from '../cli-error.js';
import { secretKey } from './secret-key.js';

/** What channels may call, and the box that their secrets are kept in. @throws CliError SECRET_KEY_INVALID */
export async function outsideWorld(config: Config): Promise<OutsideWorld> {
  const { allowAddresses, allowPlain } = config.outside;
  return {
    now: () => new Date(),
    rules: outgoingRules({ allowAddresses, allowPlain }),
    box: await boxOf(config),
  };
}

/** A process that has no key and nowhere to keep one works on; only what needs the key says so. */
export async function boxOf(config: Config): Promise<SecretBox> {
  try {
    return secretBox(await secretKey(config));
  } catch (error) {
    if (error instanceof CliError) throw error;
    const missing = (): never => {
      throw new CliError(
        'SECRET_KEY_INVALID',
        `没有封存口令的密钥，数据目录 ${config.dataDir} 又不能写入。请设置 LUOSHI_SECRET_KEY（各进程相同）。`,
        { cause: error },
      );
    };
    return { seal: missing, open: missing, keyFor: missing };
  }
}
