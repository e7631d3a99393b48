/** Pages that people begin their day at. */
const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  '/desk': () => import('./desks/desk.page.js'),
  '/filing': () => import('./filing/sittings.page.js'),
};

/** Fetches the page at an address, where it is one of those; what fails is fetched again when the page is wanted. */
export const loadFirstPage = (path: string): Promise<unknown> | undefined =>
  PAGES[path]?.().catch(() => undefined);
