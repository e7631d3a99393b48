import type { SittingSummary } from './sitting-summary.js';

/**
 * Whether there is something in it for who holds these roles to do: to file, or as the unit's head to sign. What is wholly
 * with the head is nothing for the liaison.
 */
export function isSittingDue(
  { status, unit, toFileCount, atSignOffCount }: SittingSummary,
  roles: readonly { role: string; scopeKind: string; scopeId: string }[],
): boolean {
  if (status !== 'open' && status !== 'overdue') return false;
  const isHead = roles.some(
    ({ role, scopeKind, scopeId }) => role === 'leadUnitHead' && scopeKind === 'unit' && scopeId === unit.id,
  );
  return toFileCount > 0 || (isHead && atSignOffCount > 0);
}
