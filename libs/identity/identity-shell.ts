import type { Clock, Database } from '#persistence';
import type { IdentitySettings } from './identity-settings.js';

/** Keeps what must be used again but never shown; sealed with the key of the installation. */
export interface Secrets {
  seal(secret: unknown): string;
  /** @throws Error when it was sealed with another key, or changed */
  open(sealed: string): unknown;
}

/** What signing in works with. The clock is the wall's, also where the engine runs on another one. */
export interface IdentityShell {
  database: Database;
  clock: Clock;
  settings: IdentitySettings;
  secrets: Secrets;
}
