/**
 * Does one step after another, several at once, until there is nothing left to do. A step that finds nothing to do while
 * others are under way asks again when one of them has ended: what it waits for may be in their hands. The first
 * error ends all lanes, after what is under way.
 *
 * @param step returns how much it did; 0: it found nothing
 */
export async function inLanes(lanes: number, step: (lane: number) => Promise<number>): Promise<number> {
  const under = new Set<Promise<number>>();
  let done = 0;
  let failed = false;
  const lane = async (number: number): Promise<void> => {
    while (!failed) {
      const running = step(number);
      under.add(running);
      const count = await running.finally(() => under.delete(running));
      done += count;
      if (count > 0) continue;
      if (under.size === 0) return;
      await Promise.race([...under].map((other) => other.catch(() => 0)));
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, (_, number) =>
      lane(number).catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    ),
  );
  const wrong = ends.find((end) => end.status === 'rejected');
  if (wrong) throw wrong.reason;
  return done;
}
