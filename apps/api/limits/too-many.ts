import type { NextFunction, Request, Response } from 'express';
import type { ApiContext } from '../api-dependencies.js';
import { languageOf } from '../http/language.js';
import { problem, type ProblemError } from '../http/problem.js';
import { problemOf } from '../http/problem.filter.js';
import { PROBLEM_MEDIA_TYPE } from '#contract';
import { randomUUID } from 'node:crypto';

/** Refuses, and says when to come again. */
export function tooMany(response: Response, seconds: number): ProblemError {
  response.set('Retry-After', String(seconds));
  return problem('TooManyRequests', `请求过于频繁，请 ${String(seconds)} 秒后再试。`);
}

/** Before anything is read or looked up: so many requests from one address and no more. */
export function limitAddresses({ limits }: ApiContext) {
  return (request: Request, response: Response, next: NextFunction): void => {
    limits
      .fromAddress(request.ip ?? '')
      .then((wait) => {
        if (wait === null) {
          next();
          return;
        }
        const language = languageOf(request);
        const document = problemOf(tooMany(response, wait), `urn:uuid:${randomUUID()}`, language);
        response
          .status(document.status)
          .set('Content-Language', language)
          .vary('Accept-Language')
          .type(PROBLEM_MEDIA_TYPE)
          .send(JSON.stringify(document));
      })
      .catch(next);
  };
}
