import type { Language } from '../problems/index.js';
import type { Route, RouteName } from '../routes.js';
import { referenceTo } from './components.js';
import type { Json } from './json.js';
import { WITHOUT_IDEMPOTENCY_KEY, WITHOUT_IF_MATCH, WITHOUT_IF_MATCH_BECAUSE } from './lost-updates.js';
import { parametersOf } from './parameters.js';
import type { ProblemAnswers } from './problem-answers.js';
import { problemsOf } from './problems-of.js';
import type { RouteExample } from './route-example.js';
import { routeInWords } from './route-in-words.js';
import { PIECES } from './texts.js';
import { scopeOf } from './token-scope.js';

interface Telling {
  language: Language;
  problems: ProblemAnswers;
  example: RouteExample;
}

/** One route as an operation of the description. */
export function operationOf(name: string, route: Route, { language, problems, example }: Telling): Json {
  const without = withoutOf(name, language);
  return {
    operationId: name,
    summary: language === 'en' ? routeInWords(name) : route.summary,
    description: [...about(route, language), ...Object.values(without)].join('\n\n'),
    tags: [route.tag],
    parameters: parametersOf(name, route, language).map((parameter) => withExample(parameter, example)),
    ...bodyOf(route, example),
    responses: {
      [route.status]: goodAnswer(route, language, example),
      ...(route.method === 'get' && route.etag ? { 304: { description: PIECES.notModified[language] } } : {}),
      ...problems.of(problemsOf(name, route)),
    },
    ...securityOf(route),
    ...without,
  };
}

function about(route: Route, language: Language): string[] {
  const lines = [...(route.about === undefined ? [] : [route.about])];
  if (route.open || route.byKey) return lines;
  const scope = scopeOf(route);
  lines.push(scope === null ? PIECES.noToken[language] : `${PIECES.needsScope[language]}\`${scope}\``);
  if (route.answerShownOnce) lines.push(PIECES.shownOnce[language]);
  return lines;
}

function withoutOf(name: string, language: Language): Record<string, string> {
  const why = WITHOUT_IF_MATCH[name as RouteName];
  const key = WITHOUT_IDEMPOTENCY_KEY[name as RouteName];
  return {
    ...(why === undefined
      ? {}
      : { 'x-without-if-match': PIECES.noIfMatch[language] + WITHOUT_IF_MATCH_BECAUSE[why][language] }),
    ...(key === undefined ? {} : { 'x-without-idempotency-key': PIECES.noKey[language] + key[language] }),
  };
}

function withExample(parameter: Json, { parameters = {} }: RouteExample): Json {
  const value = parameters[String(parameter['name'])];
  if (value === undefined || parameter['in'] === 'header') return parameter;
  const numeric = ['integer', 'number'].includes(String((parameter['schema'] as Json)['type']));
  return { ...parameter, example: numeric ? Number(value) : value };
}

function bodyOf(route: Route, { body }: RouteExample): Json {
  if (route.bodyMediaType !== undefined)
    return {
      requestBody: {
        required: true,
        content: { [route.bodyMediaType]: { schema: { type: 'string', format: 'binary' } } },
      },
    };
  if (route.body === undefined) return {};
  const example = body === undefined ? {} : { example: body };
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: referenceTo(route.body), ...example } },
    },
  };
}

function goodAnswer(route: Route, language: Language, { answer: example }: RouteExample): Json {
  const named = (name: string): Json => ({ [name]: { $ref: `#/components/headers/${name}` } });
  const headers: Json = {
    ...(route.etag ? named('ETag') : {}),
    ...(route.path.startsWith('/api/') ? named('Content-Language') : {}),
    ...(route.open || route.byKey ? {} : { ...named('RateLimit'), ...named('RateLimit-Policy') }),
    ...(route.change ? named('Idempotency-Replayed') : {}),
  };
  return {
    description: language === 'en' ? 'Done' : '成功',
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...contentOf(route, example),
  };
}

function contentOf(route: Route, example: unknown): Json {
  const content: Json = {};
  if (route.answer) {
    content['application/json'] = {
      schema: referenceTo(route.answer),
      ...(example === undefined ? {} : { example }),
    };
  }
  if (route.mediaType !== undefined)
    content[route.mediaType] = { schema: route.mediaType === 'application/json' ? {} : { type: 'string' } };
  return Object.keys(content).length === 0 ? {} : { content };
}

function securityOf(route: Route): Json {
  if (route.open) return { security: [] };
  if (route.byKey) return { security: [{ subscriptionKey: [] }] };
  const scope = scopeOf(route);
  return { security: scope === null ? [{ session: [] }] : [{ session: [] }, { token: [scope] }] };
}
