import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api/client.js';
import { useEventSource } from '../api/use-event-source.js';

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

/** The wall, read again whenever something has happened. */
export function useWall(planId: string) {
  const queries = useQueryClient();
  const attend = useCallback(
    (source: EventSource, isLive: () => void) => {
      let gathering: ReturnType<typeof setTimeout> | undefined;
      source.onopen = isLive;
      source.onmessage = () => {
        gathering ??= setTimeout(() => {
          gathering = undefined;
          void queries.invalidateQueries({ queryKey: ['plans', planId, 'wall'] });
        }, GATHER_MS);
      };
      return () => clearTimeout(gathering);
    },
    [queries, planId],
  );
  return { live: useEventSource('eventStream', attend), wall: useQuery(wallQuery(planId)) };
}
