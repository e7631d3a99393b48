/** `1 task`, `3 tasks`, `2 entries` (with the plural given). */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
