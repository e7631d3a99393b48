import { ExpressAdapter } from '@nestjs/platform-express';
import { createServer } from 'node:http';

/** How long a request may take to arrive, and how much its head may hold. */
export interface WireLimits {
  /** All of the head, from the connection's first byte. */
  headersWithinMs: number;
  /** Head and body. What the answer takes is another matter: streams last for hours. */
  requestWithinMs: number;
  /** How often it is looked who is too slow. */
  checkedEveryMs: number;
  headBytes: number;
  /**
   * How long a connection is kept between two requests. Longer than a proxy keeps it (nginx: 60 s): who ends it first must
   * not be the one that is asked, or a request that is under way is lost.
   */
  idleMs: number;
}

/** Who sends a byte now and then to keep a connection for ever (slowloris) is cut off. */
export const DEFAULT_WIRE_LIMITS: WireLimits = {
  headersWithinMs: 20_000,
  requestWithinMs: 180_000,
  checkedEveryMs: 5_000,
  headBytes: 16_384,
  idleMs: 65_000,
};

/** Express on a server of Node with these limits: Nest itself gives no way to set them. */
export class LimitedAdapter extends ExpressAdapter {
  readonly #limits: WireLimits;

  constructor(limits: WireLimits) {
    super();
    this.#limits = limits;
  }

  override initHttpServer(): void {
    const { headersWithinMs, requestWithinMs, checkedEveryMs, headBytes, idleMs } = this.#limits;
    this.setHttpServer(
      createServer(
        {
          headersTimeout: headersWithinMs,
          requestTimeout: requestWithinMs,
          connectionsCheckingInterval: checkedEveryMs,
          maxHeaderSize: headBytes,
          keepAliveTimeout: idleMs,
        },
        this.getInstance(),
      ),
    );
  }
}
