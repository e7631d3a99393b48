import type { Recorder } from '../recorder.js';

/** What the parts of the day have in common. */
export interface Day {
  readonly to: Recorder;
  /** Of everybody. */
  readonly password: string;
  /** The code that went to an address, as its person reads it there. */
  readonly codeOf: (contactId: string) => Promise<string>;
  readonly jurisdictionId: string;
  planId: string;
  taskId: string;
}

export interface Item {
  id: string;
  [member: string]: unknown;
}
export const itemsIn = (body: Record<string, unknown>): Item[] => (body['items'] ?? []) as Item[];
export const first = (body: Record<string, unknown>): Item => itemsIn(body)[0] ?? { id: '' };
export const tagOf = (thing: Record<string, unknown>): string => `"${String(thing['version'])}"`;
