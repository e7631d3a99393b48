import { DocumentRefused } from '../../document-refused.js';
import type { DocumentBlock, DocumentNote } from '../document-blocks.js';
import type { ZipFile } from '../zip/read-zip.js';
import { findMainPart } from './main-part.js';
import { Numbering, readNumbering } from './numbering.js';
import { readNotes } from './read-notes.js';
import { Styles } from './styles.js';
import { StoryReader } from './story-reader.js';

/**
 * The paragraphs and tables of a Word document, and its notes apart. Revisions are taken as accepted, fields by their
 * saved result, automatic numbers are printed out; text boxes come after the paragraph that they hang on. Headers,
 * footers, hidden text, tables of contents, macros, links and embedded objects are not looked at.
 */
export function readDocx(zip: ZipFile): { blocks: DocumentBlock[]; notes: DocumentNote[] } {
  const main = findMainPart(zip);
  const bytes = zip.read(main);
  if (!bytes) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new Styles(zip.read(`${folder}styles.xml`));
  const lists = readNumbering(zip.read(`${folder}numbering.xml`), (style) => styles.listOf(style)?.list);
  const story = new StoryReader(new Numbering(lists), styles);
  const blocks = story.read(bytes);
  return { blocks, notes: readNotes(zip, folder, story.noteReferences) };
}
