import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { unpackWall } from '#contract';
import { call } from '../api/client.js';
import { useEventSource } from '../api/use-event-source.js';

export const wallQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'wall'],
    queryFn: ({ signal }) => call('wall', { params: { id: planId }, signal }),
    select: unpackWall,
    // Also where the stream is held up by something in between, a wall is never older than that.
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });

/** Many things happen at once: the wall is read again for all of them together. */
const GATHER_MS = 2_000;

/** The wall, read again whenever something has happened that is not in it. */
export function useWall(planId: string) {
  const queries = useQueryClient();
  const attend = useCallback(
    (source: EventSource, isLive: () => void) => {
      const { queryKey } = wallQuery(planId);
      let gathering: ReturnType<typeof setTimeout> | undefined;
      let told = 0;
      const look = (): void => {
        gathering = undefined;
        const wall = queries.getQueryData(queryKey);
        // On its way: what it has in it is known when it is there.
        if (wall === undefined) gather();
        else if (wall.position < told) void queries.invalidateQueries({ queryKey });
      };
      const gather = (): void => void (gathering ??= setTimeout(look, GATHER_MS));
      const hear = ({ lastEventId }: MessageEvent): void => {
        told = Math.max(told, Number(lastEventId));
        gather();
      };
      source.onopen = isLive;
      source.onmessage = hear;
      // Told at the beginning: something may have happened after the wall was read and before anybody listened.
      source.addEventListener('position', hear);
      return () => clearTimeout(gathering);
    },
    [queries, planId],
  );
  return { live: useEventSource('eventStream', attend), wall: useQuery(wallQuery(planId)) };
}
