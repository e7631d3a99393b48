import { marks } from '../texts/zh.js';

/** Offices and posts in one line. */
export const namesOf = (all: readonly { label: string }[]): string =>
  all.map(({ label }) => label).join(marks.list);
