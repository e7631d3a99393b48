import { headingCounter, type Level } from '../compose/level-number.js';
import { pictureCaption } from '../compose/picture-caption.js';
import { printedSize } from '../docx/picture.js';
import { pointsOfMm } from '../format/units.js';
import type { Block, Heading, Picture } from '../model/block.js';
import { plainText, text } from '../model/inline.js';
import type { Line } from './break-lines.js';
import { setLine, type Flow } from './flow.js';
import { full, lineOf } from './lay-out-head.js';
import { layOutTable, leadingHeight, measureTable, type MeasuredTable } from './lay-out-table.js';
import { FIRST_LINE, linesOfParagraph, setParagraph } from './set-paragraph.js';
import { LOOK, SHEET, type Look } from './sheet.js';
import { spansOf } from './spans-of.js';

const LEVEL_LOOK: Readonly<Record<Level, Look>> = { 1: LOOK.hei, 2: LOOK.kai, 3: LOOK.text, 4: LOOK.text };

interface BlocksPlace {
  readonly draft: boolean;
  /** What must stand with the last lines, and then less of it: the first that a page has room for with them and their headings. */
  readonly closings: readonly number[];
  readonly nextPicture: () => number;
}

/** A block, measured; `tail`: what must stand with its end. */
type Piece = { readonly tail: number } & (
  | { readonly kind: 'heading'; readonly title: string; readonly level: Level; readonly lines: Lines }
  | { readonly kind: 'paragraph'; readonly lines: Lines }
  | { readonly kind: 'table'; readonly table: MeasuredTable }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly width: number; readonly height: number }
);
type Lines = readonly Line<Look>[];

/**
 * Sets the blocks of a body. Headings never end a page: each takes along what follows it, through headings below headings, up to the
 * first line of a text, the head of a table with its first row, a picture with its caption; and where that is the last of the text, the closing.
 */
export function layOutBlocks(blocks: readonly Block[], flow: Flow, place: BlocksPlace): void {
  const pieces = piecesOf(blocks, place);
  for (const [at, piece] of pieces.entries())
    switch (piece.kind) {
      case 'heading':
        flow.need(keptFrom(pieces, at));
        flow.bookmark(piece.title, piece.level + 1);
        setParagraph(flow, piece.lines, FIRST_LINE);
        break;
      case 'paragraph':
        setParagraph(flow, piece.lines, FIRST_LINE, piece.tail);
        break;
      case 'table':
        layOutTable(piece.table, flow, piece.tail);
        break;
      case 'picture':
        flow.need(keptFrom(pieces, at));
        layOutPicture(piece, place.nextPicture(), flow);
    }
}

function piecesOf(blocks: readonly Block[], { draft, closings }: BlocksPlace): Piece[] {
  const count = headingCounter();
  /** Of the headings right above, which go to the same page. */
  let above = 0;
  return blocks.map((block, at) => {
    const number = block.kind === 'heading' ? count(block.level) : '';
    const room = SHEET.bottom - SHEET.top - above;
    const measured = (tail: number): Piece => measure(block, number, { draft, tail, room: room - tail });
    const piece =
      (at === blocks.length - 1 ? closings : []).map(measured).find((one) => hasRoom(one, room)) ??
      measured(0);
    above = piece.kind === 'heading' ? above + piece.lines.length * SHEET.pitch : 0;
    return piece;
  });
}

/** Points. */
const ROUNDING = 0.1;
/** A picture is not made smaller than that for what stands below it. */
const LEAST_PICTURE = 6 * SHEET.pitch;

const hasRoom = (piece: Piece, room: number): boolean =>
  keptFrom([piece], 0) <= room + ROUNDING &&
  (piece.kind !== 'picture' ||
    piece.height >= Math.min(LEAST_PICTURE, pointsOfMm(printedSize(piece.picture.size).heightMm)));

function measure(
  block: Block,
  number: string,
  { draft, tail, room }: { draft: boolean; tail: number; room: number },
): Piece {
  switch (block.kind) {
    case 'heading':
      return { ...headingPiece(block, number, draft), tail };
    case 'paragraph': {
      const lines = linesOfParagraph(spansOf(block.line, LOOK.text, draft), FIRST_LINE);
      return { kind: 'paragraph', lines, tail };
    }
    case 'table':
      return { kind: 'table', table: measureTable(block, draft, room), tail };
    case 'picture':
      return { kind: 'picture', picture: block, ...fittingSize(block, room), tail };
  }
}

function headingPiece(
  { level, line }: Heading,
  number: string,
  draft: boolean,
): Omit<Extract<Piece, { kind: 'heading' }>, 'tail'> {
  const lines = linesOfParagraph(spansOf([text(number), ...line], LEVEL_LOOK[level], draft), FIRST_LINE);
  return { kind: 'heading', title: number + plainText(line), level, lines };
}

/** The height that must find room on the page on which the piece begins. */
function keptFrom(pieces: readonly Piece[], at: number): number {
  const piece = pieces[at];
  if (piece === undefined) return 0;
  switch (piece.kind) {
    case 'heading':
      return piece.lines.length * SHEET.pitch + (piece.tail > 0 ? piece.tail : keptFrom(pieces, at + 1));
    case 'paragraph': {
      const { length } = piece.lines;
      // Of more than two lines the first may stand alone: the last two keep the closing with them.
      return piece.tail > 0 && length <= 2 ? length * SHEET.pitch + piece.tail : SHEET.pitch;
    }
    case 'table':
      return leadingHeight(piece.table, piece.tail);
    case 'picture':
      return piece.height + SHEET.pitch + piece.tail;
  }
}

/** As large as it is printed, or as there is room on one page with its caption and what stands with it. */
function fittingSize({ size }: Picture, room: number): { width: number; height: number } {
  const { widthMm, heightMm } = printedSize(size);
  const height = pointsOfMm(heightMm);
  const scale = Math.min(1, (room - SHEET.pitch) / height);
  return { width: pointsOfMm(widthMm) * scale, height: height * scale };
}

function layOutPicture(
  { picture, width, height }: Extract<Piece, { kind: 'picture' }>,
  number: number,
  flow: Flow,
): void {
  const x = SHEET.left + (SHEET.textWidth - width) / 2;
  flow.page.push({ kind: 'picture', x, y: flow.y, width, height, svg: picture.svg });
  flow.y += height;
  const caption = lineOf(pictureCaption(picture, number), LOOK.caption);
  flow.page.push(...setLine(caption, full('center', SHEET.pitch), flow.y));
  flow.y += SHEET.pitch;
}
