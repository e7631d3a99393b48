/** Pictures from facts: the same for the server and for the browser. */
export { escapedForXml, shortenedName, svgText, type TextLook } from './svg-text.js';
