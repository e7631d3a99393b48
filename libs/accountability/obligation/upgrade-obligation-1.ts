import type { Snapshot } from '../subject.js';
import { begunObligation, type ObligationContext } from './obligation.context.js';

/** From version 1 to 2: it knew reports on tasks only, and neither what had become of the next period nor releases. */
export function upgradeObligation1(snapshot: Snapshot): Snapshot {
  if ('kind' in snapshot.context) return snapshot;
  const context = snapshot.context as unknown as ObligationContext;
  const upgraded: ObligationContext = { ...begunObligation(context), ...context };
  return { ...snapshot, context: upgraded as unknown as Record<string, unknown> };
}
