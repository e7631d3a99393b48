import { instantFrom, type Instant } from '#calendar';

/** Where the shell takes the time from: the system's clock, a test's, or a simulation's. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = {
  now: () => instantFrom(Date.now()),
};
