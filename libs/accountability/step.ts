import type { Effect } from './effect.js';

/** What one transition of a statechart does besides moving: the context it changes and what it asks for. */
export interface Step<Context> {
  context?: Partial<Context>;
  effects?: Effect[];
}
