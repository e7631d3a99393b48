import type { QueryClient } from '@tanstack/react-query';
import { isSignedOut } from '../api/api-problem.js';

interface Navigator {
  state: { location: { href: string; pathname: string } };
  navigate: (to: { to: '/sign-in'; search: { next: string; expired: boolean } }) => Promise<void>;
}

/** When the session ends under somebody's hands, sign-in comes up and leads back to where they were. */
export function watchSignOut(queries: QueryClient, router: Navigator): void {
  const leave = (problem: unknown): void => {
    const { href, pathname } = router.state.location;
    if (!isSignedOut(problem) || pathname === '/sign-in' || queries.getQueryData(['shell']) === undefined)
      return;
    queries.removeQueries({ queryKey: ['shell'] });
    void router.navigate({ to: '/sign-in', search: { next: href, expired: true } });
  };
  queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
  queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
}
