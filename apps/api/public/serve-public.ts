import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { epochMsOf } from '#calendar';
import { fileDisposition } from '#export';
import { PUBLIC_CSP } from '#publication';
import type { ApiContext } from '../api-dependencies.js';
import { PublicFiles, type ServedFile } from './public-files.js';

/** How long others may keep a file without asking: a withdrawal is to be seen everywhere a minute later. */
const CACHE = 'public, max-age=60, must-revalidate';

/**
 * `/public/…`: what was released, for everybody, without sign-in, session or script. It reads releases and nothing else; where
 * nothing was released there is nothing. Reading is all that can be done.
 */
export function servePublic(app: NestExpressApplication, context: ApiContext): void {
  const files = new PublicFiles(context);
  const root = (request: Request): string => `${origin(context, request)}/public`;
  app.use('/robots.txt', (request: Request, response: Response, next: NextFunction) => {
    if (isRead(request))
      response
        .set('Cache-Control', CACHE)
        .type('text/plain')
        .send(robots(root(request)));
    else next();
  });
  app.use('/public', (request: Request, response: Response, next: NextFunction) => {
    if (isRead(request)) answer(files, root(request), request, response).catch(next);
    else next();
  });
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

async function answer(files: PublicFiles, root: string, request: Request, response: Response): Promise<void> {
  // Addresses of pages end with a slash, so that what is relative in them leads where it should.
  if (!request.originalUrl.startsWith('/public/')) {
    response.redirect(308, '/public/');
    return;
  }
  const parts = partsOf(request.path);
  const [first = '', ...rest] = parts ?? [];
  if (parts === null) return missing(response);
  if (rest.length === 0) {
    const file = await files.root(first === '' ? 'index.html' : first, root);
    if (file !== null) return send(request, response, file);
    if ((await files.ofDivision(first, 'index.html', root)) === null) return missing(response);
    response.redirect(308, `/public/${first}/`);
    return;
  }
  const path = rest.join('/');
  const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const file = await files.ofDivision(first, wanted, root);
  if (file === 'gone') return gone(response);
  return file === null ? missing(response) : send(request, response, file);
}

/** The parts of a path below `/public/`; null: it is none that anybody would mean. */
function partsOf(path: string): string[] | null {
  try {
    return decodeURIComponent(path.slice(1)).split('/');
  } catch {
    return null;
  }
}

/** Where we are reached: as the operators say, else as we were asked, if that is an address at all. */
function origin({ config }: ApiContext, request: Request): string {
  if (config.baseUrl !== null) return config.baseUrl;
  const host = request.get('host') ?? '';
  return /^[\w.:[\]-]{1,255}$/u.test(host) ? `${request.protocol}://${host}` : 'http://localhost';
}

function send(request: Request, response: Response, file: ServedFile): void {
  const page = file.type.startsWith('text/html');
  response
    .set('Cache-Control', CACHE)
    .set('ETag', file.etag)
    .set('Last-Modified', new Date(epochMsOf(file.changedAt)).toUTCString())
    .set('Content-Type', file.type)
    .set(
      'Content-Security-Policy',
      page ? `${PUBLIC_CSP}; frame-ancestors 'none'` : "default-src 'none'; sandbox",
    );
  // Data are for everybody's programmes, wherever those run; pages are read here.
  if (!page)
    response.set('Access-Control-Allow-Origin', '*').set('Cross-Origin-Resource-Policy', 'cross-origin');
  if (file.saveAs !== null) response.set('Content-Disposition', fileDisposition(file.saveAs, 'document'));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.send(Buffer.from(file.bytes));
}

const plain = (response: Response, status: number, words: string): void => {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(words);
};

const missing = (response: Response): void => plain(response, 404, '没有这个页面，或者没有公开的内容。');

const gone = (response: Response): void => plain(response, 410, '已撤回，不再提供；撤回的原因见该期页面。');

/** Everything but what is public is behind sign-in, and no place for who indexes pages. */
const robots = (root: string): string =>
  `User-agent: *\nAllow: /public/\nDisallow: /\n\nSitemap: ${root}/sitemap.xml\n`;
