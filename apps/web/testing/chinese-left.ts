import type { Page, Response } from 'playwright-core';
import { ROLE_LABELS } from '#contract';
import { inEnglish, sentenceFor, wordFor } from '#english';
import { type NamesHeard, namesHeard } from '../texts/chinese-by-nature.js';

interface Said {
  where: string;
  text: string;
}
interface Seen {
  /** Texts with Chinese in them that are not marked as Chinese. */
  texts: Said[];
  /** What attributes say with Chinese in it. */
  attributes: Said[];
  /** What is marked as Chinese, but for documents: their words are theirs. */
  marked: Said[];
}

/**
 * Runs in the page: every visible text, and every text of an attribute that is read out or shown, with Chinese in it.
 * What stands in a field is not the page's, and of a picture its label alone is read out.
 */
function chineseSeen(): Seen {
  const HAN = /\p{Script=Han}/u;
  const seen: Seen = { texts: [], attributes: [], marked: [] };
  const isMarked = (element: Element): boolean =>
    element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true;
  const shown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const where = (element: Element): string =>
    `${element.closest('[data-testid]')?.getAttribute('data-testid') ?? 'page'} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.nodeValue?.trim() ?? '';
    if (element === null || !HAN.test(text) || !shown(element)) continue;
    if (element.closest('textarea, script, style, [role="img"]') !== null) continue;
    if (!isMarked(element)) seen.texts.push({ where: where(element), text });
    else if (element.closest('[data-testid="paper"]') === null)
      seen.marked.push({ where: where(element), text });
  }
  for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name) ?? '';
      if (HAN.test(text) && shown(element) && !isMarked(element))
        seen.attributes.push({ where: `${where(element)} ${name}`, text });
    }
  return seen;
}

const HAN = /\p{Script=Han}/u;
const notKnown = (heard: NamesHeard, text: string): boolean =>
  (heard.stretchesOf(text) ?? [{ text, chinese: false }]).some(
    (part) => !part.chinese && HAN.test(part.text),
  );

/** People of the demonstration are called as their posts are, which are words of the system. */
const POSTS: ReadonlySet<string> = new Set(Object.values(ROLE_LABELS));

/**
 * Looks for Chinese on English pages that is not marked as Chinese, and for words of the system among what is marked.
 *
 * An attribute has the language of its element: in it a name of the record may stand (WCAG 2.2, 3.1.2 excepts proper
 * names), and nothing else. Which names these are is read from the answers that the page has had.
 */
export function watchChinese(page: Page): () => Promise<string[]> {
  const heard = namesHeard();
  const waiting: Promise<void>[] = [];
  page.on('response', (answer: Response) => {
    if (!/\/api\/v1\//u.test(answer.url()) || !(answer.headers()['content-type'] ?? '').includes('json'))
      return;
    waiting.push(
      answer.json().then(
        (body: unknown) => heard.note(inEnglish(body)),
        () => undefined,
      ),
    );
  });
  return async () => {
    const { texts, attributes, marked } = await page.evaluate(chineseSeen);
    await Promise.all(waiting);
    const owned = marked.filter(
      ({ text }) => !POSTS.has(text) && (wordFor(text) !== text || sentenceFor(text) !== text),
    );
    return [
      ...texts.map(({ where, text }) => `${where} says: ${text.slice(0, 80)}`),
      ...attributes
        .filter(({ text }) => notKnown(heard, text))
        .map(({ where, text }) => `${where} says: ${text.slice(0, 80)}`),
      ...new Set(
        owned.map(({ where, text }) => `${where} is marked as somebody’s, and the system’s: ${text}`),
      ),
    ];
  };
}
