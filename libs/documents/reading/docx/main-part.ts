import { walkXml } from '../walk-xml.js';
import type { ZipFile } from '../zip/read-zip.js';

const USUAL = 'word/document.xml';

/** Where the text of a Word document lies: where the file says so, else where it usually lies. */
export function findMainPart(zip: ZipFile): string {
  const relations = zip.read('_rels/.rels');
  let found = USUAL;
  if (relations) {
    walkXml(relations, {
      open: (name, attributes) => {
        const target = (attributes['Target'] ?? '').replace(/^\/+/, '');
        const isMain = /\/officeDocument$/.test(attributes['Type'] ?? '');
        if (name === 'Relationship' && isMain && zip.names.includes(target)) found = target;
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  return found;
}
