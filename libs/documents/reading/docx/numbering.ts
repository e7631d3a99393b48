import { walkXml } from '../walk-xml.js';
import type { ZipFile } from '../zip/read-zip.js';
import { chineseNumeral } from './chinese-numeral.js';

interface Level {
  start: number;
  format: string;
  text: string;
}
/** The levels of each numbered list (`w:num`) of a document. */
export type Lists = ReadonlyMap<string, ReadonlyMap<number, Level>>;

/** Reads which automatic numbers a Word document prints (ECMA-376 part 1, 17.9). */
export function readNumbering(zip: ZipFile): Lists {
  const bytes = zip.read('word/numbering.xml');
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, ReadonlyMap<number, Level>>();
  if (!bytes) return lists;
  let levels = new Map<number, Level>();
  let level: Level | undefined;
  let list = '';
  walkXml(bytes, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') {
        levels = new Map();
        abstract.set(attributes['w:abstractNumId'] ?? '', levels);
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        levels.set(Number(attributes['w:ilvl']), level);
      } else if (name === 'start' && level) level.start = Number(value) || 0;
      else if (name === 'numFmt' && level) level.format = value;
      else if (name === 'lvlText' && level) level.text = value;
      else if (name === 'num') {
        list = attributes['w:numId'] ?? '';
        // Overrides of single levels are rare and only restart them; they are not to change the abstract list.
        levels = new Map();
      } else if (name === 'abstractNumId' && list !== '')
        lists.set(list, abstract.get(value) ?? new Map<number, Level>());
    },
    close: (name) => {
      if (name === 'lvl') level = undefined;
      else if (name === 'num') list = '';
    },
    text: () => undefined,
  });
  return lists;
}

/** Counts the paragraphs of numbered lists and gives each its printed number. */
export class Numbering {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly lists: Lists) {}

  next(list: string, level: number): string {
    const levels = this.lists.get(list);
    const own = levels?.get(level);
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, printed: string) => {
      const index = Number(printed) - 1;
      const at = levels.get(index);
      return at ? printNumber(counts[index] ?? at.start, at.format) : '';
    });
  }
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function printNumber(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|ideographDigital|japaneseCounting|taiwaneseCounting)/.test(
      format,
    )
  )
    return chineseNumeral(value);
  if (/^decimalEnclosedCircle/.test(format)) return CIRCLED.charAt(value - 1) || String(value);
  if (/Letter$/.test(format) && value >= 1 && value <= 26)
    return String.fromCharCode((format === 'upperLetter' ? 64 : 96) + value);
  return String(value);
}
