import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { systemClock, type Transaction } from '#persistence';
import { presentOrigin } from './origin.js';
import { recordConfigurationChange, type TrailFact } from './record.js';

type Setting = Omit<TrailFact<'configuration'>, 'at'> & {
  /** Who decides it, where the command names somebody; else whoever acts now. */
  by?: string | null;
};

/** A setting is changed, by whoever acts now and from there. In the transaction of the change. */
export function recordSetting(tx: Transaction, { by, ...fact }: Setting): Promise<void> {
  const origin = presentOrigin();
  const actorId = origin.actorId ?? by ?? null;
  return recordConfigurationChange(tx, { ...origin, actorId }, { ...fact, at: systemClock.now() });
}

/** What of two versions differs, each side with that alone: two policies are long, and a change of one is short. */
export function differing(before: object, after: object): { before: object; after: object; parts: string[] } {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((part) => !isDeepStrictEqual(was[part], is[part]))
    .sort();
  const only = (side: Record<string, unknown>): object =>
    Object.fromEntries(parts.flatMap((part) => (part in side ? [[part, side[part]]] : [])));
  return { before: only(was), after: only(is), parts };
}

/** That a secret is another one can be seen, and nothing of what it is. Sealed secrets differ each time they are sealed. */
export const fingerprint = (secret: string | null | undefined): string | null =>
  secret === null || secret === undefined
    ? null
    : `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 16)}`;
