import { Fragment, type ReactNode } from 'react';
import { jsx } from 'react/jsx-runtime';
import type { NamesHeard } from '../texts/chinese-by-nature.js';

interface Props {
  children?: ReactNode;
  lang?: string;
  [name: string]: unknown;
}
type StretchesOf = NamesHeard['stretchesOf'];

/** Elements that hold nothing but text. */
const TEXT_ALONE = new Set(['option', 'textarea', 'title', 'style', 'script']);
const LATIN = /[A-Za-z]/u;

/**
 * Makes of the props of an element of an English page such with what is Chinese by nature among its texts marked by
 * `lang` (WCAG 2.2, 3.1.2): on the element itself where that is all it says, else on a `bdi` around each stretch.
 *
 * Components of our own are left alone, as their texts come to an element in the end; those of libraries make theirs
 * without us, but for the title of a dialog or drawer (what has `open` and a `title`).
 *
 * @param heard what is known to be Chinese by nature
 */
export function markedBy({ stretchesOf }: NamesHeard): (type: unknown, of: object) => object {
  return (type, of) => {
    const props = typeof type === 'string' ? (of as Props) : titled(stretchesOf, of as Props);
    const { children, lang } = props;
    if (children === undefined || lang !== undefined) return props;
    const inElement = typeof type === 'string';
    if (typeof type === 'function') return props;
    if (inElement && saysChineseAlone(props, stretchesOf)) return { ...props, lang: 'zh-CN' };
    if (inElement && TEXT_ALONE.has(type)) return props;
    if (typeof children === 'string') {
      const said = inStretches(stretchesOf, children);
      return said === children ? props : { ...props, children: said };
    }
    if (!Array.isArray(children)) return props;
    const each: readonly ReactNode[] = children;
    if (!each.some((child) => typeof child === 'string' && stretchesOf(child) !== null)) return props;
    return {
      ...props,
      children: each.map((child, at) =>
        typeof child === 'string' ? inStretches(stretchesOf, child, `zh-${at}`) : child,
      ),
    };
  };
}

function titled(stretchesOf: StretchesOf, props: Props): Props {
  if (typeof props['title'] !== 'string' || props['open'] === undefined) return props;
  const title = inStretches(stretchesOf, props['title']);
  return title === props['title'] ? props : { ...props, title };
}

/** Whether all its text is Chinese by nature, and its own attributes say nothing in English. */
function saysChineseAlone(props: Props, stretchesOf: StretchesOf): boolean {
  const parts = [props.children].flat().filter((part) => part !== null && part !== false);
  if (parts.length === 0 || !parts.every((part) => typeof part === 'string' || typeof part === 'number'))
    return false;
  const isAllChinese = (text: string): boolean => stretchesOf(text)?.every(({ chinese }) => chinese) === true;
  const said = ['aria-label', 'title', 'placeholder', 'alt'].map((name) => props[name]);
  if (said.some((text) => typeof text === 'string' && LATIN.test(text) && !isAllChinese(text))) return false;
  const stretches = parts.map(
    (part) => stretchesOf(String(part)) ?? [{ text: String(part), chinese: false }],
  );
  return (
    stretches.flat().some(({ chinese }) => chinese) &&
    stretches.flat().every(({ chinese, text }) => chinese || !/[\p{Script=Han}A-Za-z]/u.test(text))
  );
}

function inStretches(stretchesOf: StretchesOf, text: string, key?: string): ReactNode {
  const stretches = stretchesOf(text);
  if (stretches === null) return text;
  const parts = stretches.map(({ text: part, chinese }, at) =>
    chinese ? jsx('bdi', { lang: 'zh-CN', children: part }, at) : jsx(Fragment, { children: part }, at),
  );
  const [only] = stretches;
  return stretches.length === 1 && only?.chinese === true
    ? jsx('bdi', { lang: 'zh-CN', children: text }, key)
    : jsx('bdi', { children: parts }, key);
}
