import type { IdentityShell } from './identity-shell.js';
import { deleteSession } from './session.store.js';
import { tokenHash } from './token.js';

/** Ends the session of a token: the cookie is worth nothing from now on. */
export async function signOut(shell: IdentityShell, jurisdictionId: string, token: string): Promise<void> {
  await shell.database.transaction({ jurisdictionId }, (tx) => deleteSession(tx, tokenHash(token)));
}
