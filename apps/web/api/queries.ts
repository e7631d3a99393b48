import {
  isSittingDue,
  type PlanReview,
  type SessionView,
  type ShellView,
  type TaskSummary,
  type TaskWhole,
} from '#contract';
import { infiniteQueryOptions, queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import { rememberSession } from '../session/remember-session.js';
import { ApiProblem } from './api-problem.js';
import { callAll } from './call-all.js';
import { call, callUnlessKnown, type AnswerOf } from './client.js';
import { keepNewer } from './keep-newer.js';

const FIVE_MINUTES = 5 * 60_000;

/** What stands still, while it is asked for, of who has yet to choose a password or to set a second factor up. */
const shellOf = (session: SessionView): ShellView => ({ session, plans: [], unread: 0, sittingsDue: 0 });
const TO_BE_DONE_FIRST = ['PasswordMustChange', 'SecondFactorMustBegin'];

async function readShell(signal: AbortSignal): Promise<ShellView> {
  try {
    return await call('shell', { signal });
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || !TO_BE_DONE_FIRST.includes(problem.code)) throw problem;
    return shellOf(await call('session', { signal }));
  }
}

/** What the frame of every page shows, asked for at once; the queries after it are parts of it. */
export const shellQuery = queryOptions({
  queryKey: ['shell'],
  queryFn: async ({ signal }) => {
    const shell = await readShell(signal);
    rememberSession(shell.session);
    return shell;
  },
  staleTime: FIVE_MINUTES,
  retry: false,
});

export const sessionQuery = queryOptions({ ...shellQuery, select: ({ session }: ShellView) => session });

/** Who has just signed in, or is another than a moment ago: known at once, also before their frame is read. */
export function knowSession(queries: QueryClient, session: SessionView): void {
  rememberSession(session);
  queries.setQueryData(shellQuery.queryKey, (known) =>
    known === undefined ? shellOf(session) : { ...known, session },
  );
}

/** What a list has just told about the marks of the frame. */
function mark(queries: QueryClient, marks: Partial<Pick<ShellView, 'unread' | 'sittingsDue'>>): void {
  queries.setQueryData(shellQuery.queryKey, (known) => known && { ...known, ...marks });
}

/** How many messages are unread by now. */
export const markUnread = (queries: QueryClient, unread: number): void => mark(queries, { unread });

export const plansQuery = queryOptions({
  ...shellQuery,
  select: ({ plans }: ShellView) => ({ items: plans }),
});

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', id],
    queryFn: ({ signal }) => call('plan', { params: { id }, signal }),
  });

/** What the list of tasks begins with, while the rest of it is on its way. */
export const firstTasksQuery = queryOptions<readonly TaskSummary[]>({
  queryKey: ['tasks', 'first'],
  queryFn: skipToken,
});

/** All tasks at once: filters and counts then answer without waiting. */
export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: async ({ signal, client }) => {
    try {
      const begun = ({ items }: AnswerOf<'tasks'>): void =>
        void client.setQueryData(firstTasksQuery.queryKey, items);
      return (await callAll('tasks', { signal }, begun)).items;
    } finally {
      client.removeQueries({ queryKey: firstTasksQuery.queryKey });
    }
  },
});

/** A task with all that its page shows around it; the queries of its parts take them from here. */
export const taskWholeQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id, 'whole'],
    queryFn: ({ signal }) => call('taskWhole', { params: { id }, signal }),
  });

const taskOf = ({ task }: TaskWhole): TaskWhole['task'] => task;
const asksOf = ({ asks }: TaskWhole): TaskWhole['asks'] => asks;
export const taskQuery = (id: string) => queryOptions({ ...taskWholeQuery(id), select: taskOf });

export const taskSourcesQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'task-sources'],
    queryFn: ({ signal }) => call('taskSources', { params: { id: planId }, signal }),
  });

/** The trail of a task; its first page has come with the task. */
export const timelineQuery = (taskId: string, queries: QueryClient) =>
  infiniteQueryOptions({
    queryKey: ['tasks', taskId, 'timeline'],
    initialData: () => {
      const first = queries.getQueryData(taskWholeQuery(taskId).queryKey)?.timeline;
      return first && { pages: [first], pageParams: [null] };
    },
    initialDataUpdatedAt: () => queries.getQueryState(taskWholeQuery(taskId).queryKey)?.dataUpdatedAt,
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
  queryFn: async ({ signal, client }) => {
    const sittings = await callAll('sittings', { signal });
    const roles = client.getQueryData(shellQuery.queryKey)?.session.roles ?? [];
    const due = sittings.items.filter((sitting) => isSittingDue(sitting, roles));
    mark(client, { sittingsDue: due.length });
    return sittings;
  },
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

export const taskAsksQuery = (taskId: string) => queryOptions({ ...taskWholeQuery(taskId), select: asksOf });

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

/** Newest first; there come to be many in a year. */
export const noticesQuery = (filter: { [name in 'kind' | 'state' | 'unit']?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call('notices', { query: { ...filter, limit: 100, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', id],
    queryFn: ({ signal }) => call('notice', { params: { id }, signal }),
  });

export const inboxQuery = (filter: { unread?: boolean | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['inbox', filter],
    queryFn: async ({ pageParam, signal, client }) => {
      const inbox = await call('inbox', {
        query: { ...filter, limit: 100, cursor: pageParam ?? undefined },
        signal,
      });
      mark(client, { unread: inbox.unread });
      return inbox;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Of the unread ones none goes away while it is read.
    refetchInterval: filter.unread === true ? false : 60_000,
    refetchOnWindowFocus: filter.unread !== true,
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
