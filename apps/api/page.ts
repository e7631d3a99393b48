import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { ENCODINGS, encodingWanted } from './http/encoding-wanted.js';

/** Paths that are the API's, the operators' or the public's: an unknown one is a 404, never the page. */
const NOT_THE_PAGE = /^\/(api|public|healthz|readyz)(\/|$)/;

/**
 * Serves the built page: files named after their content may be kept for a year, everything else is asked for each
 * time. What the build has squeezed (`vite.config.ts`) is sent so to who can read it. An address of the page's own
 * router gets the page.
 *
 * @throws Error where the folder holds no page
 */
export function servePage(app: NestExpressApplication, webRoot: string): void {
  const page = join(webRoot, 'index.html');
  if (!existsSync(page)) throw new Error(`没有找到页面文件 ${page}：请先执行 npm run build。`);
  const built = filesIn(webRoot);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const ending = isRead(request) ? squeezedFor(request, response, built, request.path) : '';
    if (ending !== '') request.url = request.path + ending;
    next();
  });
  app.useStaticAssets(webRoot, { index: false, redirect: false, setHeaders: cacheHeaders });
  app.use((request: Request, response: Response, next: NextFunction) => {
    // A path with an extension is a file that is not there, not a page.
    if (!isRead(request) || NOT_THE_PAGE.test(request.path) || /\.\w+$/.test(request.path)) {
      next();
      return;
    }
    const ending = squeezedFor(request, response, built, '/index.html');
    response.set('Cache-Control', 'no-cache').sendFile(page + ending);
  });
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** Every file below the folder, as the path of its address. */
const filesIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `/${file.split(sep).join('/')}`),
  );

/** What the name of the squeezed file ends with, its headers being set; empty: the file itself is sent. */
function squeezedFor(
  request: Request,
  response: Response,
  built: ReadonlySet<string>,
  path: string,
): '' | '.br' | '.gz' {
  if (!Object.values(ENCODINGS).some((ending) => built.has(path + ending))) return '';
  response.vary('Accept-Encoding');
  const encoding = encodingWanted(request);
  if (encoding === null || !built.has(path + ENCODINGS[encoding])) return '';
  response.set('Content-Encoding', encoding).type(extname(path));
  return ENCODINGS[encoding];
}

function cacheHeaders(response: Response, path: string): void {
  const named = path.includes(`${sep}assets${sep}`);
  response.set('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
}
