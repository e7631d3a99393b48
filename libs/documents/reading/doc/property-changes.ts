/** One change of a property ([MS-DOC] 2.6, Prl): what is changed, and to what. */
export interface PropertyChange {
  readonly code: number;
  readonly value: Buffer;
}

const TABLE_DEFINITION = 0xd608;
const TAB_CHANGE = 0xc615;
/** Bytes of the value by the upper three bits of the code; 6 says its own length. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];

export const CODE = {
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  endsRow: 0x2417,
  tableDepth: 0x6649,
  endsInnerCell: 0x244b,
  endsInnerRow: 0x244c,
  tableDefinition: TABLE_DEFINITION,
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
} as const;

/** The changes of a property list, up to where it is cut off. */
export function propertyChanges(list: Buffer): PropertyChange[] {
  const changes: PropertyChange[] = [];
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size = SIZES[code >>> 13] ?? 1;
    if (size < 0) {
      if (code === TABLE_DEFINITION) {
        size = at + 2 <= list.length ? list.readUInt16LE(at) + 1 : list.length;
      } else if (code === TAB_CHANGE && list[at] === 255) break;
      else size = (list[at] ?? 0) + 1;
    }
    changes.push({ code, value: list.subarray(at, at + size) });
    at += size;
  }
  return changes;
}
