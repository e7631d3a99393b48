import { civilDateOf, civilTimeOf, instantOf, type Instant } from '#calendar';

/** The instant of a civil date and time as people write it: `2024-04-12 10:00`. */
export const moment = (text: string): Instant => instantOf(text.slice(0, 10), text.slice(11));

/** The other way round, to the minute. */
export const inCivilTime = (instant: Instant): string => `${civilDateOf(instant)} ${civilTimeOf(instant)}`;
