import type { RouteName } from '#contract';
import { useEffect, useState } from 'react';
import { addressOf } from './client.js';

/** A browser gives a stream up for good when the server refuses it; it is then tried again by hand. */
const TRY_AGAIN_MS = 5_000;

/**
 * What the server tells as it happens, taken up again wherever it broke off. Returns whether it is live.
 *
 * @param attend puts up what listens and says when the stream is live; returns what clears up. The same from one drawing to
 *   the next, or the stream begins anew.
 */
export function useEventSource(
  route: RouteName,
  attend: (source: EventSource, isLive: () => void) => (() => void) | undefined,
): boolean {
  const [live, setLive] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const source = new EventSource(addressOf(route));
    let again: ReturnType<typeof setTimeout> | undefined;
    const clearUp = attend(source, () => setLive(true));
    source.onerror = () => {
      setLive(false);
      if (source.readyState === EventSource.CLOSED)
        again = setTimeout(() => setAttempt((n) => n + 1), TRY_AGAIN_MS);
    };
    return () => {
      source.close();
      clearUp?.();
      clearTimeout(again);
    };
  }, [route, attend, attempt]);
  return live;
}
