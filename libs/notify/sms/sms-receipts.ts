import { z } from 'zod';
import { textAt } from '../outgoing/text-at.js';

/**
 * Every gateway reports in a form of its own what became of a message: which fields say so is a template. Values that
 * stand in neither list say nothing: the message is not known to be delivered, nor to be lost.
 */
export const smsReceiptsSchema = z
  .object({
    /** Where the list of reports stands; left out: the body is one report, or a list of them. */
    items: z.string().min(1).optional(),
    /** Fields of a report: what the gateway called the message, and what became of it. */
    reference: z.string().min(1),
    state: z.string().min(1),
    delivered: z.array(z.string()).min(1),
    failed: z.array(z.string()).default([]),
  })
  .strict();
export type SmsReceipts = z.infer<typeof smsReceiptsSchema>;

export interface ReceiptRead {
  reference: string;
  delivered: boolean;
  /** The gateway's own word where it was not delivered. */
  reason: string | null;
}

const MOST = 1_000;

/** What a body (JSON, or the fields of a form) reports; null: it is no report of this gateway. */
export function readReceipts(settings: SmsReceipts, body: unknown): ReceiptRead[] | null {
  const found = settings.items === undefined ? body : valueAt(body, settings.items);
  const reports: unknown[] = Array.isArray(found) ? (found as unknown[]) : [found];
  if (reports.length > MOST) return null;
  const read: ReceiptRead[] = [];
  for (const report of reports) {
    const [reference, state] = [textAt(report, settings.reference), textAt(report, settings.state)];
    if (reference === null || state === null) return null;
    if (settings.delivered.includes(state)) read.push({ reference, delivered: true, reason: null });
    else if (settings.failed.includes(state))
      read.push({ reference, delivered: false, reason: `运营商回执：未送达（${state.slice(0, 60)}）` });
  }
  return read;
}

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, step) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
          ? (inner as Record<string, unknown>)[step]
          : undefined,
      value,
    );
