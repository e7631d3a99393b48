/**
 * From so much likeness on (0 to 1) two tasks may be the same one. In real plans a task and the likeliest other one of the
 * same plan stay below it (see the test on the published plans); a task whose heading was kept and whose text was written
 * anew, or the other way round, is above it.
 */
export const LEAST_LIKENESS = 0.55;

/** The better of heading and text says most: amendments rewrite one of them and keep the other. */
export const WEIGHT_OF_BETTER = 0.65;
export const WEIGHT_OF_OTHER = 0.25;
/** Where it stands says little, because whatever is put in before it moves it; it decides between equals. */
export const WEIGHT_OF_PLACE = 0.1;

/** A label of our own that its task's text begins with is no printed heading: it counts less than one. */
export const LABEL_CREDIT = 0.8;

/** "Much alike" in words. */
export const CLEARLY_ALIKE = 0.8;

/** From this share of a text on that stands in another one, it was probably split off or merged. */
export const LEAST_TAKEN_OVER = 0.6;
/** Shorter texts stand in too many others by chance. */
export const LEAST_TAKEN_OVER_LENGTH = 12;
