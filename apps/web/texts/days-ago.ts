/** How long ago, in whole days. */
export const daysAgo = (days: number): string => (days === 0 ? '今天' : `${days} 天前`);
