import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import {
  PROBLEM_MEDIA_TYPE,
  problemEntry,
  PROBLEMS_PAGE,
  type FieldError,
  type Language,
  type Problem,
} from '#contract';
import { DocumentRefused } from '#documents';
import { refusalFor } from '#english';
import { constraintCodeOf, isDatabaseAway, PersistenceError } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { languageOf } from './language.js';
import { ProblemError } from './problem.js';
import { undeclared } from './refuse-undeclared.js';

/** Every error leaves as a problem document (RFC 9457); what was not expected is logged with its number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly context: ApiContext) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const instance = `urn:uuid:${randomUUID()}`;
    const language = languageOf(request);
    const refused = problemOf(error, instance, language);
    const amiss = this.context.config.checkAnswers ? undeclared(request, refused.code) : null;
    const document =
      amiss === null ? refused : problemOf(new ProblemError('AnswerInvalid', amiss), instance, language);
    // 501 is a thing we know of ourselves.
    if (document.status >= 500 && document.status !== 501) {
      this.context.log.error(`${request.method} ${request.path}: ${document.code}`, {
        instance,
        ...(amiss === null ? {} : { amiss }),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    if (response.headersSent) {
      response.end();
      return;
    }
    response
      .status(document.status)
      .set('Content-Language', language)
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(document));
  }
}

/** `instance` is the number under which the log has it. */
export function problemOf(error: unknown, instance: string, language: Language = 'zh-CN'): Problem {
  const { code, detail, errors, current, permitted } = refusalOf(error);
  const { title, status, help } = problemEntry(code);
  return {
    type: `${PROBLEMS_PAGE}#${code}`,
    title: title[language],
    status,
    detail: (language === 'zh-CN' ? detail : detail && refusalFor(detail)) ?? help[language],
    ...(language === 'zh-CN' || detail === undefined ? {} : { detailZh: detail }),
    code,
    instance,
    ...(errors === undefined ? {} : { errors: language === 'zh-CN' ? errors : inEnglish(errors, help.en) }),
    ...(permitted === undefined ? {} : { permitted: [...permitted] }),
    ...(current === undefined ? {} : { current }),
  };
}

/** What is wrong with each member, in English; a refusal that has no words of its own there is explained by its code. */
const inEnglish = (errors: readonly FieldError[], help: string): FieldError[] =>
  errors.map(({ path, message }) => ({
    path,
    message: HAN.test(message) ? (refusalFor(message) ?? help) : message,
  }));
const HAN = /\p{Script=Han}/u;

function refusalOf(
  error: unknown,
): Pick<ProblemError, 'code'> & Partial<Pick<ProblemError, 'detail' | 'errors' | 'current' | 'permitted'>> {
  if (error instanceof ProblemError) return error;
  if (error instanceof DocumentRefused) return { code: error.code, detail: error.message };
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return { code: 'NotFound' };
  if (status === 405) return { code: 'MethodNotAllowed' };
  if (status === 413) return { code: 'RequestTooLarge' };
  if (status !== undefined && status >= 400 && status < 500) return { code: 'RequestUnreadable' };
  if (isDatabaseAway(error)) return { code: 'DatabaseUnavailable' };
  if (error instanceof PersistenceError && error.code === 'SNAPSHOT_NEWER')
    return { code: 'ProgramOutdated' };
  return { code: constraintCodeOf(error) ?? 'Unexpected' };
}

/** Errors of the body parser are no HttpException of Nest's, but carry a status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
