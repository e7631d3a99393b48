import type { FieldError, ProblemCode } from '#contract';

/** An expected refusal on its way out: the filter turns it into a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    /** A code of the table, or one that the engine gave. */
    readonly code: string,
    /** What, where, and how to mend it, in Chinese. Absent: the table's words. */
    readonly detail?: string,
    readonly errors?: FieldError[],
    /** What the refusal is about, as it is now. */
    readonly current?: Record<string, unknown>,
    /** What would have been permitted in the place of what was sent. */
    readonly permitted?: readonly string[],
  ) {
    super(detail ?? code);
  }
}

/** Refuses with a code of the table. */
export function problem(code: ProblemCode, detail?: string, errors?: FieldError[]): ProblemError {
  return new ProblemError(code, detail, errors);
}
