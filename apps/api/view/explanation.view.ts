import { EVENT_LABELS, labelOf, type ExplanationView } from '#contract';
import type { Explanation } from '#engine';

/** An explanation as the page shows it: the lines of the trail with their words. */
export const explanationView = (why: Explanation): ExplanationView => ({
  ...why,
  events: why.events.map((event) => ({ ...event, label: labelOf(EVENT_LABELS, event.type) })),
});
