/** Waits for something to come about; asks every 20 ms. @throws where it does not within `withinMs` */
export async function until(what: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('did not come about in time');
}
