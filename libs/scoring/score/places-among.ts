/**
 * Places by points: 1 is best; equal points share a place, and the next one is as many further. Points are compared in
 * hundredths, as they are shown.
 */
export function placesAmong(totals: readonly number[]): number[] {
  const hundredths = totals.map((total) => Math.round(total * 100));
  const place = new Map<number, number>();
  [...hundredths]
    .sort((a, b) => b - a)
    .forEach((total, before) => {
      if (!place.has(total)) place.set(total, before + 1);
    });
  return hundredths.map((total) => place.get(total) ?? 0);
}
