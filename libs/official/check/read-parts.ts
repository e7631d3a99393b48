import { DocumentRefused, openZip } from '#documents';
import { all, readTree, type Tree } from './xml-tree.js';

/** The parts of a `.docx` that the format speaks of. */
export interface Parts {
  readonly document: Tree;
  readonly styles: Tree | undefined;
  readonly numbering: Tree | undefined;
  readonly settings: Tree | undefined;
  /** Headers and footers by the id that the section names them by. */
  readonly byId: (id: string) => Tree | undefined;
}

/** Opens a `.docx`. Throws `DocumentRefused` for what is none, is damaged, locked, or expands too much. */
export function readParts(bytes: Uint8Array): Parts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new DocumentRefused('DOCUMENT_IS_OLD_OFFICE');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
  const zip = openZip(bytes);
  const part = (name: string): Tree | undefined => {
    const content = zip.read(name);
    return content && readTree(content);
  };
  const document = part('word/document.xml');
  if (document?.name !== 'document') throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
  const targets = new Map<string, string>();
  const relations = part('word/_rels/document.xml.rels');
  for (const { attributes } of relations ? all(relations, 'Relationship') : [])
    targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  return {
    document,
    styles: part('word/styles.xml'),
    numbering: part('word/numbering.xml'),
    settings: part('word/settings.xml'),
    byId: (id) => {
      const target = targets.get(id);
      return target === undefined
        ? undefined
        : part(target.startsWith('/') ? target.slice(1) : `word/${target}`);
    },
  };
}
