import { problemSchema, type FieldError, type Problem } from '#contract';
import { answerInLanguage } from '../texts/in-language.js';
import { problemTexts } from '../texts/zh.js';

/** What went wrong, in words a person can act on. `status` 0: no answer came at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  static offline(): ApiProblem {
    return new ApiProblem(0, 'Offline', problemTexts.offline, problemTexts.offlineHint);
  }

  static unexpectedShape(): ApiProblem {
    return new ApiProblem(0, 'UnexpectedAnswer', problemTexts.shape, problemTexts.shapeHint);
  }

  /** Reads a problem document; an answer that is none (a proxy's page) becomes a plain server error. */
  static async of(answer: Response): Promise<ApiProblem> {
    const parsed = problemSchema.safeParse(await answer.json().catch(() => null));
    if (!parsed.success) {
      return new ApiProblem(answer.status, 'ServerError', problemTexts.server, problemTexts.serverHint);
    }
    const { code, title, detail, errors } = answerInLanguage(parsed.data) as Problem;
    return new ApiProblem(answer.status, code, title, detail, errors);
  }
}

/** The thing was changed since it was read: 409 from a rule, 412 from If-Match. */
export const isConflict = (problem: unknown): boolean =>
  problem instanceof ApiProblem && (problem.status === 412 || problem.status === 409);

export const isSignedOut = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.status === 401;
