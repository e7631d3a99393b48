import type { Actor } from '#accountability';
import type { Instant } from '#calendar';
import type { UnitHead } from '#persistence';
import type { FiledReport } from '../command.js';

interface OfSitting {
  jurisdictionId: string;
  actor: Actor;
  /** A repeat under the same key changes nothing and is answered alike. */
  idempotencyKey: string;
  sittingId: string;
}

export interface SendForSignOffCommand extends OfSitting {
  reports: FiledReport[];
}

export interface SentForSignOff {
  sittingId: string;
  sentAt: Instant;
  /** Reports of the sitting that wait for the head now. */
  waiting: number;
  heads: UnitHead[];
}

export interface SomeOfSittingCommand extends OfSitting {
  obligationIds: string[];
}

export interface ReturnForWordsCommand extends SomeOfSittingCommand {
  remark: string;
}

/**
 * What became of a report that was to be signed. `signed`: it is filed; `notOwed`: nothing is owed any more; `changed`: the record has
 * gone on since it was sent; `notWaiting`: it was taken back or returned meanwhile.
 */
export type SignOffOutcome = 'signed' | 'notOwed' | 'changed' | 'notWaiting';

export interface SignedRow {
  obligationId: string;
  outcome: SignOffOutcome;
  /** For the person; of what was signed, empty. */
  message: string;
}

export interface SignedOff {
  sittingId: string;
  at: Instant;
  late: boolean;
  rows: SignedRow[];
  /** Reports that the sitting still waits for. */
  stillOwed: number;
}
