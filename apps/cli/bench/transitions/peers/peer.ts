import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is asked of a peer: to take a transition durably, decide it, and hold what came of it durably. */
export interface PeerWork {
  /** Owner's login of a database of its own. */
  databaseUrl: string;
  /** The event with its subject's snapshot, as JSON of the usual size. */
  payloads: readonly object[];
  /** Decides; the same for all. */
  decide: (payload: object) => object;
  concurrency: number;
}

export interface Peer {
  name: string;
  /** Packages that have to be installed in the folder. */
  packages: readonly string[];
  /** Transitions a second, one at a time, so many at once; by name of the way. */
  measure(work: PeerWork, load: Load, folder: string): Promise<Record<string, number>>;
}

export type Load = <T>(name: string) => Promise<T>;

/** Packages of a folder that is not this project's: what the product is compared with is no part of it. */
export function loaderOf(folder: string): { has: (name: string) => boolean; load: Load } {
  const home = (name: string): string => path.resolve(folder, 'node_modules', name);
  return {
    has: (name) => existsSync(path.join(home(name), 'package.json')),
    load: async <T>(name: string): Promise<T> => {
      const described = JSON.parse(readFileSync(path.join(home(name), 'package.json'), 'utf8')) as {
        main?: string;
        exports?: { '.'?: { import?: string } };
      };
      const entry = described.exports?.['.']?.import ?? described.main ?? 'index.js';
      return (await import(pathToFileURL(path.join(home(name), entry)).href)) as T;
    },
  };
}

export function perSecond(count: number, ms: number): number {
  return Math.round((count * 1000) / ms);
}
