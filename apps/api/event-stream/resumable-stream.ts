import { once } from 'node:events';
import type { Response } from 'express';
import { whenOver } from '../http/when-over.js';
import { EventStream, type SentEvent } from './event-stream.js';

/** After a connection broke off, a browser waits so long before it comes back. */
const RETRY_MS = 3_000;

/** Server-sent events with ids, to one reader who may be slow. */
export class ResumableStream extends EventStream {
  /** @param patienceMs a reader who takes nothing for so long is cut off; what it has not got, it may ask for again */
  constructor(
    response: Response,
    private readonly patienceMs: number,
  ) {
    super(response);
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Sends events and waits until the reader has room for more. */
  async send(events: readonly (SentEvent & { id: number })[]): Promise<void> {
    if (this.tell(...events)) return;
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

  /** The last event, and the end. A reader who does not take it is cut off. */
  end(id: number, event: string, data: string): void {
    if (this.closed) return;
    this.close({ id, event, data });
    const late = setTimeout(() => this.response.destroy(), this.patienceMs);
    whenOver(this.response, () => clearTimeout(late));
  }
}
