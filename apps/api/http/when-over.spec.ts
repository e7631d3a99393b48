import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { whenOver } from './when-over.js';

const server = createServer();
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  server.close();
});

/** A request that has arrived, and the connection it came on. */
async function asked(): Promise<{ response: ServerResponse; hangUp: () => Promise<unknown> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const closed = once(response, 'close');
  return { response, hangUp: () => (socket.destroy(), closed) };
}
/** How often it was acted. */
const acts = (response: ServerResponse): { times: number } => {
  const seen = { times: 0 };
  whenOver(response, () => (seen.times += 1));
  return seen;
};

test('what belongs to an answer ends with it, once', async () => {
  const { response, hangUp } = await asked();
  response.write('a');
  const seen = acts(response);
  expect(seen.times).toBe(0);
  await hangUp();
  expect(seen.times).toBe(1);
});

test('what is begun for a requester who has hung up before ends at once', async () => {
  const { response, hangUp } = await asked();
  await hangUp();
  expect(acts(response).times).toBe(1);
});
