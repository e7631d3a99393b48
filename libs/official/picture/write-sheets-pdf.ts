import { SHEET_HEIGHT, SHEET_WIDTH, type Sheet, type SheetMark } from '#charts';
import PDFDocument from 'pdfkit';
import { buildFont } from '../fonts/build-font.js';
import { loadGlyphs } from '../fonts/load-glyphs.js';

/** Points of a unit of a sheet: 1600 by 900 become the 13.33 by 7.5 inches of a slide. */
const SCALE = 0.6;

/**
 * Wall charts as one PDF, a page each: drawn, not painted, so that they are sharp on any wall and can be searched. The same sheets give
 * the same bytes.
 * @param on the day that the file bears, as an instant
 */
export async function writeSheetsPdf(
  sheets: readonly Sheet[],
  { title, on }: { readonly title: string; readonly on: string },
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: [SHEET_WIDTH * SCALE, SHEET_HEIGHT * SCALE],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Producer: 'Luoshi', Creator: 'Luoshi', CreationDate: new Date(on) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const characters = new Set(
    sheets.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [...mark.text] : []))),
  );
  pdf.registerFont('hei', buildFont('Luoshi-hei', (await loadGlyphs('hei', characters)).values()));
  for (const sheet of sheets) {
    pdf.addPage();
    pdf.outline.addItem(sheet.title);
    pdf.scale(SCALE);
    for (const mark of sheet.marks) draw(pdf, mark);
  }
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

function draw(pdf: InstanceType<typeof PDFDocument>, mark: SheetMark): void {
  switch (mark.kind) {
    case 'text': {
      pdf.font('hei').fontSize(mark.size).fillColor(mark.color);
      const share = { start: 0, middle: 0.5, end: 1 }[mark.anchor];
      pdf.text(mark.text, mark.x - pdf.widthOfString(mark.text) * share, mark.y, {
        lineBreak: false,
        baseline: 'alphabetic',
      });
      return;
    }
    case 'rect':
      pdf.rect(mark.x, mark.y, mark.width, mark.height);
      if (mark.stroke === null) pdf.fill(mark.fill);
      else if (mark.fill === 'none') pdf.lineWidth(2).stroke(mark.stroke);
      else pdf.lineWidth(2).fillAndStroke(mark.fill, mark.stroke);
      return;
    case 'line':
      pdf
        .moveTo(...mark.from)
        .lineTo(...mark.to)
        .lineWidth(mark.weight)
        .stroke(mark.color);
  }
}
