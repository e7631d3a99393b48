/** `1 task`, `3 tasks`, `2 entries` (with the plural given). */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** How long ago, in whole days. */
export const daysAgo = (days: number): string => (days === 0 ? 'today' : `${plural(days, 'day')} ago`);
