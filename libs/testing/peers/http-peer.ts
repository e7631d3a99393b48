import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What a peer answers. `hangUp`: reads the request and closes; `silent`: reads it and never answers. */
export type PeerAnswer =
  'hangUp' | 'silent' | { status?: number; headers?: Record<string, string>; body?: unknown };

export interface HttpPeer {
  url: string;
  received: ReceivedRequest[];
  close(): Promise<void>;
}

/** An HTTP receiver on this machine that keeps what it gets and answers as it is told. */
export async function startHttpPeer(
  answer: (request: ReceivedRequest) => PeerAnswer | Promise<PeerAnswer>,
): Promise<HttpPeer> {
  const received: ReceivedRequest[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const { method = '', url: path = '', headers } = request;
    const kept = { method, path, headers, body: Buffer.concat(parts).toString('utf8') };
    received.push(kept);
    const said = await answer(kept);
    if (said === 'silent') return;
    if (said === 'hangUp') return void request.socket.destroy();
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {}));
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}
