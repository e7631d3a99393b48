import { z } from 'zod';
import type { Language } from '../problems/index.js';
import type { Route } from '../routes.js';
import { CSRF_HEADER, IDEMPOTENCY_HEADER } from '../session.js';
import { plain, type Json } from './json.js';
import { sparseFieldsOf } from './sparse-fields.js';
import { HEADER_TEXTS, PARAMETER_TEXTS, PIECES } from './texts.js';

/** Everything that a request of a route carries beside its body. */
export function parametersOf(name: string, route: Route, language: Language): Json[] {
  return [
    ...valuesOf(name, route, 'path', language),
    ...valuesOf(name, route, 'query', language).filter((one) => one['name'] !== 'fields'),
    ...fieldsOf(route, language),
    ...headersOf(route, language),
  ];
}

function valuesOf(name: string, route: Route, place: 'path' | 'query', language: Language): Json[] {
  const shape = (place === 'path' ? route.params : route.query)?.shape ?? {};
  return Object.entries(shape).map(([parameter, type]) => {
    const { description: said, ...schema } = plain(
      z.toJSONSchema(type as z.ZodType, { io: 'input', unrepresentable: 'any' }),
    );
    const text = PARAMETER_TEXTS[`${name}.${parameter}`] ?? PARAMETER_TEXTS[parameter];
    // What the schema itself says is in Chinese.
    const description = language === 'zh-CN' ? (said ?? text?.[language]) : (text?.[language] ?? said);
    return {
      name: parameter,
      in: place,
      required: place === 'path' || !z.safeParse(type as z.ZodType, undefined).success,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

function fieldsOf(route: Route, language: Language): Json[] {
  const sparse = sparseFieldsOf(route);
  if (sparse === null) return [];
  return [
    {
      name: 'fields',
      in: 'query',
      required: false,
      description: PIECES.fields[language] + sparse.names.join(', '),
      explode: false,
      style: 'form',
      schema: { type: 'array', items: { type: 'string', enum: sparse.names }, minItems: 1 },
    },
  ];
}

function headersOf(route: Route, language: Language): Json[] {
  const header = (name: string, text: keyof typeof HEADER_TEXTS, required: boolean, schema: Json): Json => ({
    name,
    in: 'header',
    required,
    description: HEADER_TEXTS[text][language],
    schema: { type: 'string', ...schema },
  });
  const changes = route.method !== 'get';
  return [
    // Not of those who come by a token, hence not demanded of everybody.
    ...(changes && !route.open ? [header(CSRF_HEADER, 'csrf', false, {})] : []),
    ...(route.change
      ? [
          header(IDEMPOTENCY_HEADER, 'idempotencyKey', true, {
            minLength: 1,
            maxLength: 200,
            pattern: '^[\\x21-\\x7e]+$',
          }),
        ]
      : []),
    ...(route.conditional ? [header('If-Match', 'ifMatch', true, { pattern: '^"[^"]+"$' })] : []),
    ...(!changes && route.etag ? [header('If-None-Match', 'ifNoneMatch', false, {})] : []),
    header('Accept-Language', 'acceptLanguage', false, { default: 'zh-CN' }),
  ];
}
