import { FIRST_ROUTES, type Route, type RouteName } from '#contract';

type Routes = Readonly<Record<RouteName, Route>>;

/** Those of the first page are there from the beginning; making the shapes of all takes longer than showing that page. */
const first: Readonly<Partial<Record<RouteName, Route>>> = FIRST_ROUTES;
let all: Routes | null = null;
let coming: Promise<Routes> | null = null;

/** Fetches all routes, once; after a failure again. */
export function loadRoutes(): Promise<Routes> {
  coming ??= import('./all-routes.js').then(
    ({ ROUTES }) => (all = ROUTES),
    (problem: unknown) => {
      coming = null;
      throw problem;
    },
  );
  return coming;
}

/** A route of the table, fetched if it is not there yet. */
export const routeOf = async (name: RouteName): Promise<Route> => first[name] ?? (await loadRoutes())[name];

/** The same at once. @throws Error where it is not there yet: a page with the library has all of them */
export function routeThere(name: RouteName): Route {
  const route = first[name] ?? all?.[name];
  if (route === undefined) throw new Error(`the route ${name} is not loaded yet`);
  return route;
}
