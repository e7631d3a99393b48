import { widthOf } from '../compose/width-of.js';
import type { Line } from './break-lines.js';
import { SHEET, type Bookmark, type Look, type Mark } from './sheet.js';

/** Where a line stands between left and right. */
export interface LinePlace {
  readonly left: number;
  readonly right: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly height: number;
}

/** Fills pages from above: knows where the next line goes, and begins a page where it does not fit. */
export class Flow {
  readonly pages: Mark[][] = [[]];
  readonly bookmarks: Bookmark[] = [];
  y: number = SHEET.top;

  get page(): Mark[] {
    return this.pages.at(-1) as Mark[];
  }

  get isAtTop(): boolean {
    return this.y <= SHEET.top + 0.01;
  }

  /** Nothing of a line may stand below the type area; a tenth of a point is rounding. */
  fits(height: number): boolean {
    return this.y + height <= SHEET.bottom + 0.1;
  }

  newPage(): void {
    this.pages.push([]);
    this.y = SHEET.top;
  }

  /** Begins a page unless so much fits on this one. */
  need(height: number): void {
    if (!this.fits(height) && !this.isAtTop) this.newPage();
  }

  blank(lines: number): void {
    this.y += lines * SHEET.pitch;
  }

  bookmark(title: string, level: number): void {
    this.bookmarks.push({ title, level, page: this.pages.length - 1 });
  }

  /** Sets lines one below the other. The last two keep `tail` points with them: what follows must not stand alone. */
  lines(lines: readonly Line<Look>[], place: (index: number) => LinePlace, tail = 0): void {
    for (const [index, line] of lines.entries()) {
      const at = place(index);
      const left = lines.length - 1 - index;
      const keeps = tail > 0 && left < 2;
      this.need(at.height * (keeps ? 1 + left : 1) + (keeps ? tail : 0));
      this.page.push(...setLine(line, at, this.y));
      this.y += at.height;
    }
  }
}

/** The marks of one line whose upper edge is at `y`. */
export function setLine(line: Line<Look>, place: LinePlace, y: number): Mark[] {
  const [first] = line.spans;
  if (!first) return [];
  const room = place.right - place.left;
  const { size } = first.look;
  const count = line.spans.reduce((sum, { text }) => sum + [...text].length, 0);
  // The characters of the text stand on the grid, a little closer than their size; others as wide as they are.
  const given = size === SHEET_SIZE ? SHEET.character - size : 0;
  const natural = line.width * size + given * count;
  const isDrawnOut = place.align === 'both' && !line.isLast && count > 1;
  const fitting =
    natural > room || isDrawnOut
      ? (room - line.width * size) / Math.max(1, count - (isDrawnOut ? 1 : 0))
      : given;
  const wide = line.width * size + fitting * count;
  const shift = { left: 0, both: 0, center: (room - wide) / 2, right: room - wide }[place.align];
  const marks: Mark[] = [];
  const baseline = y + place.height / 2 + size * 0.38;
  let x = place.left + shift;
  for (const { text, look } of line.spans) {
    const width = widthOf(text) * look.size + fitting * [...text].length;
    if (look.shade !== undefined)
      marks.push({
        kind: 'shade',
        x,
        y: baseline - size * 0.95,
        width,
        height: size * 1.15,
        color: look.shade,
      });
    marks.push({ kind: 'text', x, baseline, text, look, spacing: fitting });
    x += width;
  }
  return marks;
}

const SHEET_SIZE = 16;
