/** The whole table, by itself: see `routes.ts`. */
export { ROUTES } from '#contract';
