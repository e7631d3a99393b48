import type { QueryClient } from '@tanstack/react-query';
import { call } from '../api/client.js';

/**
 * Ends the session on the server and forgets everything that was read in it. Who came by unified sign-in is told where to sign out
 * there too; null: nowhere else.
 */
export async function signOut(queries: QueryClient): Promise<string | null> {
  // Asked first: afterwards nobody knows who it was. If it cannot be asked, signing out here still counts.
  const { url } = await call('signOutElsewhere').catch(() => ({ url: null }));
  await call('signOut');
  queries.clear();
  return url;
}
