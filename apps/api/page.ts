import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths that are the API's, the operators' or the public's: an unknown one is a 404, never the page. */
const NOT_THE_PAGE = /^\/(api|public|healthz|readyz)(\/|$)/;

/**
 * Serves the built page: files named after their content may be kept for a year, everything else is asked for each
 * time. An address of the page's own router gets the page.
 *
 * @throws Error where the folder holds no page
 */
export function servePage(app: NestExpressApplication, webRoot: string): void {
  const page = join(webRoot, 'index.html');
  if (!existsSync(page)) throw new Error(`没有找到页面文件 ${page}：请先执行 npm run build。`);
  app.useStaticAssets(webRoot, { index: false, redirect: false, setHeaders: cacheHeaders });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const asked = request.method === 'GET' || request.method === 'HEAD';
    // A path with an extension is a file that is not there, not a page.
    if (!asked || NOT_THE_PAGE.test(request.path) || /\.\w+$/.test(request.path)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}

function cacheHeaders(response: Response, path: string): void {
  const named = path.includes(`${sep}assets${sep}`);
  response.set('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
}
