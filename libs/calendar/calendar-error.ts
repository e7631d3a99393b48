/** Stable codes of what this lib refuses. */
export type CalendarErrorCode =
  | 'InvalidCivilDate'
  | 'InvalidCivilTime'
  | 'InvalidInstant'
  | 'InvalidCalendarData'
  | 'InvalidPeriodKey'
  | 'InvalidBudget'
  | 'InvalidSuspension'
  | 'UnknownYear';

/** A refusal with a stable code, a Chinese message (what, where, how to mend) and the values it is about. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';

  constructor(
    readonly code: CalendarErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/** True for the error of a year that a calendar does not hold at all. */
export function isUnknownYear(error: unknown): error is CalendarError {
  return error instanceof CalendarError && error.code === 'UnknownYear';
}
