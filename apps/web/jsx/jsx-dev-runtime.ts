import { jsxDEV as make } from 'react/jsx-dev-runtime';
import { markedInLanguage } from '../texts/in-language.js';
import { language } from '../texts/language.js';

export { Fragment } from 'react/jsx-dev-runtime';
/** As `jsx-runtime.ts`, for the server that pages are developed with. */
export const jsxDEV: typeof make =
  language === 'zh-CN'
    ? make
    : (type, props, ...others) => make(type, markedInLanguage(type, props as object), ...others);
