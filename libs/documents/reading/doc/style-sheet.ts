import { PART, type WordStreams } from './fib.js';
import { CODE, propertyChanges } from './property-changes.js';

/** What a paragraph takes over from its style. */
export interface DocStyle {
  readonly list: number | undefined;
  readonly level: number | undefined;
  /** A style of a table of contents. */
  readonly isContents: boolean;
}

interface Style extends DocStyle {
  readonly basedOn: number;
}

const NONE = 0xfff;
const FIRST_CONTENTS = 19;
const LAST_CONTENTS = 27;
const DEEPEST = 12;

/** The paragraph styles by their numbers, with what they take over from those that they are based on ([MS-DOC] 2.9.271). */
export function readStyles({ part }: WordStreams): (style: number) => DocStyle | undefined {
  const sheet = part(PART.styles);
  const styles: (Style | undefined)[] = [];
  if (sheet.length >= 6) {
    const baseSize = sheet.readUInt16LE(4);
    let at = 2 + sheet.readUInt16LE(0);
    while (at + 2 <= sheet.length && styles.length < 4096) {
      const size = sheet.readUInt16LE(at);
      styles.push(readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize));
      at += 2 + size + (size % 2);
    }
  }
  return (number) => inherited(styles, number);
}

function inherited(styles: readonly (Style | undefined)[], number: number): DocStyle | undefined {
  const own = styles[number];
  let list: number | undefined;
  let level: number | undefined;
  let at = own;
  for (let depth = 0; at && depth < DEEPEST; depth += 1) {
    list ??= at.list;
    level ??= at.level;
    at = at.basedOn === NONE ? undefined : styles[at.basedOn];
  }
  return own && { list, level, isContents: own.isContents };
}

function readStyle(bytes: Buffer, baseSize: number): Style | undefined {
  if (bytes.length < baseSize + 4 || baseSize < 10) return undefined;
  const kind = bytes.readUInt16LE(2);
  const builtIn = bytes.readUInt16LE(0) & 0xfff;
  const style = {
    basedOn: kind >>> 4,
    isContents: builtIn >= FIRST_CONTENTS && builtIn <= LAST_CONTENTS,
    list: undefined,
    level: undefined,
  };
  const isParagraph = (kind & 0xf) === 1;
  // After the name and its closing zero: the length of the paragraph's properties, the style's own number, the changes.
  const at = baseSize + 2 + bytes.readUInt16LE(baseSize) * 2 + 2;
  if (!isParagraph || at + 4 > bytes.length) return style;
  const changes = propertyChanges(bytes.subarray(at + 4, at + 2 + bytes.readUInt16LE(at)));
  const valueOf = (code: number): Buffer | undefined =>
    changes.findLast((change) => change.code === code)?.value;
  const list = valueOf(CODE.list);
  return {
    ...style,
    list: list?.length === 2 ? list.readUInt16LE(0) : undefined,
    level: valueOf(CODE.listLevel)?.[0],
  };
}
