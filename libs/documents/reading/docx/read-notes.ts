import type { DocumentNote } from '../document-blocks.js';
import { walkXml } from '../walk-xml.js';
import type { ZipFile } from '../zip/read-zip.js';
import type { NoteReference } from './story-reader.js';
import { wordValue } from './word-value.js';

/** The footnotes and endnotes that the text calls, in the order in which it calls them. */
export function readNotes(
  zip: ZipFile,
  folder: string,
  references: readonly NoteReference[],
): DocumentNote[] {
  if (references.length === 0) return [];
  const texts = {
    footnote: readNoteTexts(zip.read(`${folder}footnotes.xml`), 'footnote'),
    endnote: readNoteTexts(zip.read(`${folder}endnotes.xml`), 'endnote'),
  };
  const counts = { footnote: 0, endnote: 0 };
  return references.flatMap(({ kind, id }) => {
    const text = texts[kind].get(id) ?? '';
    if (text === '') return [];
    counts[kind] += 1;
    return [{ kind, number: counts[kind], text }];
  });
}

function readNoteTexts(bytes: Uint8Array | undefined, kind: DocumentNote['kind']): Map<string, string> {
  const texts = new Map<string, string>();
  if (!bytes) return texts;
  let id = '';
  let words: string[] = [];
  let inText = false;
  let deleted = 0;
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === kind) {
        id = wordValue(attributes, 'id');
        words = [];
      } else if (name === 'del') deleted += 1;
      else if (name === 't') inText = deleted === 0;
    },
    close: (name) => {
      if (name === kind) texts.set(id, words.join('').trim());
      else if (name === 'p') words.push('\n');
      else if (name === 'del') deleted -= 1;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) words.push(text);
    },
  });
  return texts;
}
