import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { wordFor } from '#english';
import { IN_CHINESE, type Spoken } from '#engine';
import { isForFile } from '../lists/list-out.js';
import { languageOf } from './language.js';

const IN_ENGLISH: Spoken = { language: 'en', word: wordFor };

/**
 * How sentences that are made for this answer are to be said, by `Accept-Language`. What is recorded as sentences stays
 * as it was written, and so do files: they are kept and passed on, and whoever opens one asked for no language.
 */
export const SpokenIn = createParamDecorator((_: unknown, context: ExecutionContext): Spoken => {
  const http = context.switchToHttp();
  const request = http.getRequest<Request>();
  if (languageOf(request) !== 'en' || isForFile(request)) return IN_CHINESE;
  http.getResponse<Response>().set('Content-Language', 'en');
  return IN_ENGLISH;
});
