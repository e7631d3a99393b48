import type { QueryClient } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** Ends the session on the server and forgets everything that was read in it. */
export async function signOut(queries: QueryClient): Promise<void> {
  await call('signOut');
  queries.clear();
}
