/**
 * Does one step after another, several at once, until there is nothing left to do. A step that finds nothing to do while
 * others are under way asks again when these have ended and one of them did something: what it waits for may have been in
 * their hands, or come of it. The first error ends all lanes, after what is under way.
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
      const others = await Promise.all([...under].map((other) => other.catch(() => 0)));
      if (others.every((theirs) => theirs === 0)) return;
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
