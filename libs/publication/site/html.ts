import { chineseDate, civilDateOf, type Instant } from '#calendar';
import { escapedForXml } from '#charts';

/** Text that is HTML already; everything else is escaped where it is put in. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | undefined | readonly Html[];

const written = (part: Part): string => {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapedForXml(String(part));
  return part.map(({ text }) => text).join('');
};

/** A template whose values are escaped; XML is written with it too. */
export const markup = (words: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(words.map((word, at) => word + written(parts[at])).join(''));

export const dayOf = (at: Instant): string => chineseDate(civilDateOf(at));

export const timeOf = (at: Instant): Html => markup`<time datetime="${at}">${dayOf(at)}</time>`;

/** A path in the site seen from another one: relative, so that the site may stand in any folder of any server. */
export function relative(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared])
    shared += 1;
  const up = folder.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)].join('/');
}

/** A code as a part of a path on any file system: letters, digits, `-`, `_`, and dots within. */
export const slug = (code: string): string =>
  code.replace(/^\.|[^\w.-]/gu, (one) => `_${(one.codePointAt(0) ?? 0).toString(16)}_`);
