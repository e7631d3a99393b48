import { addMinutes } from '#calendar';
import { countAttempt, lockCredential, type StoredCredential } from './credential.store.js';
import { lockMinutes } from './identity-settings.js';
import type { IdentityShell } from './identity-shell.js';
import { verifyNobody, verifyPassword } from './password.js';

/**
 * Whether the password is the person's. The attempt is counted before it is looked at, and a locked account or a
 * retired person is no for every password, after the same time.
 */
export async function provePassword(
  shell: IdentityShell,
  credential: StoredCredential,
  password: string,
): Promise<boolean> {
  const { jurisdictionId, personId } = credential;
  const now = shell.clock.now();
  const counted = await shell.database.transaction({ jurisdictionId }, async (tx) => {
    const failures = await countAttempt(tx, jurisdictionId, personId, now);
    const minutes = failures === null ? 0 : lockMinutes(shell.settings, failures);
    if (minutes > 0) await lockCredential(tx, jurisdictionId, personId, addMinutes(now, minutes));
    return failures !== null;
  });
  if (!counted || !credential.active) return verifyNobody(password);
  return verifyPassword(credential.passwordHash, password);
}
