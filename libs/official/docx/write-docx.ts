import { zipSync, type Zippable } from 'fflate';
import type { OfficialDocument } from '../model/official-document.js';
import type { WriteOptions } from '../write-options.js';
import { drawPng } from '../picture/draw-png.js';
import { documentPart, picturesOf } from './body.js';
import { letterFooterPart, letterHeaderPart } from './head.js';
import { numberingPart } from './numbering-part.js';
import {
  contentTypesPart,
  corePart,
  documentParts,
  relationshipsPart,
  ROOT_PARTS,
  settingsPart,
} from './package-parts.js';
import { pageNumberPart } from './section.js';
import { fontTablePart, stylesPart } from './styles-part.js';

/** See `writers.ts`. */
export async function writeDocx(document: OfficialDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const { form } = document;
  const pictures = picturesOf(document);
  const parts = documentParts(form, pictures.length);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypesPart(parts),
    '_rels/.rels': relationshipsPart(ROOT_PARTS),
    'docProps/core.xml': corePart(document),
    'word/document.xml': documentPart(document, options.draft ?? document.number === null),
    'word/_rels/document.xml.rels': relationshipsPart(parts),
    'word/styles.xml': stylesPart(),
    'word/numbering.xml': numberingPart(1 + document.annexes.length),
    'word/settings.xml': settingsPart(),
    'word/fontTable.xml': fontTablePart(),
    'word/footer1.xml': pageNumberPart('odd', form),
    'word/footer2.xml': pageNumberPart('even', form),
    ...(form === 'letter'
      ? { 'word/header1.xml': letterHeaderPart(document), 'word/footer3.xml': letterFooterPart() }
      : {}),
  };
  for (const [at, picture] of pictures.entries()) {
    files[`word/media/image${at + 1}.png`] = await drawPng(picture);
    files[`word/media/image${at + 1}.svg`] = picture.svg;
  }
  return zipped(files);
}

/** The zip's time is written in civil time wherever the program runs: made of civil parts, it is the same everywhere. */
const FIXED_TIME = new Date(2000, 0, 1);

function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? encoder.encode(content) : [content, { level: 0 }]; // a PNG is packed already
  return zipSync(entries, { mtime: FIXED_TIME, level: 6 });
}
