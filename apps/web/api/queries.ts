import type { PlanReview } from '#contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { rememberSession } from '../session/remember-session.js';
import { call, callAll, callUnlessKnown } from './client.js';
import { keepNewer } from './keep-newer.js';

const FIVE_MINUTES = 5 * 60_000;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await call('session', { signal });
    rememberSession(session);
    return session;
  },
  staleTime: FIVE_MINUTES,
  retry: false,
});

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) => callAll('plans', { signal }),
  staleTime: FIVE_MINUTES,
});

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', id],
    queryFn: ({ signal }) => call('plan', { params: { id }, signal }),
  });

/** All tasks at once: filters and counts then answer without waiting. */
export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: async ({ signal }) => (await callAll('tasks', { signal })).items,
});

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => call('task', { params: { id }, signal }),
  });

export const taskSourcesQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'task-sources'],
    queryFn: ({ signal }) => call('taskSources', { params: { id: planId }, signal }),
  });

export const timelineQuery = (taskId: string) =>
  infiniteQueryOptions({
    queryKey: ['tasks', taskId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      call('timeline', {
        params: { id: taskId },
        query: { limit: 30, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What can be asked "why?". */
export interface Explained {
  kind: 'task' | 'obligation' | 'notice';
  id: string;
}
const WHY = { task: 'why', obligation: 'whyObligation', notice: 'whyNotice' } as const;

export const whyQuery = ({ kind, id }: Explained) =>
  queryOptions({
    queryKey: ['why', kind, id],
    queryFn: ({ signal }) => call(WHY[kind], { params: { id }, signal }),
  });

export const sittingsQuery = queryOptions({
  queryKey: ['sittings'],
  queryFn: ({ signal }) => callAll('sittings', { signal }),
});

/** Not fetched again behind the back of somebody who is filling it in. */
export const sittingQuery = (id: string) =>
  queryOptions({
    queryKey: ['sittings', id],
    queryFn: ({ signal }) => call('sitting', { params: { id }, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const dutiesQuery = queryOptions({
  queryKey: ['duties'],
  queryFn: ({ signal }) => callAll('duties', { signal }),
});

export const taskAsksQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'asks'],
    queryFn: ({ signal }) => call('taskAsks', { params: { id: taskId }, signal }),
  });

export const burdenQuery = (month: string) =>
  queryOptions({
    queryKey: ['burden', month],
    queryFn: ({ signal }) => call('burden', { query: { from: month, to: month }, signal }),
    placeholderData: (before) => before,
  });

export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => callAll('reviews', { signal }),
});

export const linesQuery = queryOptions({
  queryKey: ['reporting-lines'],
  queryFn: ({ signal }) => callAll('reportingLines', { signal }),
});

export const drawsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'draws'],
    queryFn: ({ signal }) => call('draws', { params: { id: planId }, signal }),
  });

export const drawPreviewQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'draw-preview'],
    queryFn: ({ signal }) => call('drawPreview', { params: { id: planId }, signal }),
  });

export const verificationsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'verifications'],
    queryFn: ({ signal }) => callAll('verifications', { query: { plan: planId }, signal }),
  });

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => call('notices', { signal }),
});

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', id],
    queryFn: ({ signal }) => call('notice', { params: { id }, signal }),
  });

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: ({ signal }) => call('inbox', { signal }),
  refetchInterval: 60_000,
});

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => callAll('units', { signal }),
  staleTime: FIVE_MINUTES,
});

export const planReviewsQuery = queryOptions({
  queryKey: ['plan-reviews'],
  queryFn: ({ signal }) => callAll('planReviews', { signal }),
  // How far a plan is that is dispatched in batches.
  refetchInterval: ({ state }) => (state.data?.items.some((one) => one.dispatching !== null) ? 3_000 : false),
});

/** Asked for again every few seconds while it is looked at, so that two people see what the other does. */
export const planReviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-reviews', id],
    queryFn: async ({ signal, client }): Promise<PlanReview> => {
      const known = client.getQueryData<PlanReview>(['plan-reviews', id]);
      const newer = await callUnlessKnown('planReview', { params: { id }, signal }, known?.version);
      const answer = newer ?? known;
      if (answer === undefined) return call('planReview', { params: { id }, signal });
      return keepNewer(client.getQueryData<PlanReview>(['plan-reviews', id]), answer);
    },
    refetchInterval: 4_000,
  });

/** A document never changes. */
export const reviewDocumentQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-reviews', id, 'document'],
    queryFn: ({ signal }) => call('reviewDocument', { params: { id }, signal }),
    staleTime: Infinity,
  });

export const reviewStepsQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-reviews', id, 'steps'],
    queryFn: ({ signal }) => call('reviewSteps', { params: { id }, signal }),
    staleTime: 0,
  });

export const amendmentQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['plan-reviews', id, 'amendment', version],
    queryFn: ({ signal }) => call('amendment', { params: { id }, signal }),
    placeholderData: (before) => before,
  });
