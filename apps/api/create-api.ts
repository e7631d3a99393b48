import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AlertFeed } from './alert/alert-feed.js';
import { ApiContext, type ApiDependencies } from './api-dependencies.js';
import { ApiModule } from './api.module.js';
import { serveDocumentation } from './documentation/serve-documentation.js';
import { serveFeeds } from './feed/serve-feeds.js';
import { sayLanguage } from './http/language.js';
import { squeezeAnswers } from './http/squeeze-answers.js';
import { serveLetters } from './letter/serve-letters.js';
import { serveReceipts } from './messages/serve-receipts.js';
import { DEFAULT_WIRE_LIMITS, LimitedAdapter } from './limits/limited-adapter.js';
import { refuseDeepBodies } from './limits/refuse-deep-bodies.js';
import { limitAddresses } from './limits/too-many.js';
import { serveExternalSignIn } from './session/serve-external-sign-in.js';
import { servePage } from './page.js';
import { servePublic } from './public/serve-public.js';
import { serveQueueBoard } from './queue/serve-queue-board.js';
import { securityHeaders } from './security-headers.js';

export interface Api {
  /** Begins to listen. @throws the system's error, with code EADDRINUSE where the port is taken */
  start(): Promise<{ host: string; port: number; url: string }>;
  /** Ends streams, lets requests under way finish for the grace time, then cuts them off. May be called twice. */
  stop(): Promise<void>;
  /** The Nest application, for tests that look inside. */
  readonly app: NestExpressApplication;
}

/** The HTTP API and the page, on the engine and database given. Opens and closes neither. */
export async function createApi(dependencies: ApiDependencies): Promise<Api> {
  const context = new ApiContext(dependencies);
  const { config } = context;
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.over(context),
    new LimitedAdapter(config.wire ?? DEFAULT_WIRE_LIMITS),
    {
      logger: false,
      bodyParser: false,
      abortOnError: false,
    },
  );
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.use(securityHeaders(config.secure));
  app.use(squeezeAnswers);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    // What a person may see is not for anybody's cache; an ETag here is for If-Match.
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sayLanguage);
  app.use(limitAddresses(context));
  app.use(cookieParser());
  app.useBodyParser('json', { limit: '1mb' });
  app.use(refuseDeepBodies);
  serveLetters(app, context);
  serveReceipts(app, context);
  serveExternalSignIn(app, context, dependencies.signInProvider);
  serveFeeds(app, context);
  servePublic(app, context);
  serveQueueBoard(app, context);
  serveDocumentation(app);
  if (dependencies.webRoot !== undefined) servePage(app, dependencies.webRoot);
  await app.init();

  let stopping: Promise<void> | undefined;
  return {
    app,
    start: async () => {
      const server = await app.listen(config.port, config.host);
      const { port } = server.address() as AddressInfo;
      return { host: config.host, port, url: `http://${hostInUrl(config.host)}:${port}` };
    },
    stop: () => (stopping ??= stop(app, config.shutdownGraceMs)),
  };
}

async function stop(app: NestExpressApplication, graceMs: number): Promise<void> {
  app.get(AlertFeed).stop();
  const server: Server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

/** 0.0.0.0 is where we listen, not where anybody can go. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
