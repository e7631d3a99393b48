import { z } from 'zod';
import type { FieldError, Language } from '#contract';
import { problem } from './problem.js';

z.config(z.locales.zhCN());
const ENGLISH = { error: z.locales.en().localeError };

/** A value of the request as its schema has it. Rejects with RequestInvalid, naming every wrong member. */
export function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  root = '',
  language: Language = 'zh-CN',
): z.output<S> {
  const result = schema.safeParse(value, language === 'en' ? ENGLISH : undefined);
  if (result.success) return result.data;
  throw problem('RequestInvalid', undefined, fieldErrors(result.error, root));
}

function fieldErrors(error: z.ZodError, root: string): FieldError[] {
  return error.issues.map((issue) => ({
    path:
      root + issue.path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    message: issue.message,
  }));
}
