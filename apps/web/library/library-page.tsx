import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadRoutes } from '../api/routes.js';
import { loadLibrary } from './load-library.js';

/** A page whose components are the library's: it, they and all routes are fetched at once, and it comes when they are there. */
export const libraryPage: typeof lazyRouteComponent = (importer, name) =>
  lazyRouteComponent(async () => (await Promise.all([importer(), loadLibrary(), loadRoutes()]))[0], name);

/** The same for a page that has no frame around it in which the library is. */
export const wholePage = <N extends string>(importer: () => Promise<Record<N, ComponentType>>, name: N) =>
  lazyRouteComponent(async () => {
    const [page, Library] = await Promise.all([importer(), loadLibrary(), loadRoutes()]);
    const Page: ComponentType = page[name];
    return {
      default: () => (
        <Library>
          <Page />
        </Library>
      ),
    };
  });
