import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { markedInLanguage } from '../texts/in-language.js';
import { language } from '../texts/language.js';

type Make = (type: ElementType, props: unknown, key?: Key) => ReactElement;

/** What the pages' elements are made by: React's own; on pages in another language with what stays Chinese marked. */
const marking =
  (make: Make): Make =>
  (type, props, key) =>
    make(type, markedInLanguage(type, props as object), key);

export { Fragment } from 'react/jsx-runtime';
export const jsx: Make = language === 'zh-CN' ? react.jsx : marking(react.jsx);
export const jsxs: Make = language === 'zh-CN' ? react.jsxs : marking(react.jsxs);
