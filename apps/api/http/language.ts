import type { NextFunction, Request, Response } from 'express';
import { LANGUAGES, type Language } from '#contract';

/** The language that is spoken where nobody asks for another one, and that everything recorded is written in. */
const DEFAULT: Language = LANGUAGES[0];

/** What a request wants to be spoken to in, by `Accept-Language`; Chinese where it wants none of ours. */
export function languageOf(request: Request): Language {
  const wanted = request.acceptsLanguages('zh-CN', 'zh', 'en');
  return wanted === 'en' ? 'en' : DEFAULT;
}

/** Says of every answer which language it is in. Only what speaks of the API itself comes in another one. */
export function sayLanguage(_request: Request, response: Response, next: NextFunction): void {
  response.set('Content-Language', DEFAULT).vary('Accept-Language');
  next();
}
