import { chineseDate } from '#calendar';
import { BODY } from '../format/figures.js';
import type { Signature } from '../model/official-document.js';
import { widthOf } from './width-of.js';

export interface PlacedLine {
  readonly text: string;
  /** Characters in from the right edge of the type area. */
  readonly right: number;
}

/**
 * Issuers and date with their places. Sealed: the date four characters in, names centred above it. Unsealed: the longest name
 * two characters in, the date beginning two characters right of where the name begins; where the date is longer it stands two in, and the name gives way.
 */
export function placeSignature({ issuers, date, sealed }: Signature): PlacedLine[] {
  const day = chineseDate(date);
  const wideDay = widthOf(day);
  const widest = Math.max(0, ...issuers.map(widthOf));
  if (!sealed) {
    const shift = BODY.unsealedDateShiftCharacters;
    const atLeast = BODY.unsealedNameRightCharacters;
    const name = Math.max(atLeast, atLeast + wideDay + shift - widest);
    return [
      ...issuers.map((text) => ({ text, right: name + (widest - widthOf(text)) / 2 })),
      { text: day, right: issuers.length === 0 ? atLeast : name + widest - shift - wideDay },
    ];
  }
  // A name that would reach beyond the right edge moves the date in, so that both keep one middle.
  const middle = Math.max(BODY.sealedDateRightCharacters + wideDay / 2, widest / 2);
  return [...issuers, day].map((text) => ({ text, right: middle - widthOf(text) / 2 }));
}
