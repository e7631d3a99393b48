import { APP_ROLE } from '../connection-string.js';
import { OWNER } from './init-cluster.js';
import type { Secrets } from './secrets.js';

export const DATABASE = 'luoshi';

/** The logins of an embedded server: on this machine, by its secrets. */
export function urlsFor(secrets: Secrets, port: number): { ownerUrl: string; appUrl: string } {
  const place = `127.0.0.1:${String(port)}/${DATABASE}`;
  return {
    ownerUrl: `postgresql://${OWNER}:${secrets.ownerPassword}@${place}`,
    appUrl: `postgresql://${APP_ROLE}:${secrets.appPassword}@${place}`,
  };
}
