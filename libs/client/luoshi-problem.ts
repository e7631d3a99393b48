import type { components, ProblemCode } from './api.generated.js';

type Problem = components['schemas']['Problem'];

/** What the server refused, or that it could not be understood. Decide by `code`; `message` is for people. */
export class LuoshiProblem extends Error {
  override readonly name = 'LuoshiProblem';
  readonly code: ProblemCode;
  readonly status: number;

  constructor(
    /** As it came (RFC 9457). */
    readonly problem: Problem,
    /** Seconds to wait, where the server said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${problem.title}：${problem.detail}（${problem.code}）`);
    this.code = problem.code as ProblemCode;
    this.status = problem.status;
  }

  /** Whether an error is a problem, with one of these codes where any are given. */
  static is(error: unknown, ...codes: ProblemCode[]): error is LuoshiProblem {
    return error instanceof LuoshiProblem && (codes.length === 0 || codes.includes(error.code));
  }

  /** The problem of an answer; of one that comes from something in between, such as a proxy, what there is to say. */
  static of(response: Response, body: unknown): LuoshiProblem {
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const said = isProblem(body) ? body : unknownProblem(response);
    return new LuoshiProblem(said, Number.isFinite(seconds) ? seconds : null);
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

const unknownProblem = ({ status, url }: Response): Problem => ({
  type: 'about:blank',
  title: `HTTP ${status}`,
  status,
  detail: url,
  code: 'Unexpected',
  instance: '',
});
