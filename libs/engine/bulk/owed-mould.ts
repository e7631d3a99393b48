import { begin, MACHINE_VERSION, stateName, type Policy } from '#accountability';
import type { Instant } from '#calendar';
import { canonicalJson, type OwnFields } from '#persistence';
import { reportOwed } from '../subjects.js';

/** A report that is owed for a period, with its own ids left open. */
export interface OwedMould {
  period: string;
  dueAt: Instant;
  state: string;
  value: unknown;
  context: Record<string, unknown>;
  ownFields: OwnFields;
  /** What it was made from, likewise. */
  input: Record<string, unknown>;
  ownOfInput: OwnFields;
  machineVersion: number;
  /** The payload of its first event as its hash sees it. */
  payload: (ids: { id: string; taskId: string; unitId: string }) => string;
}

/** Of Unicode's private use: no id and no word of a rule holds one. */
const [OPEN, SHUT] = ['\uE000', '\uE001'];
type Own = 'id' | 'taskId' | 'unitId';
const OWN: Record<string, Own> = Object.fromEntries(
  (['id', 'taskId', 'unitId'] as const).map((own) => [`${OPEN}${own}${SHUT}`, own]),
);

/**
 * Lets the chart begin one report with marks in place of its ids. Null where an id comes into it otherwise than by
 * standing in a field as it is: then each is begun by itself.
 */
export function owedMould(policy: Policy, period: string, dueAt: Instant): OwedMould | null {
  const mark = (own: Own): string => `${OPEN}${own}${SHUT}`;
  const input = reportOwed({ id: mark('id'), period, dueAt }, mark('taskId'), mark('unitId'));
  const { value, context } = begin({ kind: 'obligation', input }, policy);
  const [common, ofInput] = [parted(context), parted(input)];
  if (common === null || ofInput === null || marked(value)) return null;
  const pieces = canonicalJson({ input }).split(new RegExp(`${OPEN}(\\w+)${SHUT}`));
  return {
    period,
    dueAt,
    state: stateName(value),
    value,
    context: common.shared,
    ownFields: common.own,
    input: ofInput.shared,
    ownOfInput: ofInput.own,
    machineVersion: MACHINE_VERSION.obligation,
    payload: (ids) => pieces.map((piece, i) => (i % 2 === 0 ? piece : ids[piece as Own])).join(''),
  };
}

const marked = (value: unknown): boolean => JSON.stringify(value).includes(OPEN);

function parted(fields: object): { shared: Record<string, unknown>; own: OwnFields } | null {
  const shared: Record<string, unknown> = {};
  const own: Record<string, Own> = {};
  for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
    const which = typeof value === 'string' ? OWN[value] : undefined;
    if (which !== undefined) own[field] = which;
    else shared[field] = value;
  }
  return marked(shared) ? null : { shared, own };
}
