import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { inParallel } from '../in-parallel.js';
import { perSecond, type Peer } from './peer.js';

interface Context {
  get(name: string): Promise<object | null>;
  set(name: string, value: object): void;
}
interface Restate {
  object(definition: {
    name: string;
    handlers: Record<string, (context: Context, payload: object) => Promise<object>>;
  }): unknown;
  serve(options: { services: unknown[]; port: number }): Promise<unknown>;
}

/** An object for each report, whose state is its snapshot: asked over HTTP, journalled by the server that npm brought. */
export const restate: Peer = {
  name: 'Restate',
  packages: ['@restatedev/restate-sdk', '@restatedev/restate-server'],
  measure: async ({ payloads, decide, concurrency }, load, folder) => {
    const built = `@restatedev/restate-server-${platform()}-${arch()}`;
    const binary = path.resolve(folder, 'node_modules', built, 'bin', 'restate-server');
    if (!existsSync(binary)) throw new Error(`没有适合本机的程序（${built}）`);
    const [endpoint, ingress, admin, node] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    makeUpForNode20();
    // Two lines an invocation would be a part of what is measured.
    process.env['RESTATE_LOGGING'] = 'ERROR';
    const sdk = await load<Restate>('@restatedev/restate-sdk');
    const report = sdk.object({
      name: 'report',
      handlers: {
        judge: async (context, payload) => {
          await context.get('snapshot');
          const snapshot = decide(payload);
          context.set('snapshot', snapshot);
          return { done: true };
        },
      },
    });
    await sdk.serve({ services: [report], port: endpoint });
    const base = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-restate-'));
    const server = spawn(binary, ['--node-name', 'bench', '--base-dir', base], {
      stdio: 'ignore',
      env: {
        ...process.env,
        RESTATE_BIND_PORT: String(node),
        RESTATE_INGRESS__BIND_PORT: String(ingress),
        RESTATE_ADMIN__BIND_PORT: String(admin),
        RESTATE_LISTEN_MODE: 'tcp',
        RESTATE_BIND_IP: '127.0.0.1',
        RESTATE_LOG_FILTER: 'error',
        DO_NOT_TRACK: '1',
      },
    });
    const ended = new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      server.once('error', () => resolve());
    });
    try {
      await untilHealthy(`http://127.0.0.1:${admin}/health`);
      await post(`http://127.0.0.1:${admin}/deployments`, { uri: `http://127.0.0.1:${endpoint}` });
      await untilHealthy(`http://127.0.0.1:${ingress}/restate/health`);
      const numbered = payloads.map((payload, n) => ({ payload, n }));
      const { ms } = await inParallel(numbered, concurrency, ({ payload, n }) =>
        post(`http://127.0.0.1:${ingress}/report/${n}/judge`, payload),
      );
      return { single: perSecond(payloads.length, ms) };
    } finally {
      server.kill('SIGKILL');
      await ended;
      await rm(base, { recursive: true, force: true });
    }
  },
};

/** Its SDK is written for Node.js 22, and needs nothing else of it. */
function makeUpForNode20(): void {
  const promise = Promise as unknown as { withResolvers?: () => object };
  promise.withResolvers ??= () => {
    let resolve: (value: unknown) => void = () => undefined;
    let reject: (reason: unknown) => void = () => undefined;
    const made = new Promise((fulfil, refuse) => {
      resolve = fulfil;
      reject = refuse;
    });
    return { promise: made, resolve, reject };
  };
}

/** It tries again for ever what fails in a handler. */
const ANSWER_WITHIN_MS = 30_000;

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

const PATIENCE_MS = 60_000;

async function untilHealthy(url: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const healthy = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    if (performance.now() > until) throw new Error(`${url} 一分钟内没有就绪`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
