import { newerMigrations } from '#persistence';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { StopList } from './stop-list.js';
import { paced } from './start-worker.js';

const EVERY_MS = 30_000;

/** What a newer release has changed of the tables since this process began; none: it is up to date. */
export type NewerRelease = () => readonly string[];

/**
 * Looks now and then whether the tables have become those of a newer release, while the release is being changed: this
 * process works on, beside the new ones, and says that it is to be replaced.
 */
export function watchRelease(core: Core, log: Log, stops: StopList): NewerRelease {
  let newer: readonly string[] = [];
  const look = async (): Promise<void> => {
    const found = await newerMigrations(core.database);
    if (found.length > 0 && newer.length === 0) log.error(outdated(found));
    newer = found;
  };
  // A database that is away is others' to tell of.
  const timer = setInterval(
    () => void look().catch(() => undefined),
    Math.max(1_000, paced(core.clock, EVERY_MS)),
  );
  stops.add('版本检查', () => Promise.resolve(clearInterval(timer)));
  return () => newer;
}

export const outdated = (newer: readonly string[]): string =>
  `表结构已由较新版本升级（${newer.join('、')}）。本进程继续工作，但不改动较新版本办理过的事项；请换成新版本。`;
