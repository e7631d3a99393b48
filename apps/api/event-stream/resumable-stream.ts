import { once } from 'node:events';
import type { Response } from 'express';
import { whenOver } from '../http/when-over.js';

/** After a connection broke off, a browser waits so long before it comes back. */
const RETRY_MS = 3_000;

/** Server-sent events with ids, to one reader who may be slow. */
export class ResumableStream {
  #closed = false;

  /** @param patienceMs a reader who takes nothing for so long is cut off; what it has not got, it may ask for again */
  constructor(
    private readonly response: Response,
    private readonly patienceMs: number,
  ) {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies that collect an answer before they pass it on would hold the news back.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    whenOver(response, () => {
      this.#closed = true;
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Sends events and waits until the reader has room for more. `data` is one line of JSON. */
  async send(events: readonly { id: number; event?: string; data: string }[]): Promise<void> {
    const text = events
      .map(
        ({ id, event, data }) =>
          `id: ${id}\n${event === undefined ? '' : `event: ${event}\n`}data: ${data}\n\n`,
      )
      .join('');
    if (this.#closed || text === '' || this.response.write(text)) return;
    const settled = new AbortController();
    const late = setTimeout(() => this.response.destroy(), this.patienceMs);
    try {
      const { signal } = settled;
      await Promise.race([
        once(this.response, 'drain', { signal }),
        once(this.response, 'close', { signal }),
      ]);
    } finally {
      clearTimeout(late);
      settled.abort();
    }
  }

  /** A comment line: a sign of life for everything in between. Nothing where the reader has yet to take what was sent. */
  beat(): void {
    if (!this.#closed && !this.response.writableNeedDrain) this.response.write(': alive\n\n');
  }

  /** The last event, and the end. A reader who does not take it is cut off. */
  end(id: number, event: string, data: string): void {
    if (this.#closed) return;
    this.response.end(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
    const late = setTimeout(() => this.response.destroy(), this.patienceMs);
    whenOver(this.response, () => clearTimeout(late));
  }
}
