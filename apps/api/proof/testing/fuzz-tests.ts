import { expect, test } from '@jest/globals';
import { PROBLEM_MEDIA_TYPE, problemEntry, problemSchema } from '#contract';
import { fuzzedRequest } from './fuzzed-request.js';
import { inTurns } from './in-turns.js';
import { MARK } from './mark-district.js';
import { operationsOf, type Operation } from './operations.js';
import type { SignedIn, RawAnswer, RawClient, RawRequest } from './raw-client.js';
import { randomOf } from './random.js';

const AT_ONCE = 16;
/** Costs a password's hash, or a document that is read: a share of the others' is enough. */
const DEAR =
  /^(?:signIn|changePassword|beginSecondFactor|endSecondFactor|renewRecoveryCodes|makeApiToken|uploadPlan)$/;
const DEAR_SHARE = 0.1;
/** What programs say of their insides when they break. */
const INSIDES =
  /\n\s+at [\w.<>]+ \(|node_modules|\/(?:apps|libs)\/\w+\/|SyntaxError|TypeError|RangeError|QueryFailedError|select .* from |violates|relation "/;

export interface Target {
  client: RawClient;
  ids: readonly string[];
  people: readonly SignedIn[];
  /** What the server wrote into its log as an error. */
  errors: readonly string[];
  /** Done before everything, and again now and then: requests may have ended sessions. */
  signInAgain: () => Promise<void>;
}

/** So many requests to every endpoint that the server describes; the seed says all of them. */
export function fuzzTest(targetOf: () => Target, requests: number, seed: number): void {
  test(`${requests} malformed requests break nothing, show nothing of the inside and nothing of another jurisdiction`, async () => {
    const target = targetOf();
    await target.signInAgain();
    const { operations, components } = await operationsOf(target.client);
    const ammunition = { components, ids: target.ids, people: target.people };
    const planned = plan(operations, requests, seed);
    const complaints: string[] = [];
    const statuses = new Map<number, number>();
    await inTurns(planned, AT_ONCE, async ({ operation, seed: its }, index) => {
      if (index % 2_000 === 1_999) await target.signInAgain();
      const request = fuzzedRequest(randomOf(its), operation, ammunition);
      const answer = await target.client.send(request).catch((error: unknown) => String(error));
      if (typeof answer !== 'string') statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const wrong = typeof answer === 'string' ? answer : wrongWith(answer);
      if (wrong !== undefined && complaints.length < 20)
        complaints.push(told(wrong, operation, request, its, answer));
    });
    expect({ seed, complaints }).toEqual({ seed, complaints: [] });
    expect(target.errors).toEqual([]);
    // Not all were turned away at the door: some of each kind got through to what they were about.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
  }, 600_000);
}

interface Planned {
  operation: Operation;
  seed: number;
}

function plan(operations: readonly Operation[], requests: number, seed: number): Planned[] {
  const random = randomOf(seed);
  const weights = operations.map(({ id }) => (DEAR.test(id) ? DEAR_SHARE : 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return operations
    .flatMap((operation, i): Planned[] =>
      Array.from({ length: Math.max(1, Math.round((requests * (weights[i] ?? 0)) / sum)) }, () => ({
        operation,
        seed: Math.floor(random() * 2 ** 32),
      })),
    )
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function wrongWith({ status, headers, text }: RawAnswer): string | undefined {
  if (status >= 500 && status !== 501 && status !== 503) return `status ${status}`;
  if (text.includes(MARK)) return 'words of the other jurisdiction';
  if (status < 400) return undefined;
  // What is no HTTP at all is answered before there is anybody to write a problem.
  if (status === 431 || text === '') return undefined;
  if (INSIDES.test(text)) return 'tells of the inside';
  if (!String(headers['content-type']).startsWith(PROBLEM_MEDIA_TYPE)) return `no problem document`;
  const problem = problemSchema.safeParse(safely(text));
  if (!problem.success) return 'not as RFC 9457 and the contract have it';
  const { code, status: said, title, detail } = problem.data;
  if (said !== status) return 'the status within is another';
  if (problemEntry(code).status !== status) return `code ${code} is not in the table`;
  return /\p{Script=Han}/u.test(title + detail) ? undefined : 'no Chinese words';
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function told(
  wrong: string,
  operation: Operation,
  request: RawRequest,
  seed: number,
  answer: RawAnswer | string,
): string {
  const { method, path, headers, body } = request;
  const sent = `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${String(body).slice(0, 300)}`;
  const got = typeof answer === 'string' ? '' : ` -> ${answer.status} ${answer.text.slice(0, 300)}`;
  return `${operation.id} (request ${seed}): ${wrong}: ${sent}${got}`;
}
