import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serverSentEvents, type ServerSentEvent } from './server-sent-events.js';

async function eventsIn(pieces: Uint8Array[]): Promise<ServerSentEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(body)) events.push(event);
  return events;
}

const STREAM =
  ': alive\n\nevent: alert\nid: 7\ndata: {"标题":\ndata: "红牌"}\n\r\n\r\ndata: x\n\ndata: cut off';

describe('a stream of server-sent events', () => {
  test('is the same wherever its bytes were cut, and what never ended is no event', async () => {
    const bytes = new TextEncoder().encode(STREAM);
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const ends = [0, ...at.sort((a, b) => a - b), bytes.length];
        const pieces = ends.slice(1).map((end, i) => bytes.slice(ends[i], end));
        expect(await eventsIn(pieces)).toEqual([
          { event: 'alert', data: '{"标题":\n"红牌"}', id: '7' },
          { event: 'message', data: 'x', id: null },
        ]);
      }),
    );
  });
});
