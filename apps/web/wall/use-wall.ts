import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf, call } from '../api/client.js';

export const wallQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'wall'],
    queryFn: ({ signal }) => call('wall', { params: { id: planId }, signal }),
    // Also where the stream is held up by something in between, a wall is never older than that.
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });

/** Many things happen at once: the wall is read again for all of them together. */
const GATHER_MS = 2_000;
const TRY_AGAIN_MS = 5_000;

/** The wall, read again whenever something has happened. */
export function useWall(planId: string) {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const source = new EventSource(addressOf('eventStream'));
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    source.onopen = () => setLive(true);
    source.onmessage = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void queries.invalidateQueries({ queryKey: ['plans', planId, 'wall'] });
      }, GATHER_MS);
    };
    source.onerror = () => {
      setLive(false);
      if (source.readyState === EventSource.CLOSED)
        again = setTimeout(() => setAttempt((n) => n + 1), TRY_AGAIN_MS);
    };
    return () => {
      source.close();
      clearTimeout(gathering);
      clearTimeout(again);
    };
  }, [queries, planId, attempt]);
  return { wall: useQuery(wallQuery(planId)), live };
}
