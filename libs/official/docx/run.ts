import { escapedForXml } from '#charts';
import { DRAFT, FACE, type FaceName } from '../format/figures.js';
import { halfPoints } from '../format/units.js';
import type { Inline } from '../model/inline.js';
import { HYPHEN_OF_CODE } from '../compose/held-together.js';
import { element, valued } from './xml.js';

/** How a run departs from its paragraph's style. */
export interface RunLook {
  readonly face?: FaceName;
  readonly points?: number;
  /** `RRGGBB` */
  readonly color?: string;
  readonly shade?: string;
  /** Twips between characters. */
  readonly spacing?: number;
}

/** `w:rPr`, its children in the order of the schema. */
export function runProperties({ face, points, color, shade, spacing }: RunLook): string {
  const content = [
    face === undefined ? '' : fonts(face),
    color === undefined ? '' : valued('w:color', color),
    spacing === undefined ? '' : valued('w:spacing', spacing),
    points === undefined ? '' : valued('w:sz', halfPoints(points)) + valued('w:szCs', halfPoints(points)),
    shade === undefined ? '' : element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade }),
  ].join('');
  return content === '' ? '' : element('w:rPr', {}, content);
}

/** One typeface for Chinese and for figures: its figures are half as wide as its characters, as the grid wants. */
export function fonts(face: FaceName): string {
  const { name } = FACE[face];
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name });
}

export function run(words: string, look: RunLook = {}): string {
  return words === '' ? '' : element('w:r', {}, runProperties(look), wholeCodes(words));
}

/** Word breaks a line after a hyphen: within a code it stands as one that holds. */
const wholeCodes = (words: string): string =>
  words.split(HYPHEN_OF_CODE).map(textElement).join('<w:noBreakHyphen/>');

const textElement = (words: string): string => `<w:t xml:space="preserve">${escapedForXml(words)}</w:t>`;

export const lineBreak = element('w:r', {}, '<w:br/>');
export const tab = element('w:r', {}, '<w:tab/>');

/** A field that Word fills in, with what it shows until then. */
export function field(instruction: string, shown: string, look: RunLook = {}): string {
  const properties = runProperties(look);
  const mark = (type: string): string =>
    element('w:r', {}, properties, element('w:fldChar', { 'w:fldCharType': type }));
  return [
    mark('begin'),
    element('w:r', {}, properties, `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`),
    mark('separate'),
    run(shown, look),
    mark('end'),
  ].join('');
}

/** A line of the body. Figures and what a person wrote are shaded in drafts. */
export function runsOf(line: readonly Inline[], draft: boolean, look: RunLook = {}): string {
  return line
    .map((inline) => {
      const shade = draft ? shadeOf(inline) : undefined;
      return run(inline.text, {
        ...look,
        ...(inline.kind === 'text' && inline.strong ? { face: 'hei' as const } : {}),
        ...(shade === undefined ? {} : { shade }),
      });
    })
    .join('');
}

function shadeOf(inline: Inline): string | undefined {
  if (inline.kind === 'figure') return DRAFT.figureShade;
  return inline.edited ? DRAFT.editedShade : undefined;
}
