/**
 * How wide text is on the grid, in characters: Chinese characters and punctuation take one, figures and Latin letters half.
 * Dashes, ellipses and quotation marks take one, as Chinese typefaces draw them.
 */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += isHalf(character) ? 0.5 : 1;
  return width;
};

/** ASCII, Latin letters with accents, and the signs that Chinese typefaces draw half as wide. */
export const isHalf = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x250 && !'°±×÷·'.includes(character));
};
