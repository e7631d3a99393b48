import { pictureCaption } from '../compose/picture-caption.js';
import { PAGE, PICTURE } from '../format/figures.js';
import { emuOfMm } from '../format/units.js';
import type { Picture } from '../model/block.js';
import { paragraph } from './paragraph.js';
import { run } from './run.js';
import { element } from './xml.js';

/**
 * A drawing in the middle of its line: SVG for programs that draw it, PNG for the others, and its words for who cannot see it.
 *
 * @param place `keepNext`: its caption goes on with what follows; `linesAbove`: lines of the same page taken by what stands above it
 */
export function pictureXml(
  picture: Picture,
  number: number,
  { keepNext = false, linesAbove = 0 }: { keepNext?: boolean; linesAbove?: number } = {},
): string {
  const { widthMm, heightMm } = printedSize(picture.size, roomUnder(linesAbove));
  const extent = { cx: emuOfMm(widthMm), cy: emuOfMm(heightMm) };
  const named = { id: number, name: `图${number}`, descr: picture.alternative };
  const svg = element(
    'a:ext',
    { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
    element('asvg:svgBlip', {
      'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
      'r:embed': `rIdSvg${number}`,
    }),
  );
  const drawn = element(
    'pic:pic',
    { 'xmlns:pic': PICTURE_NAMESPACE },
    element('pic:nvPicPr', {}, element('pic:cNvPr', named), '<pic:cNvPicPr/>'),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': `rIdPng${number}` }, element('a:extLst', {}, svg)),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, '<a:off x="0" y="0"/>', element('a:ext', extent)),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
  );
  const inline = element(
    'wp:inline',
    { 'xmlns:wp': WORD_DRAWING_NAMESPACE, distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', extent),
    element('wp:docPr', named),
    element(
      'a:graphic',
      { 'xmlns:a': DRAWING_NAMESPACE },
      element('a:graphicData', { uri: PICTURE_NAMESPACE }, drawn),
    ),
  );
  return (
    paragraph(
      { style: 'Caption1', keepNext: true, line: 0 },
      element('w:r', {}, element('w:drawing', {}, inline)),
    ) + paragraph({ style: 'Caption1', keepNext, after: 120 }, run(pictureCaption(picture, number)))
  );
}

/** What a page has for a picture under so many lines, with its caption and the space under that; millimetres. */
const roomUnder = (lines: number): number =>
  lines === 0
    ? PICTURE.maxHeightMm
    : ((PAGE.linesPerPage - lines - 2) * PAGE.typeAreaHeightMm) / PAGE.linesPerPage;

/** Millimetres: as wide as the type area, unless that makes it too high. */
export function printedSize(
  { width, height }: Picture['size'],
  maxHeightMm: number = PICTURE.maxHeightMm,
): { widthMm: number; heightMm: number } {
  const heightMm = Math.min(maxHeightMm, (PAGE.typeAreaWidthMm * height) / width);
  return { widthMm: (heightMm * width) / height, heightMm };
}

const WORD_DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
