const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand in XML, in content and in attributes. */
export const escapedForXml = (words: string): string =>
  words
    // What XML cannot hold at all.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);

export interface TextLook {
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
}

/** A line of text in an SVG picture, at its baseline. */
export const svgText = (
  x: number,
  y: number,
  words: string,
  { size, fill, anchor = 'start', bold = false }: TextLook,
): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''}>${escapedForXml(words)}</text>`;

/** A name in the margin of a picture: at most so many characters. */
export const shortenedName = (name: string, most = 12): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name;
