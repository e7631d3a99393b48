import { BlockBuilder } from '../block-builder.js';
import type { DocumentBlock, DocumentNote } from '../document-blocks.js';
import { Numbering } from '../docx/numbering.js';
import type { CompoundFile } from '../ole/compound-file.js';
import { readDocLists } from './doc-lists.js';
import { type DocParagraph, DocParagraphs } from './doc-paragraphs.js';
import { PART, readFib, readPlc, type WordStreams } from './fib.js';
import { type DocStyle, readStyles } from './style-sheet.js';
import { columnsOf, type RowDefinition, tableEdges } from './table-definition.js';

/**
 * The paragraphs and tables of a Word file of 1997 to 2003 (.doc, and .wps of WPS Writer), its notes apart: revisions as
 * accepted, fields by their saved result, automatic numbers printed out, text boxes after the paragraph that they hang
 * on. Macros, links and embedded objects are not looked at. Throws `DocumentRefused`.
 */
export function readDoc(file: CompoundFile): { blocks: DocumentBlock[]; notes: DocumentNote[] } {
  const streams = readFib(file);
  const paragraphs = new DocParagraphs(streams);
  const story = new DocStory(streams, paragraphs);
  const [text = 0, footnotes = 0, headers = 0, macros = 0, comments = 0] = streams.lengths;
  const beforeEndnotes = text + footnotes + headers + macros + comments;
  return {
    blocks: story.read(),
    notes: [
      ...readNotes(paragraphs, streams.part(PART.footnoteTexts), text, 'footnote'),
      ...readNotes(paragraphs, streams.part(PART.endnoteTexts), beforeEndnotes, 'endnote'),
    ],
  };
}

/** The places of notes count from the first character of all of them; behind the last note stands one more place. */
function readNotes(
  paragraphs: DocParagraphs,
  texts: Buffer,
  start: number,
  kind: DocumentNote['kind'],
): DocumentNote[] {
  const { places } = readPlc(texts, 0);
  return places.slice(0, -2).flatMap((place, i) => {
    const said = paragraphs.between(start + place, start + (places[i + 1] ?? place));
    const text = said
      .map((paragraph) => paragraph.text.trim())
      .join('\n')
      .trim();
    return text === '' ? [] : [{ kind, number: i + 1, text }];
  });
}

class DocStory {
  private readonly builder = new BlockBuilder();
  private readonly numbering: Numbering;
  private readonly styleOf: (style: number) => DocStyle | undefined;
  /** The text boxes by the places of the drawings that hold them: from and to, counted over all characters. */
  private readonly boxes: ReadonlyMap<number, readonly [number, number]>;
  private isCellOpen: boolean[] = [];

  constructor(
    private readonly streams: WordStreams,
    private readonly paragraphs: DocParagraphs,
  ) {
    this.numbering = new Numbering(readDocLists(streams));
    this.styleOf = readStyles(streams);
    this.boxes = readBoxes(streams);
  }

  read(): DocumentBlock[] {
    this.write(this.paragraphs.between(0, this.streams.lengths[0] ?? 0), true);
    return this.builder.finish();
  }

  private write(paragraphs: readonly DocParagraph[], withBoxes: boolean): void {
    const rows = rowsOf(paragraphs);
    const edges = edgesOf(paragraphs);
    const cells: number[] = [];
    paragraphs.forEach((paragraph, i) => {
      this.toDepth(paragraph.depth, cells);
      if (paragraph.endsRow) {
        if (this.isCellOpen.at(-1) === true) this.builder.closeCell();
        this.isCellOpen[this.isCellOpen.length - 1] = false;
        cells[cells.length - 1] = 0;
        return;
      }
      if (paragraph.depth > 0) this.openCell(cells, rows[i], paragraph.depth === 1 ? edges[i] : undefined);
      this.say(paragraph);
      if (withBoxes) for (const place of paragraph.drawings) this.writeBox(place);
      this.builder.endParagraph();
      if (!paragraph.endsCell) return;
      this.builder.closeCell();
      this.isCellOpen[this.isCellOpen.length - 1] = false;
    });
    this.toDepth(0, cells);
  }

  private toDepth(depth: number, cells: number[]): void {
    while (cells.length > depth) {
      this.builder.closeTable();
      cells.pop();
      this.isCellOpen.pop();
    }
    while (cells.length < depth) {
      this.builder.openTable();
      cells.push(0);
      this.isCellOpen.push(false);
    }
  }

  private openCell(
    cells: number[],
    row: RowDefinition | undefined,
    edges: readonly number[] | undefined,
  ): void {
    if (this.isCellOpen.at(-1) === true) return;
    const number = cells.at(-1) ?? 0;
    if (number === 0) {
      this.builder.openRow();
      const skipped = row && edges ? edges.filter((edge) => edge < (row.edges[0] ?? 0) - 60).length : 0;
      if (skipped > 0) this.builder.openCell({ columns: skipped, rows: 1, continues: false });
    }
    const columns =
      row && edges && number + 1 < row.edges.length
        ? columnsOf(edges, row.edges[number] ?? 0, row.edges[number + 1] ?? 0)
        : 1;
    this.builder.openCell({ columns, rows: 1, continues: row?.continues[number] === true });
    cells[cells.length - 1] = number + 1;
    this.isCellOpen[this.isCellOpen.length - 1] = true;
  }

  private say(paragraph: DocParagraph): void {
    const style = this.styleOf(paragraph.style);
    if (style?.isContents === true) return;
    const list = paragraph.list ?? style?.list ?? 0;
    const level = paragraph.level ?? (paragraph.list === undefined ? style?.level : undefined) ?? 0;
    const number = list > 0 ? this.numbering.next(String(list), level).trim() : '';
    const text = paragraph.text.trim();
    // A number that ends in a figure or a word would run into what follows: 1.1 and 2025年.
    const gap = /[\p{L}\p{Nd}]$/u.test(number) || /^\d/.test(text) ? ' ' : '';
    if (text !== '') this.builder.text(number === '' ? text : number + gap + text);
  }

  private writeBox(place: number): void {
    const box = this.boxes.get(place);
    if (!box) return;
    const cells = this.isCellOpen;
    this.isCellOpen = [];
    this.builder.openAside();
    this.write(this.paragraphs.between(...box), false);
    this.builder.closeAside();
    this.isCellOpen = cells;
  }
}

/** For each paragraph of a table the definition of its row, which stands at the row's end. */
function rowsOf(paragraphs: readonly DocParagraph[]): (RowDefinition | undefined)[] {
  const rows: (RowDefinition | undefined)[] = [];
  const last = new Map<number, RowDefinition | undefined>();
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const paragraph = paragraphs[i];
    if (!paragraph) continue;
    if (paragraph.endsRow) last.set(paragraph.depth, paragraph.row);
    rows[i] = last.get(paragraph.depth);
  }
  return rows;
}

/** For each paragraph of an outermost table the edges of all of the table's rows. */
function edgesOf(paragraphs: readonly DocParagraph[]): (readonly number[] | undefined)[] {
  const edges: (readonly number[] | undefined)[] = [];
  for (let i = 0; i < paragraphs.length;) {
    let end = i;
    while ((paragraphs[end]?.depth ?? 0) > 0) end += 1;
    if (end > i) {
      const rows = paragraphs.slice(i, end).flatMap(({ row, depth }) => (row && depth === 1 ? [row] : []));
      edges.fill(undefined, edges.length, i);
      const own = tableEdges(rows);
      for (let at = i; at < end; at += 1) edges[at] = own;
    }
    i = Math.max(end, i + 1);
  }
  return edges;
}

/** Text boxes and drawings name each other by the number of a shape ([MS-DOC] 2.8.32, 2.8.37). */
function readBoxes(streams: WordStreams): Map<number, readonly [number, number]> {
  const start = streams.lengths.slice(0, 6).reduce((sum, length) => sum + length, 0);
  const texts = readPlc(streams.part(PART.boxTexts), 22);
  const ranges = new Map<number, readonly [number, number]>();
  texts.data.forEach((box, i) => {
    const range = [start + (texts.places[i] ?? 0), start + (texts.places[i + 1] ?? 0)] as const;
    ranges.set(box.readInt32LE(14), range);
  });
  const shapes = readPlc(streams.part(PART.shapes), 26);
  const boxes = new Map<number, readonly [number, number]>();
  shapes.data.forEach((shape, i) => {
    const range = ranges.get(shape.readInt32LE(0));
    if (range) boxes.set(shapes.places[i] ?? 0, range);
  });
  return boxes;
}
