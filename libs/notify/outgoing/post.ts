import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { useAgent } from 'request-filtering-agent';

export interface Outgoing {
  url: string;
  method?: 'POST' | 'GET' | 'PUT';
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface OutgoingRules {
  /** From the first packet to the last byte of the answer, ms. */
  withinMs: number;
  /** An answer is read so far, in bytes; the rest is not waited for. */
  answerBytes: number;
  /** Addresses inside the house (10.0.0.0/8 and the like) that may be called all the same; nothing else private is. */
  allowAddresses: readonly string[];
  /** Plain http is for receivers inside the house only. */
  allowPlain: boolean;
  /** How names become addresses; left out: as on the whole machine. */
  lookup?: LookupFunction;
}

export const OUTGOING_RULES: OutgoingRules = {
  withinMs: 10_000,
  answerBytes: 64 * 1024,
  allowAddresses: [],
  allowPlain: false,
};

export type Answer =
  | { came: true; status: number; headers: IncomingMessage['headers']; text: string }
  /** `handedOut`: the whole request had gone out, so that the peer may have acted on it. */
  | {
      came: false;
      why: 'refusedHere' | 'unreachable' | 'timeout' | 'broken';
      detail: string;
      handedOut: boolean;
    };

/**
 * One request to a peer outside, with no redirects, no cookies, no environment proxies. The address that is really
 * connected to is checked, not the name: a name that points inside the house is refused. Never throws.
 */
export function post(outgoing: Outgoing, rules: OutgoingRules = OUTGOING_RULES): Promise<Answer> {
  if (!URL.canParse(outgoing.url)) return Promise.resolve(refusedHere('地址不是完整的网址'));
  const url = new URL(outgoing.url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.allowPlain))
    return Promise.resolve(refusedHere('地址须以 https:// 开头'));
  if (url.username !== '' || url.password !== '')
    return Promise.resolve(refusedHere('地址中不得带有用户名或口令'));
  return new Promise((resolve) => {
    let handedOut = false;
    const options: RequestOptions = {
      method: outgoing.method ?? 'POST',
      headers: { ...outgoing.headers, 'content-length': String(Buffer.byteLength(outgoing.body)) },
      agent: useAgent(outgoing.url, { allowIPAddressList: [...rules.allowAddresses] }),
      ...(rules.lookup === undefined ? {} : { lookup: rules.lookup }),
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    const timer = setTimeout(() => {
      end({ came: false, why: 'timeout', detail: `${rules.withinMs / 1000} 秒内没有应答`, handedOut });
    }, rules.withinMs);
    request.on('finish', () => {
      handedOut = true;
    });
    request.on('response', (response) => {
      readUpTo(response, rules.answerBytes).then(
        (text) => {
          end({ came: true, status: response.statusCode ?? 0, headers: response.headers, text });
        },
        (error: unknown) => {
          end({ came: false, why: 'broken', detail: messageOf(error), handedOut: true });
        },
      );
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (isOurRefusal(error)) end(refusedHere('地址指向内网，未列入允许名单'));
      else
        end({ came: false, why: handedOut ? 'broken' : 'unreachable', detail: messageOf(error), handedOut });
    });
    request.end(outgoing.body);
  });
}

const refusedHere = (detail: string): Answer => ({
  came: false,
  why: 'refusedHere',
  detail,
  handedOut: false,
});

/** The agent's own words for an address that it does not let through. */
const isOurRefusal = (error: Error): boolean => /^DNS lookup .* is not allowed/u.test(error.message);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function readUpTo(response: IncomingMessage, bytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let read = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    read += part.length;
    if (read >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8');
}
