import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorkerStatus } from './create-worker.js';
import type { AuditorStatus } from './keep-auditing.js';

export interface ToldStatus extends WorkerStatus {
  /** What a newer release has changed of the tables since the process began. */
  newerMigrations: readonly string[];
  auditor: AuditorStatus;
}

export interface HealthServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * For a worker in a process of its own: /healthz says that it lives, /readyz that its last look at the database went
 * through. A queue that is away is told of and is no reason to be unready: the sweeper stands in for it.
 *
 * @throws the system's error, with code EADDRINUSE where the port is taken
 */
export async function startHealthServer(
  status: () => ToldStatus,
  port: number,
  host: string,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const current = status();
    const ready = current.lastLookAt !== null && current.failure === null;
    const [code, body] =
      path === '/healthz'
        ? [200, { status: 'ok' }]
        : path === '/readyz'
          ? [ready ? 200 : 503, { status: ready ? 'ready' : 'notReady', ...told(current) }]
          : [404, { status: 'notFound' }];
    response.writeHead(code, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const QUEUE_TOLD = { running: 'ok', paused: 'paused', away: 'unreachable' } as const;

/** Whether, not why: reasons may name hosts and users, and stand in the log. */
function told(status: ToldStatus): Record<string, unknown> {
  return {
    lastLookAt: status.lastLookAt,
    sweeper: status.failure === null ? 'ok' : 'failing',
    queue: status.queue === null ? 'none' : QUEUE_TOLD[status.queue],
    lastAuditAt: status.auditor.lastRunAt,
    auditor: status.auditor.failure !== null ? 'failing' : status.auditor.findings > 0 ? 'findings' : 'ok',
    release: status.newerMigrations.length === 0 ? 'current' : 'older',
  };
}
