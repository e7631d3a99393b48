/**
 * Starts the reader of the description. Trying out is for reading alone: a page of documentation is no place to issue a
 * red card from. The language is the page's own, whatever the browser would ask for.
 */
export const START_SCRIPT = `'use strict';
const language = document.documentElement.lang;
window.ui = SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#description',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  defaultModelExpandDepth: 3,
  displayOperationId: true,
  displayRequestDuration: true,
  filter: true,
  supportedSubmitMethods: ['get'],
  validatorUrl: null,
  persistAuthorization: false,
  requestInterceptor: (request) => {
    request.headers['Accept-Language'] = language;
    return request;
  },
});
`;
