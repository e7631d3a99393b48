import { z } from 'zod';
import { apiSchemas } from './primitives.js';
import { PROBLEM_MEDIA_TYPE, problemSchema } from './problem.js';
import { ROUTES, type Route } from './routes.js';
import { CSRF_HEADER, IDEMPOTENCY_HEADER } from './session.js';

type Json = Record<string, unknown>;

/** The description of the API (OpenAPI 3.1), made from the routes and their schemas and from nothing else. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries<Route>(ROUTES)) {
    (paths[route.path] ??= {})[route.method] = operationOf(operationId, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '落实 Luoshi',
      version,
      description:
        '时刻为 UTC（毫秒），日期为北京时间。修改类请求须带 ' +
        `${CSRF_HEADER}、${IDEMPOTENCY_HEADER}，有 ETag 的对象还须带 If-Match。`,
    },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'luoshi_session' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: '接口令牌，由本人登录后生成；不需要 CSRF 请求头',
        },
        subscriptionKey: {
          type: 'http',
          scheme: 'bearer',
          description: '事件订阅的拉取密钥，登记订阅时显示一次',
        },
      },
    },
  };
}

function operationOf(operationId: string, route: Route): Json {
  const operation: Json = {
    operationId,
    summary: route.summary,
    tags: [route.tag],
    parameters: [...parametersOf(route, 'path'), ...parametersOf(route, 'query'), ...headersOf(route)],
    responses: { [route.status]: goodAnswer(route), default: problemAnswer() },
  };
  if (route.body) {
    operation['requestBody'] = {
      required: true,
      content: { 'application/json': { schema: referenceTo(route.body, 'input') } },
    };
  }
  if (route.bodyMediaType !== undefined) {
    operation['requestBody'] = {
      required: true,
      content: { [route.bodyMediaType]: { schema: { type: 'string', format: 'binary' } } },
    };
  }
  if (route.open) operation['security'] = [];
  if (route.byKey) operation['security'] = [{ subscriptionKey: [] }];
  return operation;
}

function parametersOf(route: Route, place: 'path' | 'query'): Json[] {
  const shape = (place === 'path' ? route.params : route.query)?.shape ?? {};
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: plain(z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })),
  }));
}

function headersOf(route: Route): Json[] {
  const header = (name: string, description: string): Json => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  const names: Json[] = [];
  if (!route.open && route.method !== 'get') names.push(header(CSRF_HEADER, '会话的 csrfToken'));
  if (route.change) names.push(header(IDEMPOTENCY_HEADER, '一次提交一个，重试时不变'));
  if (route.conditional) names.push(header('If-Match', '所见内容的 ETag'));
  return names;
}

function goodAnswer(route: Route): Json {
  const answer: Json = { description: route.summary };
  if (route.answer) {
    answer['content'] = { 'application/json': { schema: referenceTo(route.answer, 'output') } };
  } else if (route.mediaType !== undefined) {
    answer['content'] = { [route.mediaType]: { schema: { type: 'string' } } };
  }
  if (route.etag) answer['headers'] = { ETag: { schema: { type: 'string' } } };
  return answer;
}

function problemAnswer(): Json {
  return {
    description: '出错说明',
    content: { [PROBLEM_MEDIA_TYPE]: { schema: referenceTo(problemSchema, 'output') } },
  };
}

/** @throws Error for a body or answer that was not named: it would have no component to refer to. */
function referenceTo(schema: z.ZodType, io: 'input' | 'output'): Json {
  const entry = apiSchemas.get(schema);
  if (entry === undefined) throw new Error(`a schema of the API has no name (${io})`);
  return { $ref: `#/components/schemas/${entry.id}` };
}

function componentSchemas(): Json {
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(apiSchemas, { uri, io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** A component needs neither dialect nor id of its own. */
function plain(schema: object): Json {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as Json;
  return rest;
}
