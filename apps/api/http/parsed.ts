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
  if (result.success) {
    const unwritable = placeOfNul(result.data);
    if (unwritable === null) return result.data;
    throw problem('RequestInvalid', undefined, [{ path: root + unwritable, message: NUL_WORDS[language] }]);
  }
  throw problem('RequestInvalid', undefined, fieldErrors(result.error, root));
}

const NUL_WORDS: Readonly<Record<Language, string>> = {
  'zh-CN': '含有空字符（U+0000），不能保存也不能查找；请去掉后再提交',
  en: 'contains the character U+0000, which can be neither kept nor looked for: leave it out',
};

/** Where a text with U+0000 stands in it, which PostgreSQL takes for no text at all; null: nowhere. */
function placeOfNul(whole: unknown): string | null {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: whole }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && value.includes('\0')) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (name.includes('\0')) return path;
      waiting.push({ path: `${path}${pointer(name)}`, value: member });
    }
  }
  return null;
}

const pointer = (part: PropertyKey): string => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`;

function fieldErrors(error: z.ZodError, root: string): FieldError[] {
  return error.issues.map((issue) => ({
    path: root + issue.path.map(pointer).join(''),
    message: issue.message,
  }));
}
