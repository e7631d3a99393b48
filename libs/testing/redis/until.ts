/**
 * Waits for something to come about; asks every 20 ms. How long it waits proves nothing and is only against waiting
 * for ever: tests run on machines that have other things to do.
 *
 * @throws where it does not within `withinMs`, with what was asked
 */
export async function until(what: () => boolean | Promise<boolean>, withinMs = 90_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`did not come about within ${withinMs} ms: ${what.toString().replace(/\s+/gu, ' ')}`);
}
