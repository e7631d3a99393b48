import PDFDocument from 'pdfkit';
import { instantOf } from '#calendar';
import { buildFont } from '../fonts/build-font.js';
import { loadGlyphs } from '../fonts/load-glyphs.js';
import type { FaceName } from '../format/figures.js';
import type { OfficialDocument } from '../model/official-document.js';
import { drawPixels } from '../picture/draw-png.js';
import type { WriteOptions } from '../write-options.js';
import { layOut } from './lay-out.js';
import { SHEET, type Bookmark, type LaidOut, type Mark, type PictureMark } from './sheet.js';

/** See `writers.ts`. */
export async function writePdf(document: OfficialDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const laidOut = layOut(document, options.draft ?? document.number === null);
  const pdf = new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: document.title,
      Author: document.signature.issuers.join('、') || document.issuersMark,
      Producer: 'Luoshi',
      Creator: 'Luoshi',
      CreationDate: new Date(instantOf(document.signature.date, '00:00')),
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  await registerFonts(pdf, laidOut);
  const pictures = await embedPictures(pdf, laidOut);
  const outline = outlineWriter(pdf);
  for (const [at, page] of laidOut.pages.entries()) {
    pdf.addPage();
    for (const bookmark of laidOut.bookmarks) if (bookmark.page === at) outline(bookmark);
    for (const mark of page) draw(pdf, mark, pictures);
  }
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

type Pdf = InstanceType<typeof PDFDocument>;

/** One font a face, with the characters that the document has. */
async function registerFonts(pdf: Pdf, { pages }: LaidOut): Promise<void> {
  const used = new Map<FaceName, Set<string>>();
  for (const mark of pages.flat())
    if (mark.kind === 'text') {
      const characters = used.get(mark.look.face) ?? new Set();
      for (const character of mark.text) characters.add(character);
      used.set(mark.look.face, characters);
    }
  for (const [face, characters] of used)
    pdf.registerFont(face, buildFont(`Luoshi-${face}`, (await loadGlyphs(face, characters)).values()));
}

/** What pdfkit takes for a picture that is embedded already. */
interface Embedded {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly obj: PDFKit.PDFKitReference;
}

async function embedPictures(pdf: Pdf, { pages }: LaidOut): Promise<Map<PictureMark, Embedded>> {
  const embedded = new Map<PictureMark, Embedded>();
  for (const mark of pages.flat()) {
    if (mark.kind !== 'picture') continue;
    const { width, height, data } = await drawPixels(mark);
    const obj = pdf.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      // Every row is led by its filter, as in a PNG.
      DecodeParms: { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: width },
    });
    obj.end(data);
    embedded.set(mark, { width, height, label: `P${embedded.size + 1}`, obj });
  }
  return embedded;
}

function draw(pdf: Pdf, mark: Mark, pictures: ReadonlyMap<PictureMark, Embedded>): void {
  switch (mark.kind) {
    case 'text':
      pdf
        .font(mark.look.face)
        .fontSize(mark.look.size)
        .fillColor(mark.look.color ?? '#000000')
        .text(mark.text, mark.x, mark.baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: mark.spacing,
        });
      return;
    case 'rule':
      pdf
        .moveTo(...mark.from)
        .lineTo(...mark.to)
        .lineWidth(mark.weight)
        .strokeColor(mark.color)
        .stroke();
      return;
    case 'shade':
      pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.color);
      return;
    case 'picture': {
      const picture = pictures.get(mark);
      if (picture)
        pdf.image(picture as unknown as PDFKit.Mixins.ImageSrc, mark.x, mark.y, {
          width: mark.width,
          height: mark.height,
        });
    }
  }
}

/** Bookmarks by heading: each below the last one of a higher level. */
function outlineWriter(pdf: Pdf): (bookmark: Bookmark) => void {
  const above: { level: number; item: PDFKit.PDFOutline }[] = [{ level: 0, item: pdf.outline }];
  return ({ title, level }) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.item ?? pdf.outline;
    above.push({ level, item: parent.addItem(title) });
  };
}
