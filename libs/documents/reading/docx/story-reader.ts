import { BlockBuilder } from '../block-builder.js';
import type { DocumentBlock, DocumentNote } from '../document-blocks.js';
import { walkXml } from '../walk-xml.js';
import { combinedCharacter } from './combined-character.js';
import type { Numbering } from './numbering.js';
import type { Styles } from './styles.js';
import { symbolText } from './symbol-text.js';
import { wordValue } from './word-value.js';

export interface NoteReference {
  readonly kind: DocumentNote['kind'];
  readonly id: string;
}

/** Subtrees whose words are no words of the document as it reads now. */
const LEFT_OUT = new Set(
  'del moveFrom delText sectPr rt pPrChange rPrChange tblPrChange trPrChange tcPrChange numberingChange object binData lockedCanvas'.split(
    ' ',
  ),
);

interface Paragraph {
  style: string;
  list: string | undefined;
  level: number | undefined;
  /** Its end is deleted: the next paragraph goes on with it. */
  isJoined: boolean;
  number: string;
}
interface Field {
  instruction: string;
  hasResult: boolean;
}

/** Walks the body of a Word document once. */
export class StoryReader {
  /** The notes that the text calls, in its order. */
  readonly noteReferences: NoteReference[] = [];
  private readonly builder = new BlockBuilder();
  private readonly paragraphs: Paragraph[] = [];
  private readonly fields: Field[] = [];
  /** Content controls that are open: is their content no text of the document? */
  private readonly controls: boolean[] = [];
  /** The element that the part left out began with, and how many of them are open. */
  private leftOut: { readonly name: string; depth: number } | undefined;
  /** Of things written twice: has one of the two been read? */
  private readonly choices: boolean[] = [];
  private readonly deletedRows: boolean[] = [];
  private inText = false;
  private inInstruction = false;
  private inParagraphProperties = false;
  private inRowProperties = false;
  private isHidden = false;

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: Styles,
  ) {}

  read(bytes: Uint8Array): DocumentBlock[] {
    walkXml(bytes, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => this.text(text),
    });
    return this.builder.finish();
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.leftOut) {
      if (name === this.leftOut.name) this.leftOut.depth += 1;
      return;
    }
    const { builder } = this;
    if ((name === 'del' || name === 'moveFrom') && (this.inParagraphProperties || this.inRowProperties))
      this.markDeleted();
    else if (LEFT_OUT.has(name)) this.leftOut = { name, depth: 1 };
    else if (name === 't') this.inText = true;
    else if (name === 'instrText') this.inInstruction = true;
    else if (name === 'fldChar') this.field(wordValue(attributes, 'fldCharType'));
    else if (name === 'r') this.isHidden = false;
    else if (name === 'vanish') this.isHidden = !this.inParagraphProperties && isOn(wordValue(attributes));
    else if (name === 'p') this.openParagraph();
    else if (name === 'tbl') builder.openTable();
    else if (name === 'tr') this.openRow();
    else if (name === 'tc') builder.openCell({ columns: 1, rows: 1, continues: false });
    else if (name === 'txbxContent') builder.openAside();
    else if (!this.openProperty(name, attributes)) this.openInline(name, attributes);
  }

  private openProperty(name: string, attributes: Readonly<Record<string, string>>): boolean {
    const value = wordValue(attributes);
    const paragraph = this.paragraphs.at(-1);
    const count = Math.min(1000, Number(value) || 0);
    if (name === 'pPr') this.inParagraphProperties = true;
    else if (name === 'trPr') this.inRowProperties = true;
    else if (name === 'pStyle' && paragraph) paragraph.style = value;
    else if (name === 'ilvl' && paragraph) paragraph.level = Number(value) || 0;
    else if (name === 'numId' && paragraph) paragraph.list = value;
    else if (name === 'gridSpan') this.builder.reach({ columns: count || 1 });
    else if (name === 'vMerge') this.builder.reach({ continues: value !== 'restart' });
    else if (name === 'gridBefore' && count > 0)
      this.builder.openCell({ columns: count, rows: 1, continues: false });
    else return false;
    return true;
  }

  private openInline(name: string, attributes: Readonly<Record<string, string>>): void {
    const type = wordValue(attributes, 'type');
    if (name === 'tab') {
      if (!this.inParagraphProperties) this.say('\t');
    } else if (name === 'ptab') this.say('\t');
    else if (name === 'br') this.say(type === '' || type === 'textWrapping' ? '\n' : '');
    else if (name === 'cr') this.say('\n');
    else if (name === 'noBreakHyphen') this.say('-');
    else if (name === 'sym')
      this.say(symbolText(wordValue(attributes, 'font'), wordValue(attributes, 'char')));
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      this.noteReferences.push({
        kind: name === 'footnoteReference' ? 'footnote' : 'endnote',
        id: wordValue(attributes, 'id'),
      });
    else this.openChoice(name, attributes);
  }

  /** Content controls, and things that a program has written twice: for new readers and for old ones. */
  private openChoice(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sdt') this.controls.push(false);
    else if (
      name === 'showingPlcHdr' ||
      (name === 'docPartGallery' && /table of contents/i.test(wordValue(attributes)))
    ) {
      if (this.controls.length > 0) this.controls[this.controls.length - 1] = true;
    } else if (name === 'sdtContent') {
      if (this.controls.at(-1) === true) this.leftOut = { name, depth: 1 };
    } else if (name === 'AlternateContent') this.choices.push(false);
    else if (name === 'Choice' || name === 'Fallback') {
      if (this.choices.at(-1) === true) this.leftOut = { name, depth: 1 };
      else if (this.choices.length > 0) this.choices[this.choices.length - 1] = true;
    }
  }

  private close(name: string): void {
    if (this.leftOut) {
      if (name !== this.leftOut.name) return;
      this.leftOut.depth -= 1;
      if (this.leftOut.depth === 0) this.leftOut = undefined;
      return;
    }
    const { builder } = this;
    if (name === 't') this.inText = false;
    else if (name === 'instrText') this.inInstruction = false;
    else if (name === 'pPr') this.closeParagraphProperties();
    else if (name === 'trPr') this.inRowProperties = false;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tc') builder.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (name === 'tbl') builder.closeTable();
    else if (name === 'txbxContent') builder.closeAside();
    else if (name === 'sdt') this.controls.pop();
    else if (name === 'AlternateContent') this.choices.pop();
  }

  private text(text: string): void {
    if (this.leftOut) return;
    if (this.inInstruction) {
      const field = this.fields.at(-1);
      if (field && field.instruction.length < 200) field.instruction += text;
    } else if (this.inText) this.say(text);
  }

  private say(text: string): void {
    if (this.isHidden || text === '') return;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && paragraph.number !== '' && text.trim() !== '') {
      const said = text.trimStart();
      // A number that ends in a figure or a word would run into what follows: 1.1 and 2025年.
      const gap = /[\p{L}\p{Nd}]$/u.test(paragraph.number) || /^\d/.test(said) ? ' ' : '';
      const isFirst = this.builder.paragraphSoFar().trim() === '';
      this.builder.text(isFirst ? paragraph.number + gap + said : text);
      paragraph.number = '';
    } else this.builder.text(text);
  }

  private openParagraph(): void {
    this.isHidden = false;
    this.paragraphs.push({ style: '', list: undefined, level: undefined, isJoined: false, number: '' });
  }

  private closeParagraphProperties(): void {
    this.inParagraphProperties = false;
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const ofStyle = this.styles.listOf(paragraph.style);
    const list = paragraph.list ?? ofStyle?.list;
    if (list === undefined || list === '0' || paragraph.isJoined) return;
    const levelOfStyle =
      paragraph.list === undefined && ofStyle
        ? (ofStyle.level ?? this.numbering.levelOfStyle(list, ofStyle.from))
        : 0;
    paragraph.number = this.numbering.next(list, paragraph.level ?? levelOfStyle).trim();
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    if (this.styles.isContents(paragraph.style)) this.builder.dropParagraph();
    if (!paragraph.isJoined) this.builder.endParagraph();
  }

  private openRow(): void {
    this.deletedRows.push(false);
    this.builder.openRow();
  }

  private closeRow(): void {
    if (this.deletedRows.pop() === true) this.builder.dropRow();
  }

  /** A paragraph's end, or a row, of which a revision says that it is no more. */
  private markDeleted(): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inRowProperties) this.deletedRows[this.deletedRows.length - 1] = true;
    else if (paragraph) paragraph.isJoined = true;
  }

  private field(type: string): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ instruction: '', hasResult: false });
    else if (type === 'separate' && field) field.hasResult = true;
    else if (type === 'end') {
      this.fields.pop();
      if (field && !field.hasResult) this.say(combinedCharacter(field.instruction));
    }
  }
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/.test(value);
}
