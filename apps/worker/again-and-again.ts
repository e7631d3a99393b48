export interface Rounds {
  /** Ends after the round under way. May be repeated. */
  stop(): Promise<void>;
}

/** Does something now, and again so long after each time it ended, until it is stopped. @param round never rejects */
export function againAndAgain(round: (stopped: () => boolean) => Promise<void>, everyMs: number): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const stopped = (): boolean => over;
  const next = (): void => {
    if (!over)
      timer = setTimeout(() => {
        current = round(stopped).finally(next);
      }, everyMs);
  };
  let current = round(stopped).finally(next);
  return {
    stop: async () => {
      over = true;
      clearTimeout(timer);
      await current;
    },
  };
}
