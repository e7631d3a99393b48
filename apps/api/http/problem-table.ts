import type { RejectionCode } from '#accountability';
import { PROBLEMS, type ProblemEntry } from '#contract';
import type { RefusalCode } from '#documents';

/** The contract explains every code that the engine and the reader of files refuse with: types alone prove it. */
export const EXPLAINED = PROBLEMS satisfies Record<RejectionCode | RefusalCode, ProblemEntry>;
