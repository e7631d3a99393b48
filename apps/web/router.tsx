import type { SessionView } from '#contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent as lightPage,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { accountSearchSchema } from './accounts/account-search.js';
import { alertFilterSchema, alertSearchSchema } from './alerts/alert-search.js';
import { lineSearchSchema } from './alerts/line-search.js';
import { isSignedOut } from './api/api-problem.js';
import { shellQuery } from './api/queries.js';
import { PageFailed, PageNotFound, PagePending } from './components/page-states.js';
import { dutySearchSchema } from './duties/duty-search.js';
import { inboxSearchSchema, messageFilterSchema, noticeFilterSchema } from './inbox/inbox-search.js';
import { libraryPage, wholePage } from './library/library-page.js';
import { openingFilter } from './lists/opening-filter.js';
import { letterFilterSchema, letterSearchSchema } from './messages/letter-search.js';
import { productPageSearchSchema, productSearchSchema } from './products/product-search.js';
import { queryClient } from './query-client.js';
import { reviewSearchSchema } from './review/review-search.js';
import { homeOf } from './shell/navigation.js';
import { Shell } from './shell/shell.js';
import { taskSearchSchema } from './tasks/task-search.js';
import { trailSearchSchema } from './trail/trail-search.js';
import { unitFilterSchema, unitSearchSchema } from './units/unit-search.js';
import { verificationSearchSchema } from './verification/verification-search.js';

const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ next: z.string().optional(), expired: z.boolean().optional() }),
  component: wholePage(() => import('./sign-in/sign-in.page.js'), 'SignInPage'),
});

/** The session, or the way to sign-in and back. */
async function requireSession(queries: QueryClient, href: string): Promise<SessionView> {
  try {
    return (await queries.ensureQueryData(shellQuery)).session;
  } catch (problem) {
    if (isSignedOut(problem)) {
      redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href }, throw: true });
    }
    throw problem;
  }
}

interface Entering {
  context: { queries: QueryClient };
  location: { href: string };
}
async function enter({ context, location }: Entering): Promise<{ session: SessionView }> {
  const session = await requireSession(context.queries, location.href);
  if (session.mustChangePassword || session.mustSetUpSecondFactor)
    redirect({ to: '/sign-in', search: {}, throw: true });
  return { session };
}

const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: enter,
  component: Shell,
});

/** What fills the whole screen: signed in as everything else, without the frame. */
const wholeScreenRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'whole-screen',
  beforeLoad: enter,
  component: Outlet,
});
const wallRoute = createRoute({
  getParentRoute: () => wholeScreenRoute,
  path: '/wall',
  component: wholePage(() => import('./wall/wall.page.js'), 'WallPage'),
});

const inside = { getParentRoute: () => insideRoute };

const homeRoute = createRoute({
  ...inside,
  path: '/',
  beforeLoad: ({ context }) => {
    redirect({ to: homeOf(context.session), replace: true, throw: true });
  },
});
const deskRoute = createRoute({
  ...inside,
  path: '/desk',
  component: lightPage(() => import('./desks/desk.page.js'), 'DeskPage'),
  staticData: { light: true },
});
const overviewRoute = createRoute({
  ...inside,
  path: '/overview',
  component: libraryPage(() => import('./overview/overview.page.js'), 'OverviewPage'),
});
const tasksRoute = createRoute({
  ...inside,
  path: '/tasks',
  validateSearch: taskSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('tasks', taskSearchSchema, entering);
    if (search !== null) redirect({ to: '/tasks', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./tasks/tasks.page.js'), 'TasksPage'),
});
const newTaskRoute = createRoute({
  ...inside,
  path: '/tasks/new',
  component: libraryPage(() => import('./new-task/new-task.page.js'), 'NewTaskPage'),
});
const taskRoute = createRoute({
  ...inside,
  path: '/tasks/$taskId',
  component: libraryPage(() => import('./task/task.page.js'), 'TaskPage'),
});
const sittingsRoute = createRoute({
  ...inside,
  path: '/filing',
  component: lightPage(() => import('./filing/sittings.page.js'), 'SittingsPage'),
  staticData: { light: true },
});
const sittingRoute = createRoute({
  ...inside,
  path: '/filing/$sittingId',
  validateSearch: z.object({ task: z.string().optional() }),
  component: libraryPage(() => import('./filing/sitting.page.js'), 'SittingPage'),
});
const dutiesRoute = createRoute({
  ...inside,
  path: '/duties',
  validateSearch: dutySearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('duties', dutySearchSchema, entering);
    if (search !== null) redirect({ to: '/duties', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./duties/duties.page.js'), 'DutiesPage'),
});
const productsRoute = createRoute({
  ...inside,
  path: '/products',
  validateSearch: productSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('products', productSearchSchema, entering);
    if (search !== null) redirect({ to: '/products', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./products/products.page.js'), 'ProductsPage'),
});
const productRoute = createRoute({
  ...inside,
  path: '/products/$productId',
  validateSearch: productPageSearchSchema,
  component: libraryPage(() => import('./products/product.page.js'), 'ProductPage'),
});
const asOfSchema = z.object({
  to: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
const scoresRoute = createRoute({
  ...inside,
  path: '/scores',
  validateSearch: asOfSchema,
  component: libraryPage(() => import('./standing/scores.page.js'), 'ScoresPage'),
});
const unitScoreRoute = createRoute({
  ...inside,
  path: '/scores/$unitId',
  validateSearch: asOfSchema,
  component: libraryPage(() => import('./standing/unit-score.page.js'), 'UnitScorePage'),
});
const assessmentsRoute = createRoute({
  ...inside,
  path: '/assessments',
  component: libraryPage(() => import('./standing/assessments.page.js'), 'AssessmentsPage'),
});
const assessmentRoute = createRoute({
  ...inside,
  path: '/assessments/$assessmentId',
  component: libraryPage(() => import('./standing/assessment.page.js'), 'AssessmentPage'),
});
const assessmentUnitRoute = createRoute({
  ...inside,
  path: '/assessments/$assessmentId/$unitId',
  component: libraryPage(() => import('./standing/assessment-unit.page.js'), 'AssessmentUnitPage'),
});
const whatIfRoute = createRoute({
  ...inside,
  path: '/what-if',
  component: libraryPage(() => import('./standing/what-if.page.js'), 'WhatIfPage'),
});
const burdenRoute = createRoute({
  ...inside,
  path: '/burden',
  component: libraryPage(() => import('./standing/burden.page.js'), 'BurdenPage'),
});
const plansRoute = createRoute({
  ...inside,
  path: '/plans',
  component: libraryPage(() => import('./plan-review/plans.page.js'), 'PlansPage'),
});
const planReviewRoute = createRoute({
  ...inside,
  path: '/plans/$reviewId',
  component: libraryPage(() => import('./plan-review/plan-review.page.js'), 'PlanReviewPage'),
});
const reviewRoute = createRoute({
  ...inside,
  path: '/review',
  validateSearch: reviewSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('reviews', reviewSearchSchema, entering);
    if (search !== null) redirect({ to: '/review', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./review/review.page.js'), 'ReviewPage'),
});
const alertsRoute = createRoute({
  ...inside,
  path: '/alerts',
  validateSearch: alertSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('alerts', alertFilterSchema, entering);
    if (search !== null) redirect({ to: '/alerts', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./alerts/alerts.page.js'), 'AlertsPage'),
});
const verificationsRoute = createRoute({
  ...inside,
  path: '/verifications',
  validateSearch: verificationSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('verifications', verificationSearchSchema, entering);
    if (search !== null) redirect({ to: '/verifications', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./verification/verification.page.js'), 'VerificationPage'),
});
const linesRoute = createRoute({
  ...inside,
  path: '/lines',
  validateSearch: lineSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('lines', lineSearchSchema, entering);
    if (search !== null) redirect({ to: '/lines', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./alerts/lines.page.js'), 'LinesPage'),
});
const webhooksRoute = createRoute({
  ...inside,
  path: '/webhooks',
  component: libraryPage(() => import('./webhooks/webhooks.page.js'), 'WebhooksPage'),
});
const accountsRoute = createRoute({
  ...inside,
  path: '/accounts',
  validateSearch: accountSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('accounts', accountSearchSchema, entering);
    if (search !== null) redirect({ to: '/accounts', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./accounts/accounts.page.js'), 'AccountsPage'),
});
const unitsRoute = createRoute({
  ...inside,
  path: '/units',
  validateSearch: unitSearchSchema,
  beforeLoad: (entering) => {
    // Who is sent to a unit sees that unit.
    const search = openingFilter('units', unitFilterSchema, entering);
    if (search !== null) redirect({ to: '/units', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./units/units.page.js'), 'UnitsPage'),
});
const calendarRoute = createRoute({
  ...inside,
  path: '/calendar',
  validateSearch: z.object({ year: z.number().int().optional() }),
  component: libraryPage(() => import('./rules/calendar.page.js'), 'CalendarPage'),
});
const laddersRoute = createRoute({
  ...inside,
  path: '/ladders',
  validateSearch: z.object({ ladder: z.string().optional() }),
  component: libraryPage(() => import('./rules/ladders.page.js'), 'LaddersPage'),
});
const healthRoute = createRoute({
  ...inside,
  path: '/health',
  component: libraryPage(() => import('./health/health.page.js'), 'HealthPage'),
});
const handedDownRoute = createRoute({
  ...inside,
  path: '/handed-down',
  component: libraryPage(() => import('./cascade/handed-down.page.js'), 'HandedDownPage'),
});
const inboxRoute = createRoute({
  ...inside,
  path: '/inbox',
  validateSearch: inboxSearchSchema,
  beforeLoad: (entering) => {
    const { tab } = entering.search;
    const search =
      tab === 'notices'
        ? openingFilter('notices', noticeFilterSchema, {
            ...entering,
            search: { ...entering.search, tab: undefined },
          })
        : openingFilter('messages', messageFilterSchema, entering);
    if (search !== null) redirect({ to: '/inbox', search: { ...search, tab }, replace: true, throw: true });
  },
  component: libraryPage(() => import('./inbox/inbox.page.js'), 'InboxPage'),
});

const myMessagesRoute = createRoute({
  ...inside,
  path: '/my-messages',
  component: libraryPage(() => import('./messages/my-messages.page.js'), 'MyMessagesPage'),
});
const callsRoute = createRoute({
  ...inside,
  path: '/calls',
  component: libraryPage(() => import('./messages/calls.page.js'), 'CallsPage'),
});
const trailRoute = createRoute({
  ...inside,
  path: '/trail',
  validateSearch: trailSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('trail', trailSearchSchema, entering);
    if (search !== null) redirect({ to: '/trail', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./trail/trail.page.js'), 'TrailPage'),
});
const lettersRoute = createRoute({
  ...inside,
  path: '/letters',
  validateSearch: letterSearchSchema,
  beforeLoad: (entering) => {
    const search = openingFilter('letters', letterFilterSchema, entering);
    if (search !== null) redirect({ to: '/letters', search, replace: true, throw: true });
  },
  component: libraryPage(() => import('./messages/letters.page.js'), 'LettersPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  wholeScreenRoute.addChildren([wallRoute]),
  insideRoute.addChildren([
    homeRoute,
    deskRoute,
    overviewRoute,
    tasksRoute,
    newTaskRoute,
    taskRoute,
    sittingsRoute,
    sittingRoute,
    dutiesRoute,
    productsRoute,
    productRoute,
    scoresRoute,
    unitScoreRoute,
    assessmentsRoute,
    assessmentRoute,
    assessmentUnitRoute,
    whatIfRoute,
    burdenRoute,
    plansRoute,
    planReviewRoute,
    reviewRoute,
    alertsRoute,
    verificationsRoute,
    linesRoute,
    webhooksRoute,
    accountsRoute,
    unitsRoute,
    calendarRoute,
    laddersRoute,
    healthRoute,
    handedDownRoute,
    inboxRoute,
    myMessagesRoute,
    callsRoute,
    trailRoute,
    lettersRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queries: queryClient },
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
