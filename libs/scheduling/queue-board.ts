import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WakeUpQueue } from './wake-up-backend.js';

/** What answers under the board's address: an express application, but for its type. */
export type QueueBoard = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** What its page asks of another house: letters of the alphabet. */
const FROM_OUTSIDE = /<link[^>]*href="https?:[^>]*>/gu;

/**
 * The queue to look into, by bull-board: on Redis and on PostgreSQL alike. Nothing can be changed there, whoever asks:
 * its page sends no token that would prove that it was ours. Loaded when it is first wanted.
 *
 * Who may see it is for the caller to find out, before every request.
 *
 * @param at the address under which it is mounted
 */
export async function openQueueBoard(queue: WakeUpQueue, at: string): Promise<QueueBoard> {
  const [{ createBullBoard }, { BullMQAdapter }, { ExpressAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/express'),
  ]);
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(at);
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode: true, displayName: '唤醒队列' })],
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: '落实 · 唤醒队列',
        locale: { lng: 'zh-CN' },
        miscLinks: [{ text: '返回落实', url: '/' }],
      },
    },
  });
  const app = serverAdapter.getRouter() as QueueBoard & Express;
  app.disable('x-powered-by');
  const render = app.engines['.ejs'];
  if (render === undefined) throw new Error('the board has no page');
  app.engine('ejs', (file, facts, done) => {
    render(file, facts, (error, html) => done(error, html?.replace(FROM_OUTSIDE, '')));
  });
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') app(request, response, next);
    else response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  };
}

type Rendered = (error: unknown, html?: string) => void;
type Engine = (file: string, facts: object, done: Rendered) => void;
interface Express {
  engines: Record<string, Engine | undefined>;
  engine(extension: string, render: Engine): void;
  disable(setting: string): void;
}
