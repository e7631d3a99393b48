/** A text at its place: from the left, from the bottom, what it says; in points. */
export type PdfText = readonly [x: number, y: number, text: string, size?: number];
export interface PdfPageModel {
  readonly texts: readonly PdfText[];
  /** Drawn from one place to another. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Thin filled rectangles: left, bottom, width, height. */
  readonly bars?: readonly (readonly [number, number, number, number])[];
  readonly rotate?: number;
  /** Turns what is drawn, as PDF writes a matrix. */
  readonly matrix?: string;
}

/** A PDF of pages, for tests, in a font that is not embedded: its characters are known by a standard table. */
export function pdfOfPages(pages: readonly PdfPageModel[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>',
  ];
  pages.forEach((page, i) => {
    const content = pageContent(page);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${page.rotate ?? 0}/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  });
  return pdfOfObjects(objects, trailer);
}

/** A PDF of numbered objects; the first one is its catalogue. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(file + end, 'latin1'));
}

/** A page of lines from head to foot. */
export function pdfLines(lines: readonly string[]): PdfPageModel {
  return { texts: lines.map((line, i) => [80, 760 - i * 28, line, 16]) };
}

function pageContent({ texts, lines = [], bars = [], matrix }: PdfPageModel): string {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  return [
    matrix === undefined ? '' : `${matrix} cm`,
    ...lines.map((line) => `${line[0]} ${line[1]} m ${line[2]} ${line[3]} l S`),
    ...bars.map((bar) => `${bar.join(' ')} re f`),
    ...texts.map(([x, y, text, size = 12]) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`),
  ].join('\n');
}
