import type { Response } from 'express';
import { whenOver } from '../http/when-over.js';

/** A stream of server-sent events on a response. */
export class EventStream {
  #open = true;

  constructor(private readonly response: Response) {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies that collect an answer before they pass it on would hold the news back.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    whenOver(response, () => {
      this.#open = false;
    });
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment line: nothing for the page, a sign of life for everything in between. */
  beat(): void {
    this.#write(': alive\n\n');
  }

  end(): void {
    if (this.#open) this.response.end();
  }

  #write(text: string): void {
    if (this.#open) this.response.write(text);
  }
}
