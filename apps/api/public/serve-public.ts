import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
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
  const express = app.getHttpAdapter().getInstance() as {
    get(path: string | RegExp, handler: (request: Request, response: Response) => Promise<void>): void;
  };
  const root = (request: Request): string => `${origin(context, request)}/public`;
  express.get('/robots.txt', (request, response) => {
    response
      .set('Cache-Control', CACHE)
      .type('text/plain')
      .send(robots(root(request)));
    return Promise.resolve();
  });
  // Addresses of pages end with a slash, so that what is relative in them leads where it should.
  express.get(/^\/public$/u, (_request, response) => {
    response.redirect(308, '/public/');
    return Promise.resolve();
  });
  express.get(/^\/public\/([^/]*)$/u, async (request, response) => {
    const name = String(request.params[0]);
    const file = await files.root(name === '' ? 'index.html' : name, root(request));
    if (file !== null) return send(request, response, file);
    if ((await files.ofDivision(name, 'index.html', root(request))) === null) return missing(response);
    response.redirect(308, `/public/${name}/`);
  });
  express.get(/^\/public\/([^/]+)\/(.*)$/u, async (request, response) => {
    const path = String(request.params[1]);
    const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const file = await files.ofDivision(String(request.params[0]), wanted, root(request));
    if (file === 'gone') return gone(response);
    return file === null ? missing(response) : send(request, response, file);
  });
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
