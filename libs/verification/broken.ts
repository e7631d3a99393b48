/** What is broken, in words; empty: nothing. */
export type Broken = readonly string[];
