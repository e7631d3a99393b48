import { PROBLEM_MEDIA_TYPE } from '../problem.js';
import { problemEntry, PROBLEMS_PAGE, type Language, type ProblemCode } from '../problems/index.js';
import type { Json } from './json.js';
import { HEADER_TEXTS, PIECES } from './texts.js';

/** Problem answers by status; what several routes have alike is written once, as a component. */
export class ProblemAnswers {
  readonly components: Record<string, Json> = {};
  readonly #names = new Map<string, string>();

  constructor(private readonly language: Language) {}

  /** The answers of a route that refuses with these codes: a reference for each status. */
  of(codes: readonly ProblemCode[]): Record<string, Json> {
    const byStatus = new Map<number, ProblemCode[]>();
    for (const code of codes) {
      const { status } = problemEntry(code);
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
    const statuses = [...byStatus].sort(([a], [b]) => a - b);
    return {
      ...Object.fromEntries(
        statuses.map(([status, some]) => [String(status), this.#referenceTo(status, some.sort())]),
      ),
      default: this.#referenceTo(null, ['Unexpected']),
    };
  }

  #referenceTo(status: number | null, codes: readonly ProblemCode[]): Json {
    const key = `${String(status)}/${codes.join()}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      const of = status === null ? 'ProblemDefault' : `Problem${status}`;
      const alike = [...this.#names.values()].filter((other) => other.split('_')[0] === of).length;
      name = alike === 0 ? of : `${of}_${alike + 1}`;
      this.#names.set(key, name);
      this.components[name] = this.#answer(status, codes);
    }
    return { $ref: `#/components/responses/${name}` };
  }

  #answer(status: number | null, codes: readonly ProblemCode[]): Json {
    const { language } = this;
    const lines = codes.map(
      (code) => `- [\`${code}\`](${PROBLEMS_PAGE}#${code}) ${problemEntry(code).title[language]}`,
    );
    const only: Json =
      status === null ? {} : { properties: { status: { const: status }, code: { enum: codes } } };
    const reference = { $ref: '#/components/schemas/Problem' };
    return {
      description: status === null ? PIECES.problem[language] : lines.join('\n'),
      headers: {
        'Content-Language': {
          description: HEADER_TEXTS.contentLanguage[language],
          schema: { type: 'string' },
        },
        ...(status === 429
          ? {
              'Retry-After': {
                description: HEADER_TEXTS.retryAfter[language],
                schema: { type: 'integer', minimum: 1 },
              },
            }
          : {}),
      },
      content: {
        [PROBLEM_MEDIA_TYPE]: {
          schema: status === null ? reference : { allOf: [reference, only] },
          examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code, language) }])),
        },
      },
    };
  }
}

function exampleOf(code: ProblemCode, language: Language): Json {
  const { status, title, help } = problemEntry(code);
  return {
    type: `${PROBLEMS_PAGE}#${code}`,
    title: title[language],
    status,
    detail: help[language],
    code,
    instance: 'urn:uuid:6f1d8a52-40c3-4b7e-9d16-8a0b6c2e5f31',
    ...(code === 'RequestInvalid'
      ? {
          errors: [
            {
              path: '/reports/0/progress',
              message:
                language === 'en' ? 'Too big: expected number to be <=100' : '数值过大：期望 number <=100',
            },
          ],
        }
      : {}),
    ...(code === 'FieldUnknown' ? { permitted: ['id', 'code', 'title', 'state'] } : {}),
  };
}
