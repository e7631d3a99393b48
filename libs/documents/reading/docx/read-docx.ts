import { DocumentRefused } from '../../document-refused.js';
import { BlockBuilder } from '../block-builder.js';
import type { DocumentBlock } from '../document-blocks.js';
import { walkXml } from '../walk-xml.js';
import type { ZipFile } from '../zip/read-zip.js';
import { Numbering, readNumbering } from './numbering.js';

/** Subtrees whose words are no words of the document as it reads now. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'sectPr',
  'footnoteReference',
]);

/**
 * The paragraphs and tables of a Word document. Revisions are taken as accepted, fields by their saved result,
 * automatic numbers are printed out. Macros, links and embedded objects are not looked at.
 */
export function readDocx(zip: ZipFile): DocumentBlock[] {
  const bytes = zip.read('word/document.xml');
  if (!bytes) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const numbering = new Numbering(readNumbering(zip));
  const builder = new BlockBuilder();
  let leftOut = 0;
  let inText = false;
  let inProperties = false;
  let numberId = '';
  let level = 0;
  let depth = 0;
  walkXml(bytes, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (leftOut > 0 || LEFT_OUT.has(name)) leftOut += LEFT_OUT.has(name) ? 1 : 0;
      else if (name === 't') inText = true;
      else if (name === 'tab') {
        if (!inProperties) builder.text('\t');
      } else if (name === 'br' || name === 'cr') builder.text(attributes['w:type'] === undefined ? '\n' : '');
      else if (name === 'noBreakHyphen') builder.text('-');
      else if (name === 'p') {
        if (depth > 0) builder.endParagraph();
        depth += 1;
        numberId = '';
        level = 0;
      } else if (name === 'pPr') inProperties = true;
      else if (name === 'ilvl') level = Number(value);
      else if (name === 'numId') numberId = value;
      else if (name === 'tbl') builder.openTable();
      else if (name === 'tr') builder.openRow();
      else if (name === 'tc') builder.openCell({ columns: 1, rows: 1, continues: false });
      else if (name === 'gridSpan') builder.reach({ columns: Number(value) || 1 });
      else if (name === 'vMerge') builder.reach({ continues: value !== 'restart' });
    },
    close: (name) => {
      if (LEFT_OUT.has(name)) leftOut -= 1;
      if (leftOut > 0) return;
      if (name === 't') inText = false;
      else if (name === 'pPr') {
        inProperties = false;
        if (numberId !== '') builder.text(numbering.next(numberId, level));
      } else if (name === 'p') {
        depth -= 1;
        builder.endParagraph();
      } else if (name === 'tc') builder.closeCell();
      else if (name === 'tbl') builder.closeTable();
    },
    text: (text) => {
      if (inText && leftOut === 0) builder.text(text);
    },
  });
  return builder.finish();
}
