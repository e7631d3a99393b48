import { createHash, createHmac } from 'node:crypto';
import type { SecretBox } from '#courier';
import type { LedgerSeal } from '#engine';

/** Workbooks are signed with a key made of the installation's for nothing else; another installation has another. */
export function ledgerSeal(box: SecretBox): LedgerSeal {
  const key = box.keyFor('ledgers');
  return {
    installation: createHash('sha256').update(key).digest('hex').slice(0, 16),
    sign: (text) => createHmac('sha256', key).update(text).digest('base64url'),
  };
}
