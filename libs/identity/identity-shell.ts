import type { Clock, Database } from '#persistence';
import type { IdentitySettings } from './identity-settings.js';

/** What signing in works with. The clock is the wall's, also where the engine runs on another one. */
export interface IdentityShell {
  database: Database;
  clock: Clock;
  settings: IdentitySettings;
}
