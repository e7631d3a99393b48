import { escapedForXml, svgText } from '../svg-text.js';
import { widthOf, wrapped } from '../text-width.js';

/** A sheet for the wall of a meeting room, 16 by 9. */
export const SHEET_WIDTH = 1600;
export const SHEET_HEIGHT = 900;
/** A thirty-sixth of the height: what the back row of a room still reads. */
export const LEAST_TEXT = SHEET_HEIGHT / 36;

/** What stands on a sheet, in the order in which it is drawn; units are 1600 by 900 from the upper left corner. */
export type SheetMark = SheetText | SheetRect | SheetLine;

export interface SheetText {
  readonly kind: 'text';
  /** Where it begins, ends or has its middle, by `anchor`; `y` is the line that it stands on. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly color: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface SheetRect {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string | null;
}

export interface SheetLine {
  readonly kind: 'line';
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
  readonly color: string;
}

export interface Sheet {
  readonly title: string;
  readonly marks: readonly SheetMark[];
}

/** A text cut to a room, so that nothing runs into what stands beside it. */
export const textWithin = (text: string, room: number, size: number): string =>
  wrapped(text, Math.max(1, room / size), 1)[0] ?? '';

/** From where to where a text reaches. */
export function extentOf({ x, text, size, anchor }: SheetText): readonly [number, number] {
  const width = widthOf(text) * size;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** What a sheet says, for who cannot see it: its texts in the order in which they are drawn. */
export const wordsOfSheet = ({ marks }: Sheet): string =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join('；');

/** A sheet as SVG: a picture with a name and its words, for who cannot see it. */
export function sheetSvg(sheet: Sheet): string {
  const { title, marks } = sheet;
  const drawn = marks.map((mark) => {
    switch (mark.kind) {
      case 'text':
        return svgText(mark.x, mark.y, mark.text, { size: mark.size, fill: mark.color, anchor: mark.anchor });
      case 'rect':
        return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.fill}"${mark.stroke === null ? '' : ` stroke="${mark.stroke}" stroke-width="2"`}/>`;
      case 'line':
        return `<line x1="${n(mark.from[0])}" y1="${n(mark.from[1])}" x2="${n(mark.to[0])}" y2="${n(mark.to[1])}" stroke="${mark.color}" stroke-width="${n(mark.weight)}"/>`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH}" height="${SHEET_HEIGHT}" viewBox="0 0 ${SHEET_WIDTH} ${SHEET_HEIGHT}" font-family="SimHei, Noto Sans SC, sans-serif" role="img" aria-labelledby="title words"><title id="title">${escapedForXml(title)}</title><desc id="words">${escapedForXml(wordsOfSheet(sheet))}</desc>${drawn.join('')}</svg>`;
}
