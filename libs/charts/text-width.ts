/**
 * How wide text is, in characters: Chinese characters and punctuation take one, figures and Latin letters half. Dashes, ellipses and
 * quotation marks take one, as Chinese typefaces draw them. The typefaces that we ship are made to measure exactly so.
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

/** Marks that do not begin a line. */
const CLOSING = '，。、；：！？）》〉”’】〕…';

/**
 * A text in as few lines as a width of `room` characters allows, about equally long; no closing mark begins one. What does not fit into
 * `most` lines ends in an ellipsis.
 */
export function wrapped(text: string, room: number, most: number): string[] {
  const least = Math.max(1, Math.ceil(widthOf(text) / room));
  const even = Math.min(room, Math.ceil((widthOf(text) / least + 1) * 2) / 2);
  const balanced = filled(text, even);
  const lines = balanced.length <= Math.min(least, most) ? balanced : filled(text, room);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`) > room) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last}…`];
}

function filled(text: string, room: number): string[] {
  const lines: string[] = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (line === '' || widthOf(line + character) <= room) lines[lines.length - 1] = line + character;
    else if (CLOSING.includes(character) && [...line].length > 1) {
      // The mark takes the character before it along.
      const characters = [...line];
      lines[lines.length - 1] = characters.slice(0, -1).join('');
      lines.push((characters.at(-1) ?? '') + character);
    } else lines.push(character);
  }
  return lines;
}
