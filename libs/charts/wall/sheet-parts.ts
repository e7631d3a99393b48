import { drawnWith, type Fill } from '../setting.js';
import { widthOf } from '../text-width.js';
import { SHEET_HEIGHT, SHEET_WIDTH, textWithin, type SheetMark, type SheetText } from './sheet.js';

const { look } = drawnWith();
export const SHEET_INK = look.ink;
export const MARGIN = 60;
/** Sizes of type, in parts of the sheet's 900: none below 25. */
export const TYPE = { title: 56, figure: 76, text: 32, small: 27 } as const;
const BAND = 110;

export const sheetText = (
  x: number,
  y: number,
  text: string,
  {
    size = TYPE.text,
    color = SHEET_INK,
    anchor = 'start',
  }: Partial<Pick<SheetText, 'size' | 'color' | 'anchor'>> = {},
): SheetText => ({ kind: 'text', x, y, text, size, color, anchor });

/** The band with the title, and in the foot up to when the figures count. */
export function sheetHead(title: string, until: string): SheetMark[] {
  // A long title is set smaller before it is cut.
  const size = Math.max(TYPE.text, Math.min(TYPE.title, (SHEET_WIDTH - 2 * MARGIN) / widthOf(title)));
  return [
    { kind: 'rect', x: 0, y: 0, width: SHEET_WIDTH, height: SHEET_HEIGHT, fill: '#ffffff', stroke: null },
    { kind: 'rect', x: 0, y: 0, width: SHEET_WIDTH, height: BAND, fill: look.fills.closed, stroke: null },
    sheetText(MARGIN, 76, textWithin(title, SHEET_WIDTH - 2 * MARGIN, size), { size, color: '#ffffff' }),
    sheetText(SHEET_WIDTH - MARGIN, SHEET_HEIGHT - 16, until, { size: TYPE.small, anchor: 'end' }),
  ];
}

/** Large figures side by side, each with its words below. */
export function bigFigures(figures: readonly (readonly [string, string])[], y: number): SheetMark[] {
  const each = (SHEET_WIDTH - 2 * MARGIN) / Math.max(1, figures.length);
  return figures.flatMap(([figure, words], at): SheetMark[] => {
    const x = MARGIN + each * (at + 0.5);
    const size = Math.min(TYPE.figure, (each - 12) / Math.max(1, widthOf(figure)));
    return [
      sheetText(x, y, figure, { size, anchor: 'middle' }),
      sheetText(x, y + 44, textWithin(words, each - 12, TYPE.text), { anchor: 'middle' }),
    ];
  });
}

/** A count in the middle of a part of a bar, on paper where the part is hatched; none where it does not fit. */
export function countWithin(
  fill: Fill,
  count: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): SheetMark[] {
  const size = TYPE.small;
  const wide = widthOf(String(count)) * size;
  if (wide + 8 > width || size > height) return [];
  const middle = x + width / 2;
  const plate: SheetMark[] =
    fill === 'behind' || fill === 'seriouslyBehind'
      ? [
          {
            kind: 'rect',
            x: middle - wide / 2 - 3,
            y: y + height / 2 - size / 2,
            width: wide + 6,
            height: size,
            fill: look.paper,
            stroke: null,
          },
        ]
      : [];
  const color = fill === 'closed' ? look.paper : SHEET_INK;
  return [
    ...plate,
    sheetText(middle, y + height / 2 + size * 0.36, String(count), { size, color, anchor: 'middle' }),
  ];
}

/** A part of a bar, hatched as charts are, so that a copy in grey tells the parts apart. */
export function hatchedRect(fill: Fill, x: number, y: number, width: number, height: number): SheetMark[] {
  const step = fill === 'behind' ? 16 : 11;
  const rising = fill === 'behind' || fill === 'seriouslyBehind' ? slanted(x, y, width, height, step) : [];
  const falling =
    fill === 'seriouslyBehind'
      ? rising.map(([from, to]) => [mirrored(from, x, width), mirrored(to, x, width)] as const)
      : [];
  return [
    { kind: 'rect', x, y, width, height, fill: look.fills[fill], stroke: null },
    ...[...rising, ...falling].map(([from, to]): SheetMark => ({
      kind: 'line',
      from,
      to,
      weight: 2,
      color: SHEET_INK,
    })),
    { kind: 'rect', x, y, width, height, fill: 'none', stroke: SHEET_INK },
  ];
}

type Point = readonly [number, number];

const mirrored = ([at, y]: Point, x: number, width: number): Point => [2 * x + width - at, y];

/** Lines at 45° within a rectangle. */
function slanted(
  x: number,
  y: number,
  width: number,
  height: number,
  step: number,
): (readonly [Point, Point])[] {
  const lines: (readonly [Point, Point])[] = [];
  for (let at = step; at < width + height; at += step)
    lines.push([
      [x + Math.max(0, at - height), y + Math.min(height, at)],
      [x + Math.min(width, at), y + Math.max(0, at - width)],
    ]);
  return lines;
}
