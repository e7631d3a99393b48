import { Parser } from 'htmlparser2';
import { DepthLimit } from './depth-limit.js';

export interface XmlVisitor {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Walks an office file's XML from front to back. Document type declarations are skipped: no entity is defined, nothing
 * outside is opened. Throws `DocumentRefused` for elements nested beyond reason. Names come without their prefix (`w:p` is `p`), attributes with it.
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const depth = new DepthLimit();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth.open();
        visitor.open(localName(name), attributes);
      },
      onclosetag: (name) => {
        depth.close();
        visitor.close(localName(name));
      },
      ontext: visitor.text,
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decode(bytes));
}

/** XML of office files is UTF-8; a few programs write UTF-16 with its mark. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
