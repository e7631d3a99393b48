import { hash } from 'node:crypto';
import { laterIdentifier, MARK } from './bulk/placeholder.js';

/** The namespace of all ids that follow from what they name (a random UUID, fixed for ever). */
const NAMESPACE = Buffer.from('6f0b8f1c5d0e4c1f9a3e2d7b8c4a1e55', 'hex');

/**
 * A UUID (version 5, RFC 9562) that follows from the names given: the same sitting has the same id on every
 * machine and in every replay, and two writers of the same thing meet at its primary key. Of placeholders it is one
 * itself, until the names are known.
 */
export function identifierOf(...names: readonly string[]): string {
  const named = names.join('\u001f');
  if (named.includes(MARK)) return laterIdentifier(named);
  const hex = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(named)]));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const taskIdOf = (jurisdictionId: string, planCode: string, taskCode: string): string =>
  identifierOf(jurisdictionId, 'task', planCode, taskCode);

export const planIdOf = (jurisdictionId: string, planCode: string): string =>
  identifierOf(jurisdictionId, 'plan', planCode);

export const actionIdOf = (jurisdictionId: string, planCode: string, actionCode: string): string =>
  identifierOf(jurisdictionId, 'action', planCode, actionCode);

export const unitIdOf = (jurisdictionId: string, unitCode: string): string =>
  identifierOf(jurisdictionId, 'unit', unitCode);

export const personIdOf = (jurisdictionId: string, username: string): string =>
  identifierOf(jurisdictionId, 'person', username);

export const reportingLineIdOf = (planId: string, unitId: string, cadence: string): string =>
  identifierOf(planId, 'reportingLine', unitId, cadence);

/** The line of a duty besides the reports. */
export const dutyLineIdOf = (planId: string, unitId: string, duty: string, cadence: string): string =>
  identifierOf(planId, 'reportingLine', unitId, duty, cadence);

export const sittingIdOf = (reportingLineId: string, period: string): string =>
  identifierOf(reportingLineId, 'sitting', period);

export const obligationIdOf = (sittingId: string, taskId: string): string =>
  identifierOf(sittingId, 'obligation', taskId);
