import type { Language } from '../problems/index.js';
import { ROUTES, type Route } from '../routes.js';
import { componentSchemas } from './components.js';
import { introduction } from './introduction.js';
import type { Json } from './json.js';
import { operationOf } from './operation.js';
import { ProblemAnswers } from './problem-answers.js';
import type { ApiExamples } from './route-example.js';
import { HEADER_TEXTS, PIECES, TAG_TEXTS } from './texts.js';

export interface DocumentOptions {
  language?: Language;
  /** By the name of the route. */
  examples?: ApiExamples;
}

/** The description of the API, made from the routes and their schemas and from nothing else. */
export function openApiDocument(version: string, options: DocumentOptions = {}): Json {
  const { language = 'zh-CN', examples = {} } = options;
  const problems = new ProblemAnswers(language);
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const operation = operationOf(name, route, { language, problems, example: examples[name] ?? {} });
    (paths[route.path] ??= {})[route.method] = operation;
  }
  const used = new Set<string>(Object.values<Route>(ROUTES).map(({ tag }) => tag));
  return {
    openapi: '3.1.0',
    info: {
      title: '落实 Luoshi',
      version,
      summary: language === 'en' ? 'Task accountability for governments' : '政府工作任务落实与督办',
      description: introduction(language),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    tags: [
      ...Object.entries(TAG_TEXTS).filter(([tag]) => used.has(tag)),
      ...[...used].filter((tag) => !Object.hasOwn(TAG_TEXTS, tag)).map((tag) => [tag, null] as const),
    ].map(([name, texts]) =>
      texts === null
        ? { name }
        : {
            name,
            'x-displayName': texts.name[language],
            description: `${texts.name[language]}：${texts.about[language]}`,
          },
    ),
    paths,
    components: {
      schemas: componentSchemas(),
      responses: problems.components,
      headers: headersIn(language),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'luoshi_session',
          description: PIECES.session[language],
        },
        token: { type: 'http', scheme: 'bearer', description: PIECES.token[language] },
        subscriptionKey: { type: 'http', scheme: 'bearer', description: PIECES.subscriptionKey[language] },
      },
    },
  };
}

function headersIn(language: Language): Json {
  const header = (text: keyof typeof HEADER_TEXTS): Json => ({
    description: HEADER_TEXTS[text][language],
    schema: { type: 'string' },
  });
  return {
    ETag: header('etag'),
    RateLimit: header('rateLimit'),
    'RateLimit-Policy': header('rateLimitPolicy'),
    'Content-Language': header('contentLanguage'),
    'Idempotency-Replayed': header('replayed'),
  };
}
