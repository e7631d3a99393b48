/** The description of the API (OpenAPI 3.1), and what can be read off the routes besides. */
export { openApiDocument, type DocumentOptions } from './open-api-document.js';
export type { ApiExamples, RouteExample } from './route-example.js';
export { pickFields, sparseFieldsOf, type SparseFields } from './sparse-fields.js';
export { scopeOf, type RouteScope } from './token-scope.js';
export {
  WITHOUT_IDEMPOTENCY_KEY,
  WITHOUT_IF_MATCH,
  WITHOUT_IF_MATCH_BECAUSE,
  type WithoutIfMatch,
} from './lost-updates.js';
export { problemsOf } from './problems-of.js';
export { routeInWords } from './route-in-words.js';
export { TAG_TEXTS } from './texts.js';
