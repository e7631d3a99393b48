/**
 * The largest side of a square tile, so that all rows of tiles fit: one row of the wall for each count, as many lines in it
 * as its tiles need. All lengths in one unit, the sides with their gap.
 *
 * @param least rows are never lower than this: their name needs the room
 * @returns at least `smallest`, also where nothing fits
 */
export function fitTiles(
  counts: readonly number[],
  room: { width: number; height: number; gap: number },
  { least, smallest, largest }: { least: number; smallest: number; largest: number },
): number {
  const heightAt = (side: number): number => {
    const inLine = Math.max(1, Math.floor(room.width / side));
    return counts.reduce(
      (all, count) => all + Math.max(least, Math.ceil(count / inLine) * side) + room.gap,
      0,
    );
  };
  let [low, high] = [smallest, largest];
  if (heightAt(high) <= room.height) return high;
  // Twenty halvings are finer than a pixel of any screen.
  for (let turn = 0; turn < 20; turn += 1) {
    const middle = (low + high) / 2;
    if (heightAt(middle) <= room.height) low = middle;
    else high = middle;
  }
  return low;
}
