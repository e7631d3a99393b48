import { COMPLIANCE_RULES, PHOTO_RULE, type ComplianceRule } from './compliance-rules.js';

export interface ComplianceWarning {
  code: ComplianceRule['code'];
  /** Where in the rule: `['sections', 0, 'items', 1, 'label']`. */
  path: readonly (string | number)[];
  /** The words that it was told from. */
  words: string;
  /** For a person: where, what, by which rule. */
  message: string;
  basis: string;
}

/** `assessment`: what points come from. `form`: what a report asks for. A policy is looked at for both. */
export type CompliancePurpose = 'assessment' | 'form';

/**
 * What a scheme, a policy or a form says that central rules forbid, told from its wording (domain.md §9). It is a
 * warning, not a judgement: a person reads it, and confirms with a reason or changes the rule. Words that say that
 * something is not counted are left alone.
 */
export function complianceWarnings(
  value: unknown,
  purposes: readonly CompliancePurpose[] = ['assessment', 'form'],
): ComplianceWarning[] {
  const rules = [
    ...(purposes.includes('assessment') ? COMPLIANCE_RULES : []),
    ...(purposes.includes('form') ? [PHOTO_RULE] : []),
  ];
  return wordsIn(value, []).flatMap(({ words, path }) =>
    rules.flatMap(({ code, what, basis, pattern }): ComplianceWarning[] => {
      const found = pattern.exec(withoutDenials(words));
      if (!found) return [];
      return [{ code, path, words, basis, message: `“${path.join('.')}”（${words}）：${what}（${basis}）` }];
    }),
  );
}

/** 不以登录次数计分, 无须拍照 say the opposite of what is looked for. */
const withoutDenials = (words: string): string =>
  words.replace(
    /(?:不得|不以|不将|不把|不按|不看|不与|不要求|不强制|无须|无需|不须|不需|禁止|严禁|取消)[^，。；,;]*/gu,
    '',
  );

interface Words {
  words: string;
  path: (string | number)[];
}

/** Every text of a rule with its place, and keys that ask for something: `photo: required`. */
function wordsIn(value: unknown, path: (string | number)[]): Words[] {
  const key = path.at(-1);
  if (typeof value === 'string')
    return [{ words: typeof key === 'string' ? withKey(key, value) : value, path }];
  if (value === true && typeof key === 'string') return [{ words: `${key}: required`, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    wordsIn(below, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A key says something only where it names what is asked for. */
const withKey = (key: string, words: string): string =>
  /photo|picture|video|screenshot|照片|图片|截图|视频/iu.test(key) ? `${key}: ${words}` : words;
