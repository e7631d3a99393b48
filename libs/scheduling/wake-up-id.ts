import type { Instant } from '#calendar';

/**
 * The name of a wake-up: the same for the same jurisdiction and second, so that a thousand tasks due together ring
 * once. What is due already is rung for under the second that it is now: the job that rang for its own instant may
 * be at work at this moment, and would swallow it. No colons: BullMQ keeps them for itself.
 */
export function wakeUpId(jurisdictionId: string, at: Instant, now: Instant): string {
  const second = Math.ceil(Date.parse(at > now ? at : now) / 1000);
  return `look-${jurisdictionId.replaceAll(':', '_')}-${String(second)}`;
}
