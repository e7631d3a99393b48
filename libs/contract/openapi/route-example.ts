/** What was really sent to a route and answered by it, shortened. */
export interface RouteExample {
  /** Values of the path and the query, by name. */
  parameters?: Readonly<Record<string, string>>;
  body?: unknown;
  answer?: unknown;
}
/** By the name of the route. */
export type ApiExamples = Readonly<Record<string, RouteExample>>;
