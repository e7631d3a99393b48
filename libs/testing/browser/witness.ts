import type { BrowserContext } from 'playwright-core';

/** Chromium writes a line for every answer that is no success; that nobody is signed in is an answer. */
const NOT_SIGNED_IN = /^Failed to load resource: the server responded with a status of 401 /;

/** What the pages of a browser asked for, and what they complained of. */
export class Witness {
  /** The origin of every request, `data:` and the like left out. */
  readonly origins = new Set<string>();
  /** Errors in the console (violations of the content security policy among them) and errors nobody caught. */
  readonly complaints: string[] = [];

  attend(context: BrowserContext): void {
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol)) this.origins.add(origin);
    });
    context.on('console', (message) => {
      const { url } = message.location();
      if (message.type() !== 'error' || NOT_SIGNED_IN.test(message.text())) return;
      this.complaints.push(`${message.page()?.url() ?? ''}: ${message.text()} (${url})`);
    });
    context.on('weberror', (error) => this.complaints.push(`${error.page()?.url() ?? ''}: ${error.error()}`));
  }
}
