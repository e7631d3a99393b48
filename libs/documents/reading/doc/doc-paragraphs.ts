import { symbolText } from '../docx/symbol-text.js';
import { combinedCharacter } from '../docx/combined-character.js';
import type { WordStreams } from './fib.js';
import { characterRuns, type FormattedRun, paragraphRuns, runAt } from './formatted-pages.js';
import { type Piece, pieceText, readPieces } from './pieces.js';
import { CODE, type PropertyChange } from './property-changes.js';
import { readRowDefinition, type RowDefinition } from './table-definition.js';

/** A paragraph as it stands in the file. */
export interface DocParagraph {
  readonly text: string;
  /** The place of its first character among all characters of the file. */
  readonly from: number;
  /** Places of the drawings that hang on it. */
  readonly drawings: readonly number[];
  readonly style: number;
  readonly list: number | undefined;
  readonly level: number | undefined;
  /** In how many tables it stands. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** It is the end of a row, and no text. */
  readonly row: RowDefinition | undefined;
  readonly endsRow: boolean;
}

const MARK = {
  cell: '\u0007',
  paragraph: '\r',
  page: '\f',
  begin: '\u0013',
  separate: '\u0014',
  end: '\u0015',
};
const DRAWING = '\u0008';
/** What signs of the file say; those not named here say themselves, other control characters nothing. */
const SIGNS: Readonly<Record<string, string>> = { '\t': '\t', '\u000b': '\n', '\u001e': '-', '\u001f': '' };

interface Field {
  instruction: string;
  hasResult: boolean;
}

/** Puts the paragraphs of a Word file together from its pieces, without deleted and hidden text. */
export class DocParagraphs {
  private readonly pieces: readonly Piece[];
  private readonly paragraphRuns: readonly FormattedRun[];
  private readonly hidden: readonly FormattedRun[];

  constructor(private readonly streams: WordStreams) {
    this.pieces = readPieces(streams);
    this.paragraphRuns = paragraphRuns(streams).sort((a, b) => a.from - b.from);
    this.hidden = characterRuns(streams)
      .filter(({ changes }) => changes.some(isMarked))
      .sort((a, b) => a.from - b.from);
  }

  /** The paragraphs of the characters from `from` to `to`. */
  between(from: number, to: number): DocParagraph[] {
    const found: DocParagraph[] = [];
    const fields: Field[] = [];
    let words: string[] = [];
    let drawings: number[] = [];
    let start = from;
    const say = (text: string): void => {
      const field = fields.at(-1);
      if (field && !field.hasResult) {
        if (field.instruction.length < 200) field.instruction += text;
      } else words.push(text);
    };
    for (const { sign, at, place } of this.characters(from, to)) {
      const field = fields.at(-1);
      if (sign === MARK.begin) fields.push({ instruction: '', hasResult: false });
      else if (sign === MARK.separate && field) field.hasResult = true;
      else if (sign === MARK.end && field) {
        fields.pop();
        if (!field.hasResult) say(combinedCharacter(field.instruction));
      } else if (sign === MARK.paragraph || sign === MARK.cell || sign === MARK.page) {
        found.push(this.paragraph(words.join(''), sign, at, { from: start, drawings }));
        [words, drawings, start] = [[], [], place + 1];
      } else if (sign === DRAWING) drawings.push(place);
      else say(sign);
    }
    if (words.length > 0)
      found.push(this.paragraph(words.join(''), MARK.paragraph, -1, { from: start, drawings }));
    return found;
  }

  private *characters(from: number, to: number): Generator<{ sign: string; at: number; place: number }> {
    for (const piece of this.pieces) {
      if (piece.to <= from || piece.from >= to) continue;
      const text = pieceText(this.streams.main, piece);
      for (let i = Math.max(0, from - piece.from); i < text.length && piece.from + i < to; i += 1) {
        const at = piece.at + i * piece.width;
        const sign = text.charAt(i);
        const marked = sign === MARK.cell ? undefined : runAt(this.hidden, at);
        yield { sign: marked ? instead(marked.changes, sign) : shown(sign), at, place: piece.from + i };
      }
    }
  }

  private paragraph(
    text: string,
    mark: string,
    at: number,
    place: Pick<DocParagraph, 'from' | 'drawings'>,
  ): DocParagraph {
    const run = runAt(this.paragraphRuns, at);
    const valueOf = (code: number): Buffer | undefined =>
      run?.changes.findLast((change) => change.code === code)?.value;
    const isOn = (code: number): boolean => (valueOf(code)?.[0] ?? 0) !== 0;
    const list = valueOf(CODE.list);
    const depthValue = valueOf(CODE.tableDepth);
    const depth = Math.max(
      depthValue?.length === 4 ? depthValue.readInt32LE(0) : 0,
      isOn(CODE.inTable) ? 1 : 0,
    );
    const endsRow = depth > 1 ? isOn(CODE.endsInnerRow) : isOn(CODE.endsRow);
    const definition = valueOf(CODE.tableDefinition);
    return {
      ...place,
      text,
      style: run?.style ?? 0,
      list: list?.length === 2 ? list.readUInt16LE(0) : undefined,
      level: valueOf(CODE.listLevel)?.[0],
      depth: Math.min(depth, 64),
      endsCell: depth > 1 ? isOn(CODE.endsInnerCell) : mark === MARK.cell && !endsRow,
      row: endsRow && definition ? readRowDefinition(definition) : undefined,
      endsRow,
    };
  }
}

/** Deleted, hidden, or a symbol: characters that do not stand for themselves. */
function isMarked({ code, value }: PropertyChange): boolean {
  return ((code === CODE.deleted || code === CODE.hidden) && value[0] === 1) || code === CODE.symbol;
}

function instead(changes: readonly PropertyChange[], sign: string): string {
  const isMissing = changes.some(({ code, value }) => code !== CODE.symbol && isMarked({ code, value }));
  // The end of a deleted paragraph is taken for one all the same: two parts of a text stay apart.
  if (isMissing) return sign === MARK.paragraph ? sign : '';
  const symbol = changes.find(({ code }) => code === CODE.symbol)?.value;
  if (sign !== '(' || symbol?.length !== 4) return shown(sign);
  const code = symbol.readUInt16LE(2).toString(16);
  return symbolText('Wingdings', code) || symbolText('Symbol', code);
}

function shown(sign: string): string {
  if (sign >= ' ' || Object.values(MARK).includes(sign) || sign === DRAWING) return sign;
  return SIGNS[sign] ?? '';
}
