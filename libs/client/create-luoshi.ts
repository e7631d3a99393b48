import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated.js';
import { newKey } from './new-key.js';
import { retrying } from './retrying.js';

export interface LuoshiOptions {
  /** Where the system is, without a slash at the end: `https://luoshi.example.gov.cn`. */
  url: string;
  /** A token that its person made on the page 登录与安全; or the key of a subscription, which is good for events alone. */
  token: string;
  /** Of problems; what is recorded stays Chinese. */
  language?: 'zh-CN' | 'en';
  /** How often a request that may be sent again is sent at most; default 4. */
  attempts?: number;
  /** Instead of the platform's own. */
  fetch?: (request: Request) => Promise<Response>;
}

/** `GET`, `POST`, `PUT` and `DELETE` of every path of the contract; see openapi-fetch. */
export type Luoshi = Client<paths>;

/**
 * A client of one system for one token. Every change gets an Idempotency-Key unless it brings its own, and is sent again
 * under it after a lost connection. If-Match is for the caller to give: the types ask for it.
 */
export function createLuoshi({ url, token, language = 'zh-CN', attempts = 4, fetch }: LuoshiOptions): Luoshi {
  const client = createClient<paths>({
    baseUrl: url,
    fetch: retrying(fetch ?? ((request) => globalThis.fetch(request)), attempts),
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language },
    // Of several fields: one parameter with commas.
    querySerializer: { array: { style: 'form', explode: false } },
  });
  client.use({
    onRequest: ({ request }) => {
      if (request.method !== 'GET' && !request.headers.has('Idempotency-Key'))
        request.headers.set('Idempotency-Key', newKey());
      return request;
    },
  });
  return client;
}
