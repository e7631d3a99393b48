import { expect, test } from '@jest/globals';
import { request } from 'node:http';
import { connect } from 'node:net';

/** Only against waiting for ever: the server is to be done with them long before. */
const PATIENCE_MS = 120_000;

export interface SlowOnes {
  /** What was heard on a connection that was fed byte by byte. */
  byteByByte: Promise<string>;
  /** The status, or that the connection was cut, for a body that never came. */
  promisedBody: Promise<number | 'cut'>;
}

/** Begins them: they take as long as the server is patient, and others need not wait for that. */
export function beginSlowOnes(url: string): SlowOnes {
  const { hostname, port } = new URL(url);
  return { byteByByte: drip(hostname, Number(port)), promisedBody: promise(hostname, Number(port)) };
}

export function slowTests(ones: () => SlowOnes): void {
  test('who sends a request byte by byte and never ends it is cut off', async () => {
    expect(await ones().byteByByte).toMatch(/^(?:HTTP\/1\.1 408|$)/);
  }, 180_000);

  test('who promises a body and never sends it is cut off', async () => {
    expect([408, 'cut']).toContain(await ones().promisedBody);
  }, 180_000);
}

function drip(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: '));
    const dripping = setInterval(() => socket.write('x'), 50);
    let text = '';
    const end = (heard: string): void => {
      clearInterval(dripping);
      clearTimeout(limit);
      socket.destroy();
      resolve(heard);
    };
    const limit = setTimeout(() => end('the connection is still open'), PATIENCE_MS);
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => end(text));
  });
}

function promise(host: string, port: number): Promise<number | 'cut'> {
  return new Promise((resolve) => {
    const sent = request(
      {
        host,
        port,
        agent: false,
        method: 'POST',
        path: '/api/v1/session',
        headers: { 'Content-Length': '100', 'Content-Type': 'application/json' },
      },
      (response) => end(response.statusCode ?? 0),
    );
    const end = (how: number | 'cut'): void => {
      clearTimeout(limit);
      sent.destroy();
      resolve(how);
    };
    const limit = setTimeout(() => end(0), PATIENCE_MS);
    sent.on('error', () => end('cut'));
    sent.write('{');
  });
}
