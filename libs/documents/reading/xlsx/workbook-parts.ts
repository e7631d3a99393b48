import type { ZipFile } from '../zip/read-zip.js';
import { walkXml } from '../walk-xml.js';
import { unescapeText } from './unescape-text.js';
import { numberLook, type NumberLook } from './number-look.js';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** The sheets that a reader of the workbook sees, in their order, and which day its dates count from. */
export function readWorkbookPart(zip: ZipFile): { sheets: SheetPart[]; since1904: boolean } {
  const { sheets, since1904 } = readSheetParts(zip);
  return { sheets: sheets.filter(({ hidden }) => !hidden), since1904 };
}

/** The same with the sheets that are not shown. */
export function readSheetParts(zip: ZipFile): {
  sheets: (SheetPart & { hidden: boolean })[];
  since1904: boolean;
} {
  const targets = readTargets(zip);
  const sheets: (SheetPart & { hidden: boolean })[] = [];
  let since1904 = false;
  walkPart(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const hidden = /idden$/.test(attributes['state'] ?? '');
    const path = targets.get(relationId(attributes)) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
    sheets.push({ name: attributes['name'] ?? `Sheet${sheets.length + 1}`, path, hidden });
  });
  return { sheets, since1904 };
}

/** The prefix of the attribute is the writing program's choice. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => /:id$/i.test(name));
  return attributes['r:id'] ?? (key === undefined ? '' : (attributes[key] ?? ''));
}

/** Where the parts of the workbook lie. Targets outside of the file are left out: nothing is ever fetched. */
function readTargets(zip: ZipFile): Map<string, string> {
  const targets = new Map<string, string>();
  walkPart(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    const target = attributes['Target'] ?? '';
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

/** Texts that cells share, without the readings (拼音) printed above them. */
export function readSharedStrings(zip: ZipFile): string[] {
  const strings: string[] = [];
  const bytes = zip.read('xl/sharedStrings.xml');
  if (!bytes) return strings;
  let current: string[] = [];
  let inText = false;
  let inReading = 0;
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') current = [];
      else if (name === 'rPh') inReading += 1;
      else if (name === 't') inText = inReading === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(current.join('')));
      else if (name === 'rPh') inReading -= 1;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) current.push(text);
    },
  });
  return strings;
}

/** For each cell style how it shows a number. */
export function readNumberLooks(zip: ZipFile): NumberLook[] {
  const codes = new Map<number, string>();
  const styles: NumberLook[] = [];
  let inCellStyles = false;
  walkPart(
    zip,
    'xl/styles.xml',
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(numberLook(id, codes.get(id)));
      }
    },
    (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  );
  return styles;
}

function walkPart(
  zip: ZipFile,
  path: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close: (name: string) => void = () => undefined,
): void {
  const bytes = zip.read(path);
  if (bytes) walkXml(bytes, { open, close, text: () => undefined });
}
