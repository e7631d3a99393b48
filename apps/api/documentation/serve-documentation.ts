import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROBLEMS_PAGE } from '#contract';
import { languageOf } from '../http/language.js';
import { documentationPage } from './documentation-page.js';
import { problemsPage } from './problems-page.js';
import { START_SCRIPT } from './start-script.js';

const PAGE = '/api/docs';
const UI = createRequire(import.meta.url).resolve('swagger-ui-dist/package.json');
const { version } = createRequire(import.meta.url)(UI) as { version: string };
/** The files of the library that the page needs, out of its many. */
const UI_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css'];

/**
 * The documentation of the API as pages: the description for people to read, and the codes of problems. Open to all, and
 * everything on them comes from here: it works where there is no internet, under the same policy as every page.
 */
export function serveDocumentation(app: NestExpressApplication): void {
  const ui = `${PAGE}/ui/${version}`;
  const pages: Readonly<Record<string, (request: Request) => string>> = {
    [PAGE]: (request) => documentationPage(languageOf(request), ui),
    [PROBLEMS_PAGE]: (request) => problemsPage(languageOf(request)),
  };
  app.use(PAGE, (request: Request, response: Response, next: NextFunction) => {
    const path = (request.baseUrl + request.path).replace(/\/$/u, '');
    const page = pages[path];
    if (request.method !== 'GET' && request.method !== 'HEAD') next();
    else if (page !== undefined)
      response
        .set('Content-Language', languageOf(request))
        .set('Cache-Control', 'no-cache')
        .type('html')
        .send(page(request));
    else if (path === `${ui}/start.js`) lasting(response).type('js').send(START_SCRIPT);
    else if (UI_FILES.some((file) => path === `${ui}/${file}`))
      lasting(response).sendFile(join(dirname(UI), path.slice(ui.length + 1)));
    else next();
  });
}

/** Their address has the version in it. */
const lasting = (response: Response): Response => response.set('Cache-Control', 'public, max-age=86400');
