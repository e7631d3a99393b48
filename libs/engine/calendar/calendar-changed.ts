import type { Instant } from '#calendar';
import { byEngine, type Envelope } from '../envelope.js';

/** What reporting lines hear of a new calendar. */
export const calendarChanged = (
  lineIds: readonly string[],
  { version, reason }: { version: number; reason: string },
  at: Instant,
): Envelope[] =>
  lineIds.map((id) =>
    byEngine(
      { kind: 'reportingLine', id },
      { type: 'CALENDAR_CHANGED', at, calendarVersion: version, reason },
      `calendar:${version}`,
    ),
  );
