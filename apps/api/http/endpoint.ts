import { Delete, Get, HttpCode, Post, Put, SetMetadata, applyDecorators } from '@nestjs/common';
import { ROUTES, type Route, type RouteName } from '#contract';

export const ENDPOINT = 'luoshi:endpoint';

const METHODS = { get: Get, post: Post, put: Put, delete: Delete };

/** Makes a method the handler of a route of the contract: its verb, path and status come from there. */
export function Endpoint(name: RouteName): MethodDecorator {
  const route: Route = ROUTES[name];
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  return applyDecorators(SetMetadata(ENDPOINT, name), METHODS[route.method](path), HttpCode(route.status));
}

/** The name of the route that a handler is of; undefined for a handler without one. */
export const nameOfRoute = (handler: object): RouteName | undefined =>
  Reflect.getMetadata(ENDPOINT, handler) as RouteName | undefined;

/** The route that a handler is of; undefined for a handler without one. */
export function routeOf(handler: object): Route | undefined {
  const name = nameOfRoute(handler);
  return name === undefined ? undefined : ROUTES[name];
}
