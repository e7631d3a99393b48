import type { Response } from 'express';
import { whenOver } from '../http/when-over.js';

/** One server-sent event; `data` is one line of JSON. */
export interface SentEvent {
  id?: number;
  event?: string | undefined;
  data: string;
}

/** A stream of server-sent events on a response: what the lines look like, and that nothing is written once it is over. */
export class EventStream {
  #closed = false;

  constructor(protected readonly response: Response) {
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
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** A comment line: a sign of life for everything in between. Nothing where the reader has yet to take what was sent. */
  beat(): void {
    if (!this.response.writableNeedDrain) this.write(': alive\n\n');
  }

  /** Sends events at once, whether or not the reader has taken what came before. */
  tell(...events: readonly SentEvent[]): boolean {
    return this.write(events.map(linesOf).join(''));
  }

  /** The end, with a last event where there is one. */
  close(last?: SentEvent): void {
    if (!this.#closed) this.response.end(last === undefined ? undefined : linesOf(last));
  }

  /** Whether there is room for more. */
  protected write(text: string): boolean {
    return this.#closed || text === '' || this.response.write(text);
  }
}

const linesOf = ({ id, event, data }: SentEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${data}\n\n`;
